import { createHash } from 'node:crypto';
import type { Digests } from '../../../shared/mail/authenticity.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import type { Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';

/** What is written with a mail that has acted, or is asked about, so that it does so once. */
export type Marks = { readonly acted: readonly Change[]; readonly asked: readonly Change[] };

/**
 * Whether a mail has come before, and what to write so that it is known when it comes again. What has acted is known by its
 * content in any envelope, by whom it is to as well where that is signed, and by the letter that it is shown to answer: two
 * that are alike to the second may confirm two orders. Once what shows that is gone, the content alone is known. What was
 * only asked about is known by all of it and by the letters that it came to: brought wrongly, it takes nothing from the
 * one that its author sends.
 */
export async function comingBefore(
  { id }: Mail,
  {
    digests,
    answers,
    isToSigned,
    cameTo,
  }: {
    readonly digests: Digests;
    readonly answers: string;
    readonly isToSigned: boolean;
    readonly cameTo: readonly string[];
  },
  table: Table,
): Promise<{ readonly isRepeated: boolean; readonly marks: Marks }> {
  const { mark, marked } = mailStore(table);
  const asked = [digests.whole, ...[...cameTo].sort()].join('#');
  const letters = [...new Set(answers.split(/\s+/).filter((one) => one !== ''))].sort().join(' ');
  const inAnswer = (digest: string) =>
    letters === '' ? digest : createHash('sha256').update(`${digest}\0${letters}`).digest('hex');
  const [content, addressed] = [inAnswer(digests.content), inAnswer(digests.addressed)];
  const acted = [...new Set([addressed, content, digests.addressed, digests.content])];
  const known = new Map(await Promise.all([...acted, asked].map(async (one) => [one, await marked([one])] as const)));
  const before = [addressed, asked, ...(isToSigned ? [] : [content])].map((one) => known.get(one));
  return {
    // What was cut off after its first act goes on; only another mail has been before it.
    isRepeated: before.some((one) => one !== undefined && one !== id),
    marks: {
      acted: acted.filter((one) => known.get(one) === undefined).map((one) => mark(one, id)),
      asked: known.get(asked) === undefined ? [mark(asked, id)] : [],
    },
  };
}
