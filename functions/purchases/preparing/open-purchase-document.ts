import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { localIso, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { accessLogged, ReadingReason } from '../../people/door.ts';
import { isMatterPaper } from '../around/load-matter-papers.ts';
import { FileToRead, minutesToRead } from '../file-to-read.ts';
import { loadPurchase } from '../load-purchase.ts';
import { readablePaper } from './load-papers.ts';
import { isOurs } from './papers-step.ts';

/**
 * A paper that was handed over, to be read before the help is given (H-39), or that answers a question (B-10): an address that is good for some minutes. Who
 * read it is written in the access log, in the commit that the answer waits for.
 */
export const openPurchaseDocument = endpoint({
  summary: 'Open a document that was handed over in a purchase',
  path: z.object({ purchaseId: SafeId, documentId: SafeId }),
  body: z.strictObject({ reason: ReadingReason.optional() }),
  answer: FileToRead,
  keepsAnswer: false,
  async run(input, deps) {
    const { path, body, caller, at, entry } = input;
    const own = await loadPurchase(path.purchaseId, input, deps);
    if (!own.ok) return own;
    const paper = readablePaper(own.value, path.documentId);
    if (!paper.ok && !(await isMatterPaper(own.value, path.documentId, deps))) return paper;
    const stored = isOurs(path.documentId) ? await deps.documents.find('documents', path.documentId) : undefined;
    if (!stored) return refuse('conflict', 'document-elsewhere');
    const { contentType } = stored;
    const expiresAt = plusMinutes(at, minutesToRead);
    const shown: z.output<typeof FileToRead>['shown'] = contentType === 'image/tiff' ? 'attachment' : 'inline';
    const wanted = { bucket: 'documents', id: path.documentId, contentType, shown, expiresAt } as const;
    const { url } = await deps.documents.openView(wanted);
    const reason = body.reason ?? `handling i köp ${path.purchaseId}`;
    const row = { at, by: byOf(caller), entry, caseNos: [own.value.stored.entity.caseNo], reason };
    return done({ url, expiresAt: localIso(expiresAt), contentType, shown }, accessLogged(row, deps));
  },
});
