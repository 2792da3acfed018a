import { createHash } from 'node:crypto';

export type Sampled = { readonly providerId: string; readonly caseNo: string };

/** What is published of a seed before anybody knows whom it chooses: SHA-256 of its bytes, hexadecimal. */
export const commitmentOf = (seed: Uint8Array): string => createHash('sha256').update(seed).digest('hex');

const placeOf = (seed: Uint8Array, { providerId, caseNo }: Sampled): string =>
  createHash('sha256').update(seed).update(`${providerId}/${caseNo}`).digest('hex');

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The cases of a month's sample, by provider and then as they are drawn: of each provider its share in per cent, rounded
 * up, so that none goes without. Whoever has the seed draws the same; whoever has only its commitment draws nothing.
 */
export function sampled(seed: Uint8Array, cases: readonly Sampled[], share: number): readonly Sampled[] {
  const byProvider = [...Map.groupBy(cases, ({ providerId }) => providerId)];
  return byProvider
    .toSorted(([one], [other]) => compare(one, other))
    .flatMap(([, theirs]) =>
      theirs
        .map(({ providerId, caseNo }) => ({ providerId, caseNo, place: placeOf(seed, { providerId, caseNo }) }))
        .toSorted((one, other) => compare(one.place, other.place))
        .slice(0, Math.ceil((theirs.length * share) / 100))
        .map(({ providerId, caseNo }) => ({ providerId, caseNo })),
    );
}
