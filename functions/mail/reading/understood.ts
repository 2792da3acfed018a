import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Mail, MailAct } from '../mail.ts';
import { type Known, type NotUnderstood, understand } from './understanding.ts';

/** What a mail says, as it may be kept: what reads as a person is hidden. */
export type KeptWords = {
  readonly subject: string;
  readonly text: string;
  /** The words that mean something, with what is hidden hidden. */
  readonly words: string;
  /** The same as they were written: for understanding alone, and kept nowhere. */
  readonly written: string;
  readonly isUnclear: boolean;
  /** Whether anything is hidden in any of it. */
  readonly isHidden: boolean;
  /** Something was written among what is quoted, which may qualify what is said. */
  readonly isAmongQuoted: boolean;
  /** Words came with it that are struck through, or that nobody sees. */
  readonly hasUnseen?: boolean;
  /** The files that came with it, as people are told of them. */
  readonly files: NonNullable<Mail['files']>;
};

/** Why nothing is made of words that are understood. */
export const otherDoubts = ['unclear-row', 'two-readings', 'words-in-quote', 'unseen-words'] as const;

/** What a mail says, and whether something of a person was written in it, which its sender is told. */
export type Meant = { readonly isMasked: boolean } & (
  | { readonly ok: true; readonly acts: readonly MailAct[] }
  | { readonly ok: false; readonly why: NotUnderstood | (typeof otherDoubts)[number] }
);

/** What is kept of an act holds nothing that was hidden. */
const hiding = (acts: readonly MailAct[], hidden: readonly MailAct[]): readonly MailAct[] =>
  acts.map((act, n) => {
    const other = hidden[n];
    return other?.act === act.act ? other : act;
  });

/** What a mail means. What stands among the quoted and was not there when it was sent is for a person (S-28). */
export function meaningOf(said: KeptWords, today: LocalDate, known: Known): Meant {
  const meant = meaningOfWords(said, today, known);
  // Nobody is shown them, and they count for nothing: what was meant is asked.
  if (said.hasUnseen) return { ok: false, why: 'unseen-words', isMasked: meant.isMasked };
  if (!meant.ok || !said.isAmongQuoted) return meant;
  return { ok: false, why: 'words-in-quote', isMasked: meant.isMasked };
}

/**
 * A word that is hidden may be one of the few that mean something, for a customer can be called Maj: so it is read as it was
 * written first, and as it is kept when that says nothing.
 */
function meaningOfWords(said: KeptWords, today: LocalDate, known: Known): Meant {
  const isHidden = said.words !== said.written.normalize('NFC');
  if (said.isUnclear) return { ok: false, why: 'unclear-row', isMasked: isHidden };
  const [asWritten, asKept] = [understand(said.written, today, known), understand(said.words, today, known)];
  if (!asWritten.ok) return { ...asKept, isMasked: isHidden };
  if (!isHidden) return { ...asWritten, isMasked: false };
  // In a reason it was of a person; in a word that means something it was not.
  if (asKept.ok) return { ok: true, acts: hiding(asWritten.acts, asKept.acts), isMasked: true };
  const hasReason = asWritten.acts.some(({ act }) => act === 'reject' || act === 'not-executed');
  return hasReason ? { ...asKept, isMasked: true } : { ...asWritten, isMasked: false };
}
