import type { CreateDocumentOptions } from 'zod-openapi';

type Rendered = Parameters<NonNullable<CreateDocumentOptions['override']>>[0];

const formatOf = (def: Rendered['zodSchema']['_zod']['def']): unknown => ('format' in def ? def.format : undefined);

/**
 * Says a shape as the generators of clients understand it. A day and a time are their formats, without the patterns by
 * which they are judged here as well: beside a pattern, generators take them for text. A boolean that may only be true
 * is a boolean. Where either a word or a map or a list will do, anything is said, and the description says which.
 */
export const forGenerators: NonNullable<CreateDocumentOptions['override']> = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  if (def.type === 'string' && formatOf(def) === 'date') {
    jsonSchema.format = 'date';
    delete jsonSchema.allOf;
    delete jsonSchema.pattern;
  }
  if (def.type === 'string' && formatOf(def) === 'datetime') delete jsonSchema.pattern;
  if (jsonSchema.type === 'boolean') delete jsonSchema.const;
  const options = jsonSchema.anyOf ?? [];
  const isMap = (option: object) =>
    ('additionalProperties' in option && typeof option.additionalProperties === 'object') ||
    ('type' in option && option.type === 'array');
  if (options.length > 1 && options.some((option) => typeof option === 'object' && isMap(option)))
    delete jsonSchema.anyOf;
};
