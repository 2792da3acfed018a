import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitmentOf, sampled } from '../../../../functions/months/sampling/sample.ts';

const seed = Buffer.from('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex');
const of = (providerId: string, many: number) =>
  Array.from({ length: many }, (_, n) => ({ providerId, caseNo: `A-${n}` }));
const hash = (text: string) =>
  createHash('sha256')
    .update(Buffer.concat([seed, Buffer.from(text)]))
    .digest('hex');

describe('the sample of a month', () => {
  it('is drawn by the seed’s own hashes: the smallest of each provider', async () => {
    const [one] = await sampled(seed, of('P1', 20), 5);
    const smallest = of('P1', 20)
      .map(({ caseNo }) => caseNo)
      .sort((a, b) => (hash(`P1/${a}`) < hash(`P1/${b}`) ? -1 : 1))[0];
    expect(one).toEqual({ providerId: 'P1', caseNo: smallest });
  });

  it('is the share rounded up, at least one a provider, whatever the order of the cases', async () => {
    const cases = [...of('P2', 1), ...of('P1', 41)];
    const drawn = await sampled(seed, cases, 5);
    expect(drawn.map(({ providerId }) => providerId)).toEqual(['P1', 'P1', 'P1', 'P2']);
    expect(await sampled(seed, cases.toReversed(), 5)).toEqual(drawn);
    expect(await sampled(seed, cases, 100)).toHaveLength(42);
    expect(await sampled(Buffer.from('ff', 'hex'), of('P1', 41), 5)).not.toEqual(drawn.slice(0, 3));
  });

  it('is published as the SHA-256 of the seed’s bytes', async () => {
    expect(await commitmentOf(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
