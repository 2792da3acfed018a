import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { monthStore } from '../month-store.ts';
import { loadKeying, loadPaper, responsibleOfficers } from './load-paper.ts';
import { loadSecondReaders } from './load-second-readers.ts';
import { isOpenPaper } from './paper.ts';
import { PaperView, paperView } from './paper-view.ts';
import { mayConfirm, mayKey, maySee } from './readers.ts';

const reasons = PaperView.shape.mayNot.unwrap();

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
    const mayHere = caller.role === 'administrator' && mayKey(paper, caller).ok ? ('key' as const) : undefined;
    const confirming = mayConfirm(paper, caller, officers);
    const may = mayHere ?? (confirming.ok ? ('confirm' as const) : undefined);
    const whyNot =
      may === undefined && isOpenPaper(paper) && !confirming.ok
        ? reasons.safeParse(confirming.faults?.[0]?.code ?? confirming.code)
        : undefined;
    const urls = views.map(({ url }) => url);
    // Who keys it now is nobody who reads it afterwards.
    const keyer = paper.keyedBy.length === 0 && caller.role === 'administrator' ? caller.userId : undefined;
    const readers = isOpenPaper(paper) ? await loadSecondReaders(paper, { at, keyer }, deps) : [];
    const isStated = (await monthStore(deps.table).find(path.month, path.providerId))?.entity.state === 'stated';
    const seen = { paper, prints, first, second, urls, may, mayNot: whyNot?.data, readers, isStated };
    return done(paperView(seen, caller), { version });
  },
});
