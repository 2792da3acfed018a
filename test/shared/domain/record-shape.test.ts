import { beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../functions/months/signing/seal-record.ts';
import { PublicKey } from '../../../shared/domain/public-keys.ts';
import { isPublicKey, isSignedRecord } from '../../../shared/domain/record-shape.ts';
import { SignedRecord } from '../../../shared/domain/signed-record.ts';
import { localSigner } from '../../../shared/embedded/local-signer.ts';
import { aPayload } from '../../support/a-record.ts';

/** What may stand where something else should: of every type, and at the edges of what the schemas allow. */
const strange: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  1,
  -1,
  1.5,
  2 ** 53,
  '',
  'x',
  'x'.repeat(200),
  'x'.repeat(201),
  'a'.repeat(64),
  'A'.repeat(64),
  `${'a'.repeat(64)}\n`,
  'A'.repeat(43),
  'EC',
  'P-384',
  'report',
  'checkpoint',
  '2026-11-13T09:00:00.000Z',
  '2026-02-29T09:00:00.000Z',
  '2024-02-29T24:00:00.000Z',
  '2026-11-13T09:00:60.000Z',
  '2026-11-13T09:00:00Z',
  '2026-11-13T09:00:00.000+01:00',
  [],
  [1],
  {},
  { a: 1 },
];

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Every value that comes of changing one place of a value, at whatever depth. */
function* changed(value: unknown): Generator<unknown> {
  yield* strange;
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const other of changed(item)) yield value.with(index, other);
    return;
  }
  yield { ...value, more: 1 };
  yield JSON.parse(JSON.stringify(value).replace('{', '{"__proto__":{},').replace(',}', '}'));
  for (const [name, item] of Object.entries(value)) {
    const { [name]: _, ...rest } = value as Record<string, Json>;
    yield rest;
    for (const other of changed(item)) yield { ...value, [name]: other };
  }
}

const signer = localSigner({ folder: ':memory:', now: () => '2026-01-01T00:00:00.000Z' });
let record: SignedRecord;
beforeAll(async () => {
  const first = await sealRecord(await aPayload({ kind: 'submission', content: 1 }), signer);
  record = await sealRecord(await aPayload({ content: 1 }, first), signer);
});

describe('the shapes without their schemas', () => {
  it('take exactly the records that the schema takes', () => {
    const all = [record, ...changed(record)];
    const differing = all.filter((value) => isSignedRecord(value) !== SignedRecord.safeParse(value).success);
    expect(differing).toEqual([]);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(isSignedRecord).length).toBeGreaterThan(20);
  });

  it('take exactly the keys that the schema takes', async () => {
    const [key] = (await signer.keys()).keys;
    const full = { ...key, alg: 'ES256', use: 'sig', utfort_to: '2026-12-01T00:00:00.000Z' };
    const all = [key, full, ...changed(full)];
    const differing = all.filter((value) => isPublicKey(value) !== PublicKey.safeParse(value).success);
    expect(differing).toEqual([]);
    expect(all.filter(isPublicKey).length).toBeGreaterThan(5);
  });
});
