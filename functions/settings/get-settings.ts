import * as z from 'zod';
import { BookingPlan, Buyer } from '../../shared/domain/booking-plan.ts';
import { dateOf } from '../../shared/domain/local-time.ts';
import { type Caller, isProvidersRole } from '../../shared/domain/roles.ts';
import { ServiceEntry } from '../../shared/domain/service-entry.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { pageOf, wholePage } from '../../shared/http/paging.ts';
import { done } from '../../shared/http/spec.ts';
import { Provider, providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import { HourlyRate } from '../../shared/stores/settings-store.ts';

/** A provider is shown its own people and pauses, and of the others what the public is (L-04) and how they are reached. */
function shownTo({ role, providerId }: Caller, provider: Provider): Provider {
  if (!isProvidersRole(role) || providerId === provider.id) return provider;
  const { contacts: _, paused: __, ending: ___, ...rest } = provider;
  return rest;
}

/** The routine in force today with its parameters, the rates, and the providers. */
export const getSettings = endpoint({
  summary: 'The routine in force, the rates and the providers',
  query: z.strictObject(wholePage),
  answer: z.object({
    municipality: z.string(),
    pack: z.object({
      name: z.string(),
      title: z.string(),
      validFrom: z.string(),
      source: z.string(),
      healthCare: z.boolean(),
    }),
    parameters: z.record(z.string(), z.unknown()),
    rates: z.array(HourlyRate),
    invoiceAddress: z.string(),
    buyer: Buyer.optional().meta({ description: 'Who the municipality is on an invoice' }),
    booking: BookingPlan.optional().meta({ description: 'By which accounts it books; to its own people' }),
    services: z.array(ServiceEntry).meta({ description: 'The catalogue; empty where any code is taken' }),
    providers: z.array(Provider),
    next: z.string().optional().meta({ description: 'Where there are more providers' }),
  }),
  async run({ query, caller, at }, { table }) {
    const routine = await routineOn(table, dateOf(at));
    if (!routine.ok) return routine;
    const { settings, pack } = routine.value;
    const { name, title, validFrom, source } = pack;
    const { items, next } = pageOf(
      (await providerStore(table).readable()).items.map(({ entity }) => entity),
      ({ id }) => id,
      query,
    );
    return done({
      municipality: settings.municipality,
      // Whether an order asks about home health care (S-09).
      pack: { name, title, validFrom, source, healthCare: pack.healthCare ?? false },
      parameters: { ...pack.params },
      rates: settings.rates,
      invoiceAddress: settings.invoiceAddress,
      ...(settings.buyer ? { buyer: settings.buyer } : {}),
      ...(settings.booking && !isProvidersRole(caller.role) ? { booking: settings.booking } : {}),
      services: settings.services ?? [],
      providers: items.map((provider) => shownTo(caller, provider)),
      next,
    });
  },
});
