import * as z from 'zod';
import { roleKinds } from '../../../../shared/domain/role-kinds.ts';
import { Role } from '../../../../shared/domain/roles.ts';
import type { ApiDescription } from '../api-description.ts';
import { type ApiField, membersOf, type Named, Schema, typeOf } from './api-fields.ts';
import { type Html, html } from './html.ts';
import { layout } from './page.ts';

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
const capabilityWords: Readonly<Record<string, string>> = {
  orders: 'Beställningar',
  documents: 'Filer',
  months: 'Månaden',
  deadlines: 'Uppgifter',
  letters: 'Mejl',
  mail: 'Inkomna mejl',
  people: 'Personer',
  settings: 'Inställningar',
};
const headingOf = (capability: string): string => capabilityWords[capability] ?? capability;

const places: Readonly<Record<string, string>> = { path: 'sökväg', query: 'fråga' };

const fieldsOf = (operation: Operation, named: Named): readonly ApiField[] => [
  ...(operation.parameters ?? [])
    .filter(({ in: where }) => where !== 'header')
    .map(({ name, in: where, required, description, schema }) => ({
      name,
      where: places[where] ?? where,
      type: typeOf(schema, named),
      must: required ?? false,
      words: description ?? '',
    })),
  ...membersOf(Object.values(operation.requestBody?.content ?? {})[0]?.schema, named),
];

const fieldTable = (operationId: string, fields: readonly ApiField[]): Html | undefined =>
  fields.length === 0
    ? undefined
    : html`<details><summary>Fält (${fields.length})</summary><div class="wide" role="region" aria-label="Fält i ${operationId}" tabindex="0"><table>
<thead><tr><th scope="col">Fält</th><th scope="col">Var</th><th scope="col">Typ</th><th scope="col">Om</th></tr></thead>
<tbody>${fields.map(
        ({ name, where, type, must, words }) =>
          html`<tr><th scope="row"><code>${name}</code>${must ? undefined : html`<small>kan utelämnas</small>`}</th><td>${where}</td><td>${type}</td><td lang="en">${words}</td></tr>`,
      )}</tbody></table></div></details>`;

const rolesOf = (operation: Operation): string => {
  const roles = operation['x-roles'];
  return roles === 'everyone' ? 'Alla, utan inloggning' : roles.map((role) => roleKinds[role].name).join(', ');
};

type Line = { readonly method: string; readonly path: string; readonly operation: Operation };

const entry = ({ method, path, operation }: Line, named: Named): Html => html`
<article class="card operation" id="${operation.operationId}">
<h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p lang="en">${operation.summary} <small><code>${operation.operationId}</code></small></p>
<p class="lead">${rolesOf(operation)}</p>
${fieldTable(operation.operationId, fieldsOf(operation, named))}
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
<li>Att underteckna är två steg: <code>…/intent</code> visar vad som undertecknas, och underskriften görs med en inloggning gjord för just det.</li>
</ul>
<nav aria-label="Områden"><ul class="jump">${capabilities.map((name) => html`<li><a href="#omrade-${name}">${headingOf(name)}</a></li>`)}</ul></nav>
${capabilities.map(
  (name) => html`<section aria-labelledby="omrade-${name}"><h2 id="omrade-${name}">${headingOf(name)}</h2>
${lines.filter(({ operation }) => operation.tags.includes(name)).map((line) => entry(line, named))}</section>`,
)}`,
  });
}
