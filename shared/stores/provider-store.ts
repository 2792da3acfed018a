import * as z from 'zod';
import { LocalDate } from '../domain/local-time.ts';
import { PeppolEndpoint } from '../domain/peppol-endpoint.ts';
import { Pause, Permit, ProviderEnding } from '../domain/provider-standing.ts';
import { FormatName } from '../packs/report-format.ts';
import type { Change, Key, Table } from '../ports/table.ts';
import { type ReadableItems, readableAs, type Stored, storedAs } from './stored.ts';

/** Somebody at the provider whom the municipality may turn to. */
export const ProviderContact = z.object({
  name: z.string().max(200).optional(),
  phone: z.string().max(40),
  email: z.string(),
});

/** A provider of home care: the municipality's own unit, or a private one. Known by an id, never by its number. */
export const Provider = z
  .object({
    id: z.string(),
    number: z.int(),
    name: z.string(),
    kind: z.enum(['municipal', 'private']),
    email: z.string(),
    phone: z.string().max(40).optional(),
    contacts: z.array(ProviderContact).max(20).optional(),
    /** The areas it goes to, by code; everywhere when it has named none. */
    areas: z.array(z.string()).optional(),
    organisationNumber: z.string().max(20).optional(),
    address: z.string().max(200).optional(),
    postcode: z.string().max(10).optional(),
    town: z.string().max(100).optional(),
    bankgiro: z.string().max(20).optional(),
    plusgiro: z.string().max(20).optional(),
    format: FormatName.optional().meta({ description: 'The pack’s map of the print that it hands in' }),
    /** Exempt from tax, as social care is, or liable to 25 per cent. */
    vat: z.enum(['E', 'S25']).optional(),
    endpoint: PeppolEndpoint.optional().meta({ description: 'By what it is reached in Peppol' }),
    /** What it says to customers of itself; public (L-04). */
    offers: z.string().optional(),
    approvedFrom: LocalDate.optional(),
    /** The last day of its approval. */
    approvedTo: LocalDate.optional(),
    permit: Permit.optional(),
    paused: Pause.optional(),
    ending: ProviderEnding.optional(),
  })
  .meta({ id: 'Provider' });
export type Provider = z.infer<typeof Provider>;

const keyOf = (id: string): Key => ({ pk: `PROVIDER#${id}`, sk: 'PROVIDER' });

/** Where providers live. */
export const providerStore = (table: Table) => ({
  async find(id: string): Promise<Stored<Provider> | undefined> {
    const item = await table.get(keyOf(id));
    return item && storedAs(Provider, item);
  },
  /** All there are, by the index alone: for work that takes each by itself. */
  async ids(): Promise<readonly string[]> {
    return (await table.queryIndex('g1', { pk: 'PROVIDERS' })).items.map(({ at }) => at.sk);
  },
  /** Those that can be read, and the keys of those that cannot: never to choose among. */
  async readable(): Promise<ReadableItems<Provider>> {
    const { items } = await table.queryIndex('g1', { pk: 'PROVIDERS' });
    return readableAs(Provider, await table.getMany(items));
  },
  async all(): Promise<readonly Provider[]> {
    const { items } = await table.queryIndex('g1', { pk: 'PROVIDERS' });
    return (await table.getMany(items)).map((item) => Provider.parse(item.data));
  },
  save: (next: Provider, over: Stored<Provider> | undefined): Change => ({
    kind: 'put',
    over: over?.version ?? 0,
    item: { ...keyOf(next.id), data: next, indexes: { g1: { pk: 'PROVIDERS', sk: next.id } } },
  }),
});
