import * as z from 'zod';
import { dateOf } from '../../../shared/domain/local-time.ts';
import { isOpenOn } from '../../../shared/domain/provider-standing.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../../shared/http/paging.ts';
import { done } from '../../../shared/http/spec.ts';
import { Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { publicOf, Settings, settingsStore } from '../../../shared/stores/settings-store.ts';

/** What anybody may know of a provider (L-04): who it is, how it is reached, where it goes and what it offers. */
const PublicProvider = z.object({
  ...Provider.pick({ id: true, number: true, name: true, kind: true, phone: true, areas: true, offers: true }).shape,
  email: Provider.shape.email.optional(),
});

/** By number, as everybody knows them. */
const keyOf = ({ number, id }: Provider): string => `${String(number).padStart(9, '0')} ${id}`;

const shown = ({ id, number, name, kind, email, phone, areas, offers }: Provider) => ({
  ...{ id, number, name, kind, phone, areas, offers },
  ...(email ? { email } : {}),
});

/** The municipality's home care as anybody may read of it, without signing in: its providers that take customers today. */
export const listPublicProviders = endpoint({
  summary: 'The providers to choose from, for everyone',
  query: z.strictObject(wholePage),
  answer: z.object({
    municipality: z.string(),
    theme: z.object({ brand: z.string() }).optional(),
    help: Settings.shape.help,
    providers: z.array(PublicProvider),
    next: z.string().optional().meta({ description: 'Where there are more providers' }),
  }),
  async run({ query, at }, { table }) {
    const settings = (await settingsStore(table).find())?.entity;
    const open = (await providerStore(table).all()).filter((provider) => isOpenOn(provider, dateOf(at)));
    const sorted = open.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    const { items, next } = pageOf(sorted, keyOf, query);
    return done({ ...publicOf(settings), providers: items.map(shown), next });
  },
});
