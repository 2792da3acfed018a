import * as z from 'zod';
import { firstDay, LocalDate, lastDay } from '../../../shared/domain/local-date.ts';
import { accept, type Fault, type Result, refuse } from '../../../shared/domain/result.ts';
import type { InvoiceableMonth, RegisteredSeller } from '../basis.ts';
import { sellerNumber } from './invoice.ts';

const said = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? undefined);
const Giro = said(z.string().regex(/^\d[\d -]{1,10}$/));

/** What `cases.json` says of its providers as sellers, and whose cases they have. */
const Registered = z.object({
  providers: z.array(
    z.object({
      id: z.string(),
      orgNo: said(z.string().regex(/^(?:\d\d)?\d{6}-?\d{4}$/)),
      vat: z
        .enum(['E', 'S25'])
        .nullish()
        .transform((vat) => vat ?? 'E'),
      bankgiro: Giro,
      plusgiro: Giro,
    }),
  ),
  cases: z.array(
    z.object({
      caseNo: z.string(),
      providerId: z.string(),
      from: LocalDate,
      to: LocalDate.nullish(),
      customer: said(z.object({ name: said(z.string()) })),
    }),
  ),
});

/** The provider of a statement as it is registered, its customers of the month, and all its case numbers. */
export type KnownSeller = {
  readonly seller: RegisteredSeller;
  readonly customers: readonly string[];
  readonly caseNumbers: readonly string[];
};

/** Of a provider that nothing is known of: exempt from tax, as social care is. */
export const unknownSeller: KnownSeller = { seller: { vat: 'E' }, customers: [], caseNumbers: [] };

/** Reads it for one statement; a fault is named by its path, never by its value. */
export function registeredIn(json: unknown, statement: InvoiceableMonth): Result<KnownSeller, 'bad-cases'> {
  const { data, error } = Registered.safeParse(json);
  if (!data) {
    const faults = error.issues.map(({ path }): Fault => {
      const at = path.join('.');
      return { at, code: 'bad-cases', message: `${at}: värdet saknas eller är fel` };
    });
    return refuse('invalid', 'bad-cases', faults);
  }
  const { providerId, month } = statement;
  const own = data.cases.filter((one) => one.providerId === providerId);
  const stated = new Set(statement.caseNumbers);
  const inMonth = own.filter(
    ({ caseNo, from, to }) => stated.has(caseNo) || (from <= lastDay(month) && (!to || to >= firstDay(month))),
  );
  const { orgNo, ...rest } = data.providers.find(({ id }) => id === providerId) ?? unknownSeller.seller;
  const { vat, bankgiro, plusgiro }: RegisteredSeller = rest;
  return accept({
    seller: { vat, bankgiro, plusgiro, orgNo: orgNo === undefined ? undefined : sellerNumber(orgNo) },
    customers: inMonth.flatMap(({ customer }) => customer?.name ?? []),
    caseNumbers: own.map(({ caseNo }) => caseNo),
  });
}
