import * as z from 'zod';
import { LocalDate } from '../domain/local-time.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type Stored, storedAs } from './stored.ts';

/** An hourly rate decided by the council, in force from the first of a month (L-36). */
export const Rate = z.object({ validFrom: LocalDate, orePerHour: z.int().min(0) });

/** What one municipality has chosen: its name, its routine, the routine's parameters, its rates. */
export const Settings = z.object({
  municipality: z.string(),
  pack: z.string(),
  /** `key=value`, as the command line takes them. */
  overrides: z.array(z.string()),
  rates: z.array(Rate),
  invoiceAddress: z.string(),
  /** When the routine was last reviewed (S-60). */
  reviewedOn: LocalDate.optional(),
});
export type Settings = z.infer<typeof Settings>;

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
