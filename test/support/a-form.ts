import type { Printed } from '../../functions/months/forms/form-pdf.ts';
import { type MonthForm, monthForm, type OrderedCase } from '../../functions/months/forms/month-form.ts';
import { paperForms, paperPages } from '../../functions/months/forms/paper-pages.ts';

const visits = [
  { weekday: 1, start: '08:30', minutes: 30 },
  { weekday: 6, start: '23:50', minutes: 20 },
];
const someCases: readonly OrderedCase[] = [
  { caseNo: 'A-1001', services: [{ code: 'OMV', minutesPerMonth: 600 }] },
  { caseNo: 'A-1002', services: [{ code: 'OMV', minutesPerMonth: 600, visits }] },
];

/** An October of a provider with two cases, of which one has its visits ordered. */
export function aForm(over: Partial<MonthForm> = {}, cases = someCases): MonthForm {
  const provider = { id: 'P1', name: 'Omsorg Ett AB' };
  const form = monthForm(cases, { month: '2026-10', municipality: 'Exempelkommun', provider });
  if (!form) throw new Error('there are not so many rows');
  return { ...form, ...over };
}

/** Both forms printed, with letters that are always the same. */
export const printsOf = (form: MonthForm): readonly Printed[] =>
  paperForms.map((of, at) => ({
    ...{ form: of, letters: `ABCDEFG${'XY'[at]}` },
    pages: paperPages(of, form)?.length ?? 0,
  }));
