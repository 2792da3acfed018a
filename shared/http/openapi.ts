import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { Role } from '../domain/roles.ts';
import type { Mount } from './bind.ts';
import { forGenerators } from './openapi-shapes.ts';
import type { Endpoint } from './spec.ts';

/** A way in with its shapes, as the registry mounts it. */
export type Described = Mount & { readonly way: Endpoint; readonly capability: string };

/** What every refusal looks like: a stable code for programs, a sentence for people, every fault by its place. */
const Problem = z
  .object({
    type: z.string(),
    title: z.string().meta({ description: 'One sentence, in the language asked for' }),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; what programs act on', example: 'bad-request' }),
    faults: z
      .array(z.object({ at: z.string(), code: z.string(), message: z.string().optional() }))
      .optional()
      .meta({ description: 'What is wrong with the request, at once: the first hundred faults, as they were found' }),
    more: z.int().min(1).optional().meta({ description: 'How many faults there are beyond those' }),
    missing: z
      .array(z.object({ rule: z.string(), level: z.enum(['BLK', 'WRN']), text: z.string() }))
      .optional()
      .meta({ description: 'What the routine asks for first: BLK stops, WRN asks for a reason' }),
  })
  .meta({ id: 'Problem' });

const problems = {
  '401': ['NotSignedIn', 'No valid token'],
  '403': ['Forbidden', 'The role may not do this, or the person has no such role'],
  '404': ['Missing', 'There is no such thing, or it is not the caller’s to see'],
  '409': ['Conflict', 'It can no longer be done, or someone else changed it first'],
  '422': ['Invalid', 'The request is wrong; every fault is named'],
  '429': ['TooOften', 'It has been done too often; it may be done again later'],
} as const;

const problemResponse = ([id, description]: readonly [string, string]) => ({
  id,
  description,
  content: { 'application/problem+json': { schema: Problem } },
});
const responses = {
  '401': problemResponse(problems['401']),
  '403': problemResponse(problems['403']),
  '404': problemResponse(problems['404']),
  '409': problemResponse(problems['409']),
  '422': problemResponse(problems['422']),
  '429': problemResponse(problems['429']),
};

const language = z.enum(['sv', 'en']).optional().meta({ description: 'The language of sentences for people' });
const role = Role.optional().meta({ description: 'The role to act in, for those who hold several' });
const actingFor = z
  .string()
  .optional()
  .meta({ description: 'The officer whose cases the caller has been made deputy for', example: 'O1' });
const ifMatch = z.string().optional().meta({ description: 'The version last seen, from ETag', example: '"3"' });
const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/)
  .optional()
  .meta({ description: 'The same key again gives the first answer again and does nothing' });

const signIn = z.string().optional().meta({
  description:
    'The id token of the sign-in that was made for this signing: its nonce is the intent’s id. Not needed where the bearer itself is one',
});

const headersOf = ({ route, roles, way }: Described) => {
  const isWrite = !route.startsWith('GET ');
  return z.object({
    'Accept-Language': language,
    ...(roles === 'everyone' ? {} : { 'X-Role': role }),
    ...(roles !== 'everyone' && roles.includes('officer') ? { 'X-Acting-For': actingFor } : {}),
    ...(isWrite && roles !== 'everyone' ? { 'If-Match': ifMatch } : {}),
    ...(isWrite && roles !== 'everyone' && way.keepsAnswer ? { 'Idempotency-Key': idempotencyKey } : {}),
    ...(way.signs ? { 'X-Sign-In': signIn } : {}),
  });
};

/** The fields of a path or a query; where an entry names none, what the route itself names. */
function fieldsOf(schema: z.ZodType | undefined, names: readonly string[] = []): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema;
  return names.length > 0 ? z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) : undefined;
}

const etag = z.string().optional().meta({ description: 'The version of what was answered' });

function operationOf(described: Described): ZodOpenApiOperationObject {
  const { key, route, roles, way, capability } = described;
  const named = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const path = fieldsOf(way.path, named);
  const query = fieldsOf(way.query);
  const answered: ZodOpenApiResponsesObject = {
    '2XX': {
      description: 'Done',
      headers: z.object({ ETag: etag }),
      content: { [way.answersAs ?? 'application/json']: { schema: way.answer } },
    },
    ...(roles === 'everyone' ? { '422': responses['422'] } : responses),
    // What is open to everyone by a secret in its path is missing to everyone else.
    ...(roles === 'everyone' && path ? { '404': responses['404'] } : {}),
  };
  return {
    operationId: key,
    summary: way.summary,
    description: `${way.summary}. ${roles === 'everyone' ? 'Open to everyone, without a sign-in.' : `For: ${roles.join(', ')}.`}`,
    tags: [capability],
    'x-roles': roles,
    security: roles === 'everyone' ? [] : [{ bearer: [] }, { signIn: ['openid'] }],
    requestParams: {
      header: headersOf(described),
      ...(path ? { path } : {}),
      ...(query ? { query } : {}),
    },
    ...(way.body ? { requestBody: { required: true, content: { 'application/json': { schema: way.body } } } } : {}),
    responses: answered,
  };
}

/** What each folder of entries is about, for those who read its name in English. */
const capabilities: Readonly<Record<string, string>> = {
  bookings: 'What is handed to the municipality’s finance: each amount in one export',
  invoices: 'What providers invoice: held against the statement, attested by a signed record, and paid',
  mail: 'Mail that comes in: what was stopped, what a person must read, whose addresses are whose',
  caseloads: 'An officer’s cases, and their moving to another officer',
  choices: 'The turn list, for customers who leave the choice to it',
  deadlines: 'Tasks, what the clock does next, and calendars that read them',
  documents: 'Files that are sent in',
  letters: 'Letters that a person must look at',
  messages: 'Conversations inside the system',
  months: 'A month: handed in, reconciled, signed and stated',
  orders: 'Orders, from the decision to the closed case',
  people: 'Customers, staff, deputies and who has read what',
  purchases: 'Hours bought between departments: asked for, agreed, begun and ended',
  providers: 'Providers: what is known of them, what they can take on, and their end',
  settings: 'The municipality and its routine',
  switches: 'Changes of provider',
};

/** The whole API as an OpenAPI 3.1 document. `base` is where it is served, `issuer` who signs people in. */
export function openApi(ways: readonly Described[], { base, issuer }: { base: string; issuer: string }) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const described of ways) {
    const [method = '', path = ''] = described.route.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(described) };
  }
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Utfört',
        version: '1',
        description: 'Orders, follows up, signs off and pays home care. Lists are paged by an opaque cursor.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: base }],
      tags: [...new Set(ways.map(({ capability }) => capability))].map((name) => ({
        name,
        description: capabilities[name],
      })),
      paths,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          signIn: { type: 'openIdConnect', openIdConnectUrl: `${issuer}/.well-known/openid-configuration` },
        },
      },
    },
    { override: forGenerators, allowEmptySchema: { union: true } },
  );
}
