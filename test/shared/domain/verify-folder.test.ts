import { beforeAll, describe, expect, it } from 'vitest';
import { sealRecord } from '../../../functions/months/signing/seal-record.ts';
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
const sound = { stream, missing: [], forks: [], broken: [], unclear: [], leftovers: [] };

describe('the records of a folder', () => {
  it('hold together, in whatever order they come', async () => {
    const verification = await folder(three, one, two);
    expect(verification.valid).toBe(true);
    expect(verification.files.map(({ valid }) => valid)).toEqual([true, true, true]);
    expect(verification.links).toEqual([{ ...sound, present: [1, 2, 3] }]);
  });

  it('a gap is told, though what is there holds', async () => {
    const verification = await folder(one, three);
    expect(verification).toMatchObject({ valid: true, links: [{ present: [1, 3], missing: [2] }] });
  });

  it('a cut tail shows when a checkpoint names it', async () => {
    const verification = await folder(one, two, await checkpoint(three));
    expect(verification.links).toContainEqual({ ...sound, present: [1, 2], missing: [3] });
  });

  it('two histories contradict each other', async () => {
    const other = await after(one, 'another second');
    const next = await after(other, 'another third');
    expect(await folder(one, two, other, three, next)).toMatchObject({
      valid: false,
      links: [{ forks: [2], unclear: [3], leftovers: [] }],
    });
    expect(await folder(one, other, next, await checkpoint(two))).toMatchObject({
      valid: false,
      links: [{ forks: [2] }, {}],
    });
  });

  it('two at the end, of which nothing names either: which is the chain’s cannot be told', async () => {
    const other = await after(one, 'another second');
    expect(await folder(one, two, other)).toMatchObject({ valid: false, links: [{ unclear: [2], leftovers: [] }] });
  });

  describe('a record of an act that was never committed', () => {
    const orphanOf = (head: SignedRecord | undefined) => after(head, 'signed at once by another');

    it.each(['first', 'second'])(
      'is named, and the rest holds, when the next one names its sibling (%s)',
      async (where) => {
        const orphan = await orphanOf(where === 'first' ? undefined : one);
        for (const records of [
          [orphan, one, two, three],
          [three, two, one, orphan],
        ])
          expect(await folder(...records)).toEqual(
            expect.objectContaining({
              valid: true,
              links: [{ ...sound, present: [1, 2, 3], leftovers: [`${records.indexOf(orphan)}.json`] }],
            }),
          );
      },
    );

    it('and when it is a checkpoint that names the last one', async () => {
      const verification = await folder(one, two, three, await orphanOf(two), await checkpoint(three));
      expect(verification).toMatchObject({ valid: true, links: [{ present: [1, 2, 3], leftovers: ['3.json'] }, {}] });
    });

    it('several of them, at one place and at others', async () => {
      const some = [await orphanOf(one), await after(one, 'a third hand'), await orphanOf(undefined)];
      const { valid, links } = await folder(one, two, three, ...some);
      expect({ valid, leftovers: links[0]?.leftovers }).toEqual({
        valid: true,
        leftovers: ['3.json', '4.json', '5.json'],
      });
    });

    it('stands in for nobody: the record that it lost to is missed when it is taken away', async () => {
      const orphan = await orphanOf(one);
      const verification = await folder(one, orphan, three);
      expect(verification).toMatchObject({ valid: false, links: [{ broken: [2], leftovers: [] }] });
      expect(await folder(one, two, await orphanOf(two), await checkpoint(three))).toMatchObject({
        valid: false,
        links: [{ broken: [3], leftovers: [] }, {}],
      });
    });

    it('hides no change of another', async () => {
      const changed = { ...two, sha256: one.sha256 };
      expect(await folder(one, changed, three, await orphanOf(undefined))).toMatchObject({
        valid: false,
        links: [{ present: [1, 3], missing: [2], leftovers: ['3.json'] }],
      });
    });
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
