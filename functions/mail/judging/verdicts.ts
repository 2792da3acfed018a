/** What the mail service judges of each mail; one that it has not told is as bad as one that it refuses. */
const asked = ['spam', 'virus', 'spf', 'dkim', 'dmarc'] as const;
/** Where it may say that it does not know: a sender's domain need say nothing of these, and we verify for ourselves. */
const mayBeGrey: ReadonlySet<string> = new Set(['spf', 'dmarc']);

/** Whether the mail service speaks against a mail: refused, could not be judged, or not judged at all. */
export const isVetoed = (verdicts: Readonly<Record<string, string>>): boolean =>
  asked.some((name) => {
    const verdict = verdicts[name];
    return verdict !== 'PASS' && !(verdict === 'GRAY' && mayBeGrey.has(name));
  });
