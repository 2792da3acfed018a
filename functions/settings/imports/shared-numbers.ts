import type { Identity } from '../../../shared/domain/identity.ts';
import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { formsOf, wordsOf } from '../../../shared/domain/name-forms.ts';
import { personIdOf } from '../../../shared/domain/person-id.ts';
import { namesAgree } from '../../../shared/domain/same-person.ts';

type Named = { readonly caseNo: string; readonly customer?: Partial<Identity> | undefined };

const formsIn = (name: string) => wordsOf(name).map(formsOf);

/**
 * Of cases in a file whose customers have one number and names that cannot be one person's, the later ones, each with the
 * case that had the number first: two people never have one (A73).
 */
// By ten digits, as many write them.
export function sharedNumbers(cases: Iterable<Named>, today: LocalDate): ReadonlyMap<string, string> {
  const first = new Map<string, { readonly caseNo: string; readonly name: string }>();
  const strangers = new Map<string, string>();
  for (const { caseNo, customer } of cases) {
    const number = customer?.personnummer && personIdOf(customer.personnummer, today)?.slice(-10);
    if (!number || !customer?.name) continue;
    const had = first.get(number);
    if (!had) first.set(number, { caseNo, name: customer.name });
    else if (had.caseNo !== caseNo && !namesAgree(formsIn(customer.name), new Set(formsIn(had.name).flat())))
      strangers.set(caseNo, had.caseNo);
  }
  return strangers;
}
