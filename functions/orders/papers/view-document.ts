import * as z from 'zod';
import { CaseNumber, SafeId } from '../../../shared/domain/case-number.ts';
import { localIso, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { accessLogged, ReadingReason } from '../../people/door.ts';
import { formsOfChoice, papersFor } from './load-case-papers.ts';

/** What a browser shows by itself; the rest is saved. */
const shows = ['application/pdf', 'image/jpeg', 'image/png'];

/** For how long an address to a file is good. */
const minutesToOpen = 5;

const shownAs = (contentType: string): 'inline' | 'attachment' =>
  shows.includes(contentType) ? 'inline' : 'attachment';

/**
 * A paper of a case, or the form of a choice in it, to be read: an address that is good for some minutes. Who read what
 * and why is written in the access log, in the commit that the answer waits for; the answer is never kept.
 */
export const viewDocument = endpoint({
  summary: 'Open a document of a case, with the reason for it',
  path: z.object({ caseNo: CaseNumber, documentId: SafeId }),
  body: z.strictObject({ reason: ReadingReason }),
  answer: z.object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires; hand it to nobody' }),
    expiresAt: z.string(),
    contentType: z.string(),
    shown: z.enum(['inline', 'attachment']).meta({ description: 'Whether a browser shows it or saves it' }),
  }),
  keepsAnswer: false,
  async run({ path, body, caller, at, entry }, deps) {
    const { caseNo, documentId } = path;
    const papers = await papersFor(caseNo, caller, deps.table);
    if (!papers.ok) return papers;
    const paper = papers.value.find((one) => one.documentId === documentId);
    if (paper && !paper.file) return refuse('conflict', 'document-on-paper');
    const forms = paper ? [] : await formsOfChoice(caseNo, caller, deps.table);
    if (!paper && !forms.some((form) => form.documentId === documentId)) return refuse('missing', 'document-not-found');
    const stored = await deps.documents.find('documents', documentId);
    if (!stored) return refuse('missing', 'document-not-found');

    const { contentType } = stored;
    const shown = shownAs(contentType);
    const expiresAt = plusMinutes(at, minutesToOpen);
    const { url } = await deps.documents.openView({
      bucket: 'documents',
      id: documentId,
      contentType,
      shown,
      expiresAt,
    });
    const row = { at, by: byOf(caller), entry, caseNos: [caseNo], reason: body.reason };
    return done({ url, expiresAt: localIso(expiresAt), contentType, shown }, accessLogged(row, deps));
  },
});
