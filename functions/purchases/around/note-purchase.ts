import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { guarded, Remark } from '../../../shared/domain/free-text.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { ownUploads } from '../preparing/papers-step.ts';
import { AroundPath, aroundTaken, loadAround, newMatter } from './around-act-step.ts';
import { MatterView } from './matter-view.ts';
import { NoteForm, notedHelp } from './note.ts';

/** The performer's staff note help that was given, in the form that the routine asks for (B-12, B-19, H-35, M-14). */
export const notePurchase = endpoint({
  summary: 'Note bought help that was given',
  path: AroundPath,
  body: z.strictObject({
    form: NoteForm.meta({
      description: 'On paper that is scanned, by a reference to the own journal, or written here',
    }),
    documentId: SafeId.optional().meta({ description: 'The scan of a paper, from openUpload' }),
    reference: guarded(z.string().trim().min(1).max(60)).optional(),
    words: Remark.optional(),
    reason: Remark.optional().meta({ description: 'Why in another form than the routine’s' }),
  }),
  answer: MatterView,
  async run({ path, body, caller, at }, deps) {
    const own = await loadAround(path.purchaseId, { caller, at }, deps);
    if (!own.ok) return own;
    const { stored, actor, pack } = own.value;
    const note = notedHelp(stored.entity, body, actor, pack, body.reason);
    if (!note.ok) return note;
    const { documentId } = note.value;
    const named = documentId === undefined ? [] : [{ at: 'body.documentId', documentId }];
    const filed = await ownUploads(named, caller, deps);
    if (!filed.ok) return filed;
    const next = { ...newMatter('note', deps.newId('notering'), own.value), ...note.value };
    const rule = pack.purchases.documentation;
    const row = { event: 'purchase-help-noted', ...(rule ? { rule } : {}), refs: { form: note.value.form } };
    return aroundTaken(next, undefined, own.value, { row }, deps);
  },
});
