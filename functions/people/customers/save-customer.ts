import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { CustomerIn, SamePerson } from '../../../shared/domain/identity.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { WarningStep } from '../../../shared/domain/why.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { accessLogStore } from '../logs/access-log-store.ts';
import { ReadingReason } from '../search/searching.ts';
import { hasCare, isAnyDead } from './load-care.ts';
import { writingIn } from './writing-in-step.ts';

const unsaid = 'kundens uppgifter sparade';

/**
 * An officer writes in whom a case is about, over what was written before. A case that nobody has becomes theirs. The
 * identity is sealed and the writing logged; neither the answer nor the journal repeats a word of it.
 */
export const saveCustomer = endpoint({
  summary: 'Write in whom a case is about',
  path: z.object({ caseNo: CaseNumber }),
  body: z.strictObject({
    customer: CustomerIn.meta({ description: 'As a whole: what is left out is gone, but a protection that stands' }),
    samePerson: SamePerson,
    reason: ReadingReason.optional(),
  }),
  answer: z.object({
    caseNo: z.string(),
    officerId: z.string(),
    isNew: z.boolean(),
    warnings: z.array(WarningStep).meta({
      description: 'The other cases that the person has, or number-of-another: whose number it also is (A73)',
    }),
  }),
  keepsAnswer: false,
  async run({ path: { caseNo }, body, caller, at, entry, language }, deps) {
    const { table } = deps;
    const known = await caseStore(table).find(caseNo);
    if (known && known.entity.officerId !== caller.caseload) return refuse('forbidden', 'not-your-case');
    const officerId = caller.caseload;
    const { customer, samePerson } = body;
    const { saves, warnings, others } = await writingIn({ caseNo, customer, samePerson, caller, at, language }, deps);
    // A case with help under way is not given the number of somebody who has died: that is told in it first (A73, L-59).
    if (
      (await hasCare(caseNo, dateOf(at), deps)) &&
      !(await isAnyDead([caseNo], deps)) &&
      (await isAnyDead(others, deps))
    )
      return refuse('conflict', 'customer-dead');
    // What is said of protection is said of the person, in every case.
    const concerned = customer.protected === undefined ? [caseNo] : [caseNo, ...others];
    const access = {
      id: deps.newId('lasning'),
      at,
      by: byOf(caller),
      entry,
      caseNos: concerned,
      reason: body.reason ?? unsaid,
    };
    return done(
      { caseNo, officerId, isNew: known === undefined, warnings: [...warnings] },
      {
        status: known ? 200 : 201,
        saves: [
          // Saved again though nothing in it changed: the case may be another's by the time of the commit.
          caseStore(table).save({ ...known?.entity, caseNo, officerId }, known),
          ...saves,
          ...accessLogStore(table).append(access),
        ],
        rows: concerned.map((one) => ({ event: 'customer-saved', caseNo: one })),
      },
    );
  },
});
