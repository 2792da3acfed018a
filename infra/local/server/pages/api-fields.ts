import * as z from 'zod';

/** What the page reads of the OpenAPI document: names, types and words. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};
export const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    items: Schema.optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    allOf: z.array(Schema).optional(),
  }),
);

/** One field as a person reads of it. */
export type ApiField = {
  readonly name: string;
  readonly where: string;
  readonly type: string;
  readonly must: boolean;
  readonly words: string;
};

const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'heltal',
  number: 'tal',
  boolean: 'ja/nej',
  null: 'inget',
  array: 'lista',
  object: 'objekt',
};
const formats: Readonly<Record<string, string>> = {
  date: 'datum',
  'date-time': 'tidpunkt',
  email: 'e-postadress',
  uri: 'länk',
};

export type Named = Readonly<Record<string, Schema>>;

/** The schema itself, where it is only named. */
const resolved = (schema: Schema, named: Named): Schema => {
  const target = schema.$ref && named[schema.$ref.split('/').at(-1) ?? ''];
  return target ? { ...target, description: schema.description ?? target.description } : schema;
};

/** The type in words. */
export function typeOf(given: Schema | undefined, named: Named): string {
  if (!given) return '';
  const schema = resolved(given, named);
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.map((one) => typeOf(one, named)))].join(' eller ');
  if (schema.items) return `lista av ${typeOf(schema.items, named)}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const format = schema.format && formats[schema.format];
  return format ?? types.map((type) => typeWords[type] ?? type).join(' eller ');
}

const deepest = 3;

/** The fields of a body and of what lies in them, each once: `services[].code`. */
export function membersOf(given: Schema | undefined, named: Named, prefix = ''): readonly ApiField[] {
  if (!given || prefix.split('.').length > deepest) return [];
  const whole = resolved(given, named);
  const shapes = [...(whole.anyOf ?? []), ...(whole.oneOf ?? []), ...(whole.allOf ?? [])];
  const own = Object.entries(whole.properties ?? {}).flatMap(([key, member]): readonly ApiField[] => {
    const name = `${prefix}${key}`;
    const { description = '', items } = resolved(member, named);
    const must = whole.required?.includes(key) ?? false;
    const within = items ? membersOf(items, named, `${name}[].`) : membersOf(member, named, `${name}.`);
    return [{ name, where: 'kropp', type: typeOf(member, named), must, words: description }, ...within];
  });
  const all = [...own, ...shapes.flatMap((shape) => membersOf(shape, named, prefix))];
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
}
