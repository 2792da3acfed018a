import * as z from 'zod';
import type { Fault } from '../../../shared/domain/result.ts';

/** What is to be filled in before an electronic invoice can be offered: whose it is, its name in `cases.json`, and in Swedish. */
export const MissingParty = z
  .object({ of: z.enum(['provider', 'municipality']), field: z.string(), text: z.string() })
  .meta({ id: 'MissingParty' });
type MissingParty = z.infer<typeof MissingParty>;

const words: Readonly<Record<string, string>> = {
  name: 'namn',
  orgNo: 'organisationsnummer',
  street: 'gatuadress',
  postalCode: 'postnummer',
  city: 'ort',
  endpoint: 'adress i Peppol',
  bankgiro: 'bankgiro eller plusgiro',
  buyerReference: 'referens för köparen',
  vat: 'moms',
};

/** Of the faults of the parties; each is said once, however much of it is missing. */
export function missingParties(faults: readonly Fault[]): readonly MissingParty[] {
  const missing = faults.map(({ at }): MissingParty => {
    const [list, ...path] = at.split('.');
    const isBuyer = list === 'buyer';
    const field = (isBuyer ? path[0] : path[1]) ?? '';
    const whose = isBuyer ? 'Kommunens' : 'Utförarens';
    return { of: isBuyer ? 'municipality' : 'provider', field, text: `${whose} ${words[field] ?? field}` };
  });
  return [...new Map(missing.map((one) => [one.text, one])).values()];
}
