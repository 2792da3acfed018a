import * as z from 'zod';
import { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Missing, type Result, refuse } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';
import { notOf, type PurchaseActor } from '../party.ts';
import type { Purchase } from '../purchase.ts';

/** How help is documented: written here, on paper that is scanned, or in a journal that is only referred to. */
export const NoteForm = z.enum(['DIGITAL', 'PAPER', 'JOURNAL_REF']);
export type NoteForm = z.infer<typeof NoteForm>;

/** A note of help that was given; it is never another afterwards. */
export const PurchaseNote = z.object({
  noted: z.object({ at: Instant, by: z.string() }),
  form: NoteForm,
  /** The scan of a paper. */
  documentId: z.string().optional(),
  /** Where in the performer's own journal. */
  reference: z.string().optional(),
  words: z.string().optional(),
  remark: z.string().optional(),
});
export type PurchaseNote = z.infer<typeof PurchaseNote>;

const formOf = {
  OWN_JOURNAL: 'DIGITAL',
  PAPER: 'PAPER',
  SOL_JOURNAL_REF: 'JOURNAL_REF',
} as const satisfies Record<string, NoteForm>;

/**
 * A note is in the form that the routine asks for: paper (H-35), or the performer's own journal that is referred to (B-12,
 * B-19, A49). Another form asks for a reason.
 */
export function noteForm(
  form: NoteForm,
  { params, purchases }: Pick<BuyingPack, 'params' | 'purchases'>,
  reason?: string,
): Result<{ readonly form: NoteForm; readonly remark?: string }, 'condition-missing'> {
  const rule = purchases.documentation;
  if (rule === undefined || form === formOf[params['documentation.mode']]) return accept({ form });
  const words = reason?.trim() ?? '';
  const missing: Missing = { rule, level: 'WRN', text: sentence('purchase-note-form', 'sv') };
  return words === '' ? lacking('condition-missing', [missing]) : accept({ form, remark: words });
}

/** What each form is made of. */
const parts = { DIGITAL: 'words', PAPER: 'documentId', JOURNAL_REF: 'reference' } as const satisfies Record<
  NoteForm,
  keyof PurchaseNote
>;

type NoteSaid = Pick<PurchaseNote, 'form'> & {
  readonly documentId?: string | undefined;
  readonly reference?: string | undefined;
  readonly words?: string | undefined;
};

/** The performer's staff note what they did, or where it is noted (B-12, B-19, H-35, M-14). */
export function notedHelp(
  purchase: Purchase,
  said: NoteSaid,
  actor: PurchaseActor,
  pack: BuyingPack,
  reason?: string,
): Result<PurchaseNote, 'purchase-not-found' | 'not-your-side' | 'note-part-missing' | 'condition-missing'> {
  const refused = notOf('RECEIVING', purchase, actor);
  if (refused) return refused;
  const part = parts[said.form];
  const { [part]: content } = said;
  if (content === undefined)
    return refuse('invalid', 'note-part-missing', [{ at: `body.${part}`, code: 'note-part-missing' }]);
  const form = noteForm(said.form, pack, reason);
  if (!form.ok) return form;
  return accept({ noted: { at: actor.at, by: actor.userId }, ...form.value, [part]: content });
}
