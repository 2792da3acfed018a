import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { personStore } from '../../../shared/stores/person-store.ts';
import { isOwn, shownTo } from '../search/searching.ts';
import { casesOfPerson } from './load-cases-of-person.ts';

/** Which cases are about the same person as this one (A73), to its officer and the head; of one who is protected only one's own. */
export const listPersonsCases = endpoint({
  summary: 'The cases of the same person',
  path: z.object({ caseNo: CaseNumber }),
  answer: z.object({ items: z.array(z.object({ caseNo: z.string(), officerId: z.string(), own: z.boolean() })) }),
  async run({ path: { caseNo }, caller }, deps) {
    const { table } = deps;
    const asked = await caseStore(table).find(caseNo);
    if (!asked || (caller.role !== 'head' && !isOwn(asked.entity, caller))) return refuse('missing', 'case-not-found');
    const hidden = (await personStore(table).ofCase(caseNo))?.entity.protected ?? false;
    const cases = await Promise.all(
      (await casesOfPerson(caseNo, deps)).map(async (one) => (await caseStore(table).find(one))?.entity),
    );
    const hits = cases.flatMap((one) => (one ? [{ ...one, protected: hidden && one.caseNo !== caseNo }] : []));
    return done({
      items: shownTo(hits, caller).map((hit) => ({
        ...{ caseNo: hit.caseNo, officerId: hit.officerId },
        own: isOwn(hit, caller),
      })),
    });
  },
});
