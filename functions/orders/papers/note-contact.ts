import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { ContactNote, contactParties } from './contact-note.ts';
import { contactNoteStore } from './contact-note-store.ts';

/** Somebody has called, or been called: what was said stays with the case, and the journal says that it was. */
export const noteContact = endpoint({
  summary: 'Write down a contact in a case',
  path: z.object({ caseNo: CaseNumber }),
  body: z.strictObject({
    with: z.enum(contactParties),
    text: Remark.meta({ description: 'What was said; stays in the system, with the municipality' }),
  }),
  answer: ContactNote,
  async run({ path: { caseNo }, body, caller, at }, { table, newId }) {
    const found = await caseStore(table).find(caseNo);
    const isTheirs = caller.role === 'head' || found?.entity.officerId === caller.caseload;
    if (!found || !isTheirs) return refuse('missing', 'case-not-found');
    const note = { ...body, id: newId('kontakt'), caseNo, at, by: caller.userId };
    // Whom with, and never what was said: the journal is read by more than the case is.
    const row = { event: 'contact-noted', caseNo, refs: { noteId: note.id, with: body.with } };
    return done(note, { status: 201, saves: [contactNoteStore(table).add(note)], rows: [row] });
  },
});
