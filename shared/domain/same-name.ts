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
