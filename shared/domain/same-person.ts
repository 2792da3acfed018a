/** A word of a name, or its keyed hash. */
type Words = readonly string[];

/**
 * Whether two names can be one person's: one holds all of the other's words, or the first word is the same, as when
 * somebody has married. Each of one's own words is given in the forms that it may be written in.
 */
export function namesAgree(own: readonly Words[], theirs: ReadonlySet<string>): boolean {
  const isTheirs = (forms: Words) => forms.some((form) => theirs.has(form));
  const [first = []] = own;
  const mine = new Set(own.flat());
  return (
    isTheirs(first) ||
    (own.length > 0 && own.every(isTheirs)) ||
    (theirs.size > 0 && [...theirs].every((form) => mine.has(form)))
  );
}

/** A case whose customer has the number too: the hashes that its customer's name is found by. */
type Held = { readonly found: ReadonlySet<string> };

type Asked = {
  readonly names: readonly Words[];
  /** Somebody has said that it is one person, or the case has been that person's. */
  readonly isSaid: boolean;
  /** Whether the number is known as a person's: then all of that person's cases come with it. */
  readonly isKnown: boolean;
  /** Whether the person may have no more cases. */
  readonly isFull: boolean;
};

/**
 * Whose a case becomes by its number (A73): the person's whose other cases these are, where a name agrees; a stranger's
 * where none does, until somebody says that it is one person all the same. Of those who were written in before persons
 * were kept, only those whose names agree come with it.
 */
export function ofOnePerson<One extends Held>(
  cases: readonly One[],
  { names, isSaid, isKnown, isFull }: Asked,
): { readonly others: readonly One[] } | { readonly strangers: readonly One[] } {
  const same = isSaid ? cases : cases.filter(({ found }) => namesAgree(names, found));
  if (cases.length > 0 && (same.length === 0 || isFull)) return { strangers: cases };
  return { others: isKnown ? cases : same };
}
