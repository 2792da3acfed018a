import { accept, type Missing, type Result } from '../../../shared/domain/result.ts';
import { sentence } from '../../../shared/messages/sentence.ts';
import type { BuyingPack } from '../buying-pack.ts';
import { lacking } from '../conditions/missing.ts';

/** How help is documented: written here, on paper that is scanned, or in a journal that is only referred to. */
export type NoteForm = 'DIGITAL' | 'PAPER' | 'JOURNAL_REF';

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
