import * as z from 'zod';
import { BookingPlan, Buyer } from '../domain/booking-plan.ts';
import { EmailAddress } from '../domain/email-address.ts';
import { LocalDate } from '../domain/local-time.ts';
import { ServiceEntry } from '../domain/service-entry.ts';
import { ProviderKind } from '../packs/pack.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/**
 * An hourly rate decided by the council, in force from the first of a month, for one kind of provider or all (L-36), and
 * for what is ordered, for hours bought between departments, or for both.
 */
export const HourlyRate = z.object({
  validFrom: LocalDate,
  orePerHour: z.int().min(0),
  kind: ProviderKind.optional(),
  purpose: z.enum(['ORDER', 'PURCHASE']).optional(),
  decision: z.string().max(100).optional(),
});
export type HourlyRate = z.infer<typeof HourlyRate>;

/** How long a catalogue may be: it is kept in one place and shown as a whole. */
const mostServices = 500;

/** Whom to turn to with a question about the portal; on every page of it. */
export const Help = z.strictObject({
  phone: z.string().trim().min(1).max(40).optional(),
  email: EmailAddress.optional(),
});

/** The colour that the portal wears, `#1d4f48`. */
export const Brand = z.string().regex(/^#[0-9a-fA-F]{6}$/);

/** What one municipality has chosen: its name, its routine, the routine's parameters, its rates. */
export const Settings = z.object({
  municipality: z.string(),
  pack: z.string(),
  /** `key=value`, as the command line takes them. */
  overrides: z.array(z.string()),
  rates: z.array(HourlyRate),
  invoiceAddress: z.string(),
  services: z.array(ServiceEntry).max(mostServices).optional(),
  buyer: Buyer.optional(),
  booking: BookingPlan.optional(),
  brand: Brand.optional(),
  help: Help.optional(),
  /** When the routine was last reviewed (S-60). */
  reviewedOn: LocalDate.optional(),
});
export type Settings = z.infer<typeof Settings>;

/** What anybody sees before signing in: whose portal it is, its colour, and whom to call. */
export const publicOf = (settings: Settings | undefined) => ({
  municipality: settings?.municipality ?? '',
  ...(settings?.brand ? { theme: { brand: settings.brand } } : {}),
  ...(settings?.help ? { help: settings.help } : {}),
});

const key: Key = { pk: 'SETTINGS', sk: 'MUNICIPALITY' };

/** Where the municipality's own choices live. */
export const settingsStore = (table: Table) => ({
  async find(): Promise<Stored<Settings> | undefined> {
    const item = await table.get(key);
    return item && storedAs(Settings, item);
  },
  save: (next: Settings, over: Stored<Settings> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...key, data: next },
  }),
});
