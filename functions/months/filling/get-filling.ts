import * as z from 'zod';
import { localIso, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { monthForm } from '../forms/month-form.ts';
import { basisOf } from '../load-basis.ts';
import { begun, FilledIn, goneOn } from './filling.ts';
import { fillingStore } from './filling-store.ts';

/** A page is for who has few customers; whoever has more hands in a file. */
const mostCases = 60;
const mostVisits = 4000;

const CaseToFill = FilledIn.extend({
  caseNo: z.string(),
  services: z.array(z.object({ code: z.string(), name: z.string(), minutesPerMonth: z.int() })),
  version: z.int().meta({ description: 'For `If-Match` when it is kept; 0 when nobody has filled in anything' }),
  savedAt: z.string().optional(),
}).meta({ id: 'CaseToFill' });

/** The caller's own month to be filled in on a page: the ordered visits, and what has been filled in of them (L-19, L-23). */
export const getFilling = endpoint({
  summary: 'The month to be filled in on a page, with what has been filled in',
  path: z.object({ month: Month }),
  answer: z.object({ month: z.string(), providerId: z.string(), cases: z.array(CaseToFill) }),
  async run({ path: { month }, caller: { providerId = '' } }, deps) {
    const basis = await basisOf(month, providerId, deps);
    if (!basis.ok) return basis;
    const { provider, cases, settings } = basis.value;
    const { municipality, services } = settings;
    const form = monthForm(cases, { month, municipality, services, provider });
    const rows = form?.cases.reduce((sum, one) => sum + one.rows.length, 0) ?? mostVisits + 1;
    if (!form || form.cases.length > mostCases || rows > mostVisits) return refuse('conflict', 'form-too-large');
    const { items } = await fillingStore(deps.table).ofMonth({ month, providerId });
    const kept = new Map(items.map((one) => [one.entity.caseNo, one]));
    return done({
      month,
      providerId,
      cases: form.cases.map((one) => {
        const before = kept.get(one.caseNo);
        return {
          ...(before ? goneOn(before.entity, one) : begun(one)),
          caseNo: one.caseNo,
          services: one.services.map(({ code, name, minutesPerMonth }) => ({ code, name, minutesPerMonth })),
          version: before?.version ?? 0,
          ...(before ? { savedAt: localIso(before.entity.savedAt) } : {}),
        };
      }),
    });
  },
});
