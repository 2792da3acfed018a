import type { Instant } from './local-time.ts';
import type { PublicKey, PublicPoint } from './public-keys.ts';
import type { Chain, Payload, SignedBy, SignedRecord } from './signed-record.ts';

/**
 * The shapes of `signed-record.ts` and `public-keys.ts` without their schemas, so that a record is judged by the same
 * code on the server and in a browser, where every kilobyte is waited for. A test holds the two against each other.
 */
type Members = Readonly<Record<string, unknown>>;
type Is = (value: unknown) => boolean;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const matches =
  (pattern: RegExp): Is =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (...words: readonly string[]): Is =>
  (value) =>
    typeof value === 'string' && words.includes(value);

const isText: Is = (value) => typeof value === 'string' && value.length >= 1 && value.length <= 200;
const isPositive: Is = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isSha256 = matches(/^[0-9a-f]{64}$/);
const isCoordinate = matches(/^[A-Za-z0-9_-]{43}$/);
const isKind = oneOf('submission', 'report', 'statement', 'settlement', 'checkpoint', 'agreement', 'attestation');

const isInstant = (value: unknown): value is Instant => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const time = Date.parse(value);
  // A day that does not exist is read as another one.
  return !Number.isNaN(time) && new Date(time).toISOString() === value;
};

const fits = (value: Members, needed: Readonly<Record<string, Is>>, optional: Readonly<Record<string, Is>>): boolean =>
  Object.entries(needed).every(([name, is]) => Object.hasOwn(value, name) && is(value[name])) &&
  Object.entries(optional).every(([name, is]) => value[name] === undefined || is(value[name]));

/** Exactly these members, and none besides. */
const only = (needed: Readonly<Record<string, Is>>, optional: Readonly<Record<string, Is>> = {}) => {
  const known = new Set([...Object.keys(needed), ...Object.keys(optional)]);
  return (value: unknown): boolean =>
    isMembers(value) && Object.keys(value).every((name) => known.has(name)) && fits(value, needed, optional);
};

const point = { crv: oneOf('P-256'), kty: oneOf('EC'), x: isCoordinate, y: isCoordinate } satisfies Record<
  keyof PublicPoint,
  Is
>;

const isLink = only({ seq: isPositive, kind: isKind, sha256: isSha256 } satisfies Record<
  keyof Chain['earlier'][number],
  Is
>);

const isChain = only({
  stream: isText,
  seq: isPositive,
  previous: (value) => value === null || isSha256(value),
  earlier: (value) => Array.isArray(value) && value.every(isLink),
} satisfies Record<keyof Chain, Is>);

const isSignedBy = only(
  { userId: isText, role: isText, signInLevel: isText, signedInAt: isInstant } satisfies Record<
    keyof Omit<SignedBy, 'name'>,
    Is
  >,
  { name: isText },
);

const isPayload = only({
  format: oneOf('utfort-record/1'),
  kind: isKind,
  municipality: isText,
  chain: isChain,
  signedBy: isSignedBy,
  signedAt: isInstant,
  intentId: isText,
  content: (value) => value !== undefined,
  contentSha256: isSha256,
} satisfies Record<keyof Payload, Is>);

const isRecord = only({
  payload: isPayload,
  sha256: isSha256,
  jws: (value) => typeof value === 'string',
  jwk: only(point),
} satisfies Record<keyof SignedRecord, Is>);

/** Whether a value has the members of a signed record. */
export const isSignedRecord = (value: unknown): value is SignedRecord => isRecord(value);

/** Whether a member of a JWKS is a key that seals; what else it says is let be. */
export const isPublicKey = (value: unknown): value is PublicKey =>
  isMembers(value) &&
  fits(
    value,
    { ...point, kid: isCoordinate },
    { alg: oneOf('ES256'), use: oneOf('sig'), utfort_from: isInstant, utfort_to: isInstant },
  );
