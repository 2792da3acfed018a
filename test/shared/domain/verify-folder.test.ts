import { beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../shared/domain/seal-record.ts';
import { chainAfter, recordBytes, type SignedRecord } from '../../../shared/domain/signed-record.ts';
import { verifyFolder } from '../../../shared/domain/verify-folder.ts';
import { localSigner } from '../../../shared/embedded/local-signer.ts';
import { aPayload } from '../../support/a-record.ts';

const signer = localSigner({ folder: ':memory:', now: () => '2026-01-01T00:00:00.000Z' });
const after = async (head: SignedRecord | undefined, content: unknown) =>
  sealRecord(await aPayload({ content }, head), signer);
const checkpoint = async (...heads: SignedRecord[]) => {
  const content = {
    heads: heads.map(({ payload: { chain }, sha256 }) => ({ stream: chain.stream, seq: chain.seq, sha256 })),
  };
  return sealRecord(
    await aPayload({ kind: 'checkpoint', chain: chainAfter('checkpoints/2026', undefined), content }),
    signer,
  );
};
const folder = async (...records: SignedRecord[]) =>
  verifyFolder(
    records.map((record, index) => ({ file: `${index}.json`, bytes: recordBytes(record) })),
    await signer.keys(),
  );

let one: SignedRecord;
let two: SignedRecord;
let three: SignedRecord;
beforeAll(async () => {
  one = await after(undefined, 1);
  two = await after(one, 2);
  three = await after(two, 3);
});

const stream = 'Exempelkommun: P1/2026-10';

describe('the records of a folder', () => {
  it('hold together, in whatever order they come', async () => {
    const verification = await folder(three, one, two);
    expect(verification.valid).toBe(true);
    expect(verification.files.map(({ valid }) => valid)).toEqual([true, true, true]);
    expect(verification.links).toEqual([{ stream, present: [1, 2, 3], missing: [], forks: [], broken: [] }]);
  });

  it('a gap is told, though what is there holds', async () => {
    const verification = await folder(one, three);
    expect(verification).toMatchObject({ valid: true, links: [{ present: [1, 3], missing: [2] }] });
  });

  it('a cut tail shows when a checkpoint names it', async () => {
    const verification = await folder(one, two, await checkpoint(three));
    expect(verification.links).toContainEqual({ stream, present: [1, 2], missing: [3], forks: [], broken: [] });
  });

  it('two histories contradict each other', async () => {
    const other = await after(one, 'another second');
    expect(await folder(one, two, other)).toMatchObject({ valid: false, links: [{ forks: [2] }] });
  });

  it('a record put in another’s place is found by the next one', async () => {
    const other = await after(one, 'another second');
    expect(await folder(one, other, three)).toMatchObject({ valid: false, links: [{ forks: [], broken: [2] }] });
  });

  it('a record put in another’s place is found by a checkpoint', async () => {
    const other = await after(two, 'another third');
    expect(await folder(one, two, other, await checkpoint(three))).toMatchObject({ valid: false });
  });

  it('the same record twice is no contradiction', async () => {
    expect(await folder(one, one, two)).toMatchObject({ valid: true, links: [{ present: [1, 2], forks: [] }] });
  });

  it('a changed file fails, and the links of the others are still told', async () => {
    const changed = { ...two, sha256: one.sha256 };
    const verification = await folder(one, changed, three);
    expect(verification.files[1]).toEqual({ file: '1.json', valid: false, reason: 'payload-changed' });
    expect(verification).toMatchObject({ valid: false, links: [{ present: [1, 3], missing: [2] }] });
  });

  it('streams of the same name in two municipalities are two', async () => {
    const elsewhere = await sealRecord(await aPayload({ municipality: 'Annankommun' }), signer);
    expect((await folder(one, elsewhere)).links.map((links) => links.stream)).toEqual([
      stream,
      'Annankommun: P1/2026-10',
    ]);
  });
});
