import { sha256 } from '../../../shared/domain/sha256.ts';

export type Sampled = { readonly providerId: string; readonly caseNo: string };

/** What is published of a seed before anybody knows whom it chooses: SHA-256 of its bytes, hexadecimal. */
export const commitmentOf = (seed: Uint8Array): Promise<string> => sha256(seed);

const placeOf = (seed: Uint8Array, { providerId, caseNo }: Sampled): Promise<string> =>
  sha256(Buffer.concat([seed, Buffer.from(`${providerId}/${caseNo}`)]));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The cases of a month's sample, by provider and then as they are drawn: of each provider its share in per cent, rounded
 * up, so that none goes without. Whoever has the seed draws the same; whoever has only its commitment draws nothing.
 */
export async function sampled(seed: Uint8Array, cases: readonly Sampled[], share: number): Promise<readonly Sampled[]> {
  const placed = await Promise.all(
    cases.map(async ({ providerId, caseNo }) => ({
      providerId,
      caseNo,
      place: await placeOf(seed, { providerId, caseNo }),
    })),
  );
  return [...Map.groupBy(placed, ({ providerId }) => providerId)]
    .toSorted(([one], [other]) => compare(one, other))
    .flatMap(([, theirs]) =>
      theirs
        .toSorted((one, other) => compare(one.place, other.place))
        .slice(0, Math.ceil((theirs.length * share) / 100))
        .map(({ providerId, caseNo }) => ({ providerId, caseNo })),
    );
}
