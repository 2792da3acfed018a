import * as z from 'zod';
import { Role } from '../../../../shared/domain/roles.ts';
import type { ApiDescription } from '../api-description.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';
import { roleWords } from './role-words.ts';

/** What the page reads of the OpenAPI document: names, types and words. */
type Schema = {
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
const Schema: z.ZodType<Schema> = z.lazy(() =>
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
const Parameter = z.looseObject({
  in: z.string(),
  name: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: Schema.optional(),
});
const Body = z.looseObject({ schema: Schema });
const Content = z.looseObject({ content: z.record(z.string(), Body).optional() });
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  'x-roles': z.union([z.literal('everyone'), z.array(Role)]),
  parameters: z.array(Parameter).optional(),
  requestBody: Content.optional(),
});
type Operation = z.infer<typeof Operation>;
type Field = {
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

function typeOf(schema: Schema | undefined): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.map(typeOf).join(' eller ');
  if (schema.items) return `lista av ${typeOf(schema.items)}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const named = schema.format && formats[schema.format];
  return named ?? types.map((type) => typeWords[type] ?? type).join(' eller ');
}

/** The fields of a body, through its reference; a body of several shapes shows each shape's fields once. */
function membersOf(schema: Schema | undefined, named: Readonly<Record<string, Schema>>): readonly Field[] {
  const whole = schema?.$ref ? named[schema.$ref.split('/').at(-1) ?? ''] : schema;
  const shapes = whole?.anyOf ?? whole?.oneOf ?? whole?.allOf ?? [];
  const inner = shapes.flatMap((shape) => membersOf(shape, named));
  const own = Object.entries(whole?.properties ?? {}).map(
    ([name, member]): Field => ({
      name,
      where: 'kropp',
      type: typeOf(member),
      must: whole?.required?.includes(name) ?? false,
      words: member.description ?? '',
    }),
  );
  return [...own, ...inner.filter(({ name }, at) => inner.findIndex((other) => other.name === name) === at)];
}

const places: Readonly<Record<string, string>> = { path: 'sökväg', query: 'fråga' };

const fieldsOf = (operation: Operation, named: Readonly<Record<string, Schema>>): readonly Field[] => [
  ...(operation.parameters ?? [])
    .filter(({ in: where }) => where !== 'header')
    .map(({ name, in: where, required, description, schema }) => ({
      name,
      where: places[where] ?? where,
      type: typeOf(schema),
      must: required ?? false,
      words: description ?? '',
    })),
  ...membersOf(Object.values(operation.requestBody?.content ?? {})[0]?.schema, named),
];

const fieldTable = (fields: readonly Field[]): Html | undefined =>
  fields.length === 0
    ? undefined
    : html`<details><summary>Fält (${fields.length})</summary><div class="wide"><table>
<thead><tr><th scope="col">Fält</th><th scope="col">Var</th><th scope="col">Typ</th><th scope="col">Om</th></tr></thead>
<tbody>${fields.map(
        ({ name, where, type, must, words }) =>
          html`<tr><th scope="row"><code>${name}</code>${must ? undefined : html`<small>kan utelämnas</small>`}</th><td>${where}</td><td>${type}</td><td>${words}</td></tr>`,
      )}</tbody></table></div></details>`;

const rolesOf = (operation: Operation): string => {
  const roles = operation['x-roles'];
  return roles === 'everyone' ? 'Alla, utan inloggning' : roles.map((role) => roleWords[role].name).join(', ');
};

type Line = { readonly method: string; readonly path: string; readonly operation: Operation };

const entry = ({ method, path, operation }: Line, named: Readonly<Record<string, Schema>>): Html => html`
<article class="card operation" id="${operation.operationId}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${operation.summary} <small><code>${operation.operationId}</code></small></p>
<p class="lead">${rolesOf(operation)}</p>
${fieldTable(fieldsOf(operation, named))}
</article>`;

const linesOf = (description: ApiDescription): readonly Line[] =>
  Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(([method, operation]) => ({ method, path, operation: Operation.parse(operation) })),
  );

/** Every operation for people, from the same description that programs read. */
export function apiPage(description: ApiDescription): string {
  const lines = linesOf(description);
  const named = z.record(z.string(), Schema).parse(description.components?.schemas ?? {});
  const capabilities = [...new Set(lines.flatMap(({ operation }) => operation.tags))];
  return layout({
    title: 'API',
    here: '/api',
    main: html`
<h1>API</h1>
<p class="lead">Allt som går att göra i Utfört görs här, av portalen som av andra program. JSON in och ut, en biljett i <code>Authorization: Bearer …</code>, och ett nej kommer som <code>application/problem+json</code> med en fast kod. Samma text för program: <a href="/openapi.json">openapi.json</a>.</p>
<ul>
<li>Skicka <code>Idempotency-Key</code> med det som ändrar något: samma nyckel igen ger det första svaret igen.</li>
<li>Svarets <code>ETag</code> är versionen; skicka den som <code>If-Match</code> för att inte skriva över någon annans ändring.</li>
<li>Den som har flera roller väljer en med <code>X-Role</code>. <code>Accept-Language: en</code> ger meningarna på engelska.</li>
<li>Att signera är två steg: <code>…/intent</code> visar vad som signeras, och signaturen görs med en inloggning gjord för just det.</li>
</ul>
<nav aria-label="Områden"><ul class="jump">${capabilities.map((name) => html`<li><a href="#omrade-${name}">${name}</a></li>`)}</ul></nav>
${capabilities.map(
  (name) => html`<section aria-labelledby="omrade-${name}"><h2 id="omrade-${name}">${name}</h2>
${lines.filter(({ operation }) => operation.tags.includes(name)).map((line) => entry(line, named))}</section>`,
)}`,
  });
}
