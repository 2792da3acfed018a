import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { localIso, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { casesIn } from '../load-basis.ts';
import { monthStore } from '../month-store.ts';
import { FilledIn } from './filling.ts';
import { fillingStore } from './filling-store.ts';

/**
 * Keeps what a provider has filled in of a case so far, whole or not, on any day of the month or after it: nothing is
 * judged, nobody is told, and nothing is handed in. With `If-Match` a colleague's later work is not written over.
 */
export const keepFilling = endpoint({
  summary: 'Keep what has been filled in of a case’s month',
  path: z.object({ month: Month, caseNo: CaseNumber }),
  body: FilledIn,
  answer: z.object({ caseNo: z.string(), version: z.int(), savedAt: z.string() }),
  async run({ path, body, caller, at, ifMatch }, deps) {
    const { month, caseNo } = path;
    const of = { month, providerId: caller.providerId ?? '' };
    const standing = await monthStore(deps.table).find(month, of.providerId);
    if (standing?.entity.state === 'stated') return refuse('conflict', 'statement-sent');
    if (!(await casesIn(of, deps)).has(caseNo)) return refuse('missing', 'case-not-found');
    const fillings = fillingStore(deps.table);
    const before = await fillings.find(of, caseNo);
    if (ifMatch !== undefined && ifMatch !== (before?.version ?? 0)) return refuse('conflict', 'stale-version');
    const version = (before?.version ?? 0) + 1;
    const next = { ...body, caseNo, by: caller.userId, savedAt: at };
    return done({ caseNo, version, savedAt: localIso(at) }, { version, saves: [fillings.save(of, next, before)] });
  },
});
