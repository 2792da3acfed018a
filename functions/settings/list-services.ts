import * as z from 'zod';
import { ServiceEntry } from '../../shared/domain/service-entry.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';

/** The municipality's catalogue of services and nothing else of its settings: what whoever orders chooses from (L-11). */
export const listServices = endpoint({
  summary: 'The services that may be ordered',
  answer: z.object({
    items: z.array(ServiceEntry).meta({ description: 'The catalogue; empty where any code is taken' }),
  }),
  async run(_, { table }) {
    return done({ items: (await settingsStore(table).find())?.entity.services ?? [] });
  },
});
