import type { SignedRecord } from './signed-record.ts';

/** A place in a stream and the record that is, or is said to be, there. */
export type ChainPlace = { readonly stream: string; readonly seq: number; readonly sha256: string };
/** A record in a file of the folder. */
export type Filed = ChainPlace & { readonly file: string };

/** What the whole records of one stream say of each other. */
export type Links = {
  readonly stream: string;
  /** The records of the chain that are here, and those that are named by the ones here and are not. */
  readonly present: readonly number[];
  readonly missing: readonly number[];
  /** Places at which two different records are each named by others: someone has two histories. */
  readonly forks: readonly number[];
  /** Places with another record than the one that a later record or a checkpoint names. */
  readonly broken: readonly number[];
  /** Places with two different records and nothing here that names either: which is the chain's is not known. */
  readonly unclear: readonly number[];
  /**
   * Files whose record does not belong to the chain: another record has its place, and is the one that is named. It was
   * sealed for a step that was never committed, and proves nothing.
   */
  readonly leftovers: readonly string[];
};

/**
 * The links of one stream. Which of two records at one place is the chain's is decided by what names it: the next one's
 * `previous` and every later one's `earlier`, or a checkpoint in another stream. That a leftover is there takes nothing
 * from the chain; but it never replaces the record that is named and is not here.
 */
export function linksIn(stream: string, filed: readonly Filed[], named: readonly ChainPlace[]): Links {
  const at = (places: readonly ChainPlace[], seq: number) =>
    new Set(places.filter((place) => place.seq === seq).map(({ sha256 }) => sha256));
  const places = ascending([...filed, ...named].map(({ seq }) => seq)).map((seq) => {
    const [here, claimed] = [at(filed, seq), at(named, seq)];
    return { seq, here, claimed, isHere: meet(here, claimed) };
  });
  const where = (holds: (place: (typeof places)[number]) => boolean) => places.filter(holds).map(({ seq }) => seq);
  const isLeftover = ({ seq, sha256 }: Filed) => {
    const claimed = at(named, seq);
    return claimed.size === 1 && !claimed.has(sha256) && meet(at(filed, seq), claimed);
  };
  return {
    stream,
    present: where(({ here }) => here.size > 0),
    missing: where(({ here, claimed }) => claimed.size > 0 && here.size === 0),
    forks: where(({ claimed }) => claimed.size > 1),
    broken: where(({ here, claimed, isHere }) => claimed.size === 1 && here.size > 0 && !isHere),
    unclear: where(({ here, claimed }) => claimed.size === 0 && here.size > 1),
    leftovers: filed.filter(isLeftover).map(({ file }) => file),
  };
}

/**
 * Whether nothing in the stream contradicts anything else in it. What is missing is listed, and contradicts nothing.
 */
export const isSound = ({ forks, broken, unclear }: Links): boolean =>
  forks.length + broken.length + unclear.length === 0;

/** Two municipalities may name a stream alike; it is not the same stream. */
export const streamOf = (municipality: string, stream: string): string => `${municipality}: ${stream}`;

export const placeOf = ({ payload: { municipality, chain }, sha256 }: SignedRecord): ChainPlace => ({
  stream: streamOf(municipality, chain.stream),
  seq: chain.seq,
  sha256,
});

export const earlierRecordsOf = ({ payload: { municipality, chain } }: SignedRecord): ChainPlace[] =>
  chain.earlier.map(({ seq, sha256 }) => ({ stream: streamOf(municipality, chain.stream), seq, sha256 }));

const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((each) => other.has(each));

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);
