import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { loadKeying, loadPaper, responsibleOfficers } from './load-paper.ts';
import { mayConfirm, mayKey, maySee } from './paper.ts';
import { PaperView, paperView } from './paper-view.ts';

/** Long enough to read a page; the picture stays where it is once it is shown. */
const minutesToRead = 30;

/** A month's paper to be keyed beside its picture: what is printed on each page, and what the caller has keyed. */
export const getPaper = endpoint({
  summary: 'A month’s paper, to be keyed beside its picture',
  path: z.object({ month: Month, providerId: SafeId, paperId: SafeId }),
  answer: PaperView,
  async run({ path, caller, at }, deps) {
    const loaded = await loadPaper(path, deps);
    if (!loaded.ok) return loaded;
    const { stored, prints } = loaded.value;
    const { entity: paper, version } = stored;
    const officers = await responsibleOfficers(path, deps);
    if (!maySee(paper, caller, officers)) return refuse('missing', 'paper-not-found');
    const expiresAt = plusMinutes(at, minutesToRead);
    const views = await Promise.all(
      paper.scans.map(({ documentId: id, contentType }) =>
        deps.documents.openView({ bucket: 'documents', id, contentType, shown: 'inline', expiresAt }),
      ),
    );
    const first = await loadKeying(paper.first, deps);
    const second = await loadKeying(paper.second, deps);
    const isKeying = paper.state === 'keying' || paper.first?.by === caller.userId;
    const mayHere = caller.role === 'administrator' && isKeying && mayKey(paper, caller).ok ? 'key' : undefined;
    const may = mayHere ?? (mayConfirm(paper, caller, officers).ok ? 'confirm' : undefined);
    const urls = views.map(({ url }) => url);
    return done(paperView({ paper, prints, first, second, urls, may }, caller), { version });
  },
});
