import type { Digests } from '../../../shared/mail/authenticity.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import type { Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';

/** What is written with a mail that has acted, or is asked about, so that it does so once. */
export type Marks = { readonly acted: readonly Change[]; readonly asked: readonly Change[] };

/**
 * Whether a mail has come before, and what to write so that it is known when it comes again. What has acted is known by its
 * content in any envelope, by whom it is to as well where that is signed. What was only asked about is known by all of it
 * and by the letters that it came to: brought wrongly, it takes nothing from the one that its author sends.
 */
export async function comingBefore(
  { id }: Mail,
  {
    digests,
    isToSigned,
    cameTo,
  }: {
    readonly digests: Digests;
    readonly isToSigned: boolean;
    readonly cameTo: readonly string[];
  },
  table: Table,
): Promise<{ readonly isRepeated: boolean; readonly marks: Marks }> {
  const { mark, marked } = mailStore(table);
  const asked = [digests.whole, ...[...cameTo].sort()].join('#');
  const [content, addressed, whole] = await Promise.all(
    [digests.content, digests.addressed, asked].map((one) => marked([one])),
  );
  const before = [addressed, whole, ...(isToSigned ? [] : [content])];
  return {
    // What was cut off after its first act goes on; only another mail has been before it.
    isRepeated: before.some((one) => one !== undefined && one !== id),
    marks: {
      acted: [mark(digests.addressed, id), ...(content === undefined ? [mark(digests.content, id)] : [])],
      asked: whole === undefined ? [mark(asked, id)] : [],
    },
  };
}
