import type { EntryKey } from '../../functions/registry.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Machine } from './machine.ts';

export type Requested = {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  /** The version that the caller has seen. */
  readonly ifMatch?: string;
};

/** Somebody who is signed in: as one role of theirs where it is said, and for somebody else where they are a deputy. */
type Requester = { readonly userId: string; readonly role?: Role; readonly actingFor?: string };

const headersOf = ({ role, actingFor }: Partial<Requester>, { ifMatch }: Requested) => ({
  'content-type': 'application/json',
  ...(role ? { 'x-role': role } : {}),
  ...(actingFor ? { 'x-acting-for': actingFor } : {}),
  ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
});

/** One request on the machine, through the same way in as everybody's, and what it was answered. */
export async function request(
  machine: Machine,
  person: Requester | undefined,
  entry: EntryKey,
  asked: Requested,
  signIn: object = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await machine.call(entry, {
    headers: headersOf(person ?? {}, asked),
    pathParameters: asked.path,
    queryStringParameters: asked.query,
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
    requestContext: person ? { authorizer: { jwt: { claims: { sub: person.userId, ...signIn } } } } : {},
  });
  const isJson = response.headers['content-type']?.includes('json') ?? false;
  return { status: response.statusCode, body: isJson ? JSON.parse(response.body) : response.body };
}

/** What the token of a sign-in says that was made just now, for one intent. */
export const signInFor = (intentId: string, machine: Machine) => ({
  token_use: 'id',
  nonce: intentId,
  auth_time: Math.floor(Date.parse(machine.clock.now()) / 1000),
  acr: 'walk',
});
