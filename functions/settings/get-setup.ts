import * as z from 'zod';
import { BookingPlan, Buyer } from '../../shared/domain/booking-plan.ts';
import { dateOf } from '../../shared/domain/local-time.ts';
import { Role } from '../../shared/domain/roles.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import { packInForce, packs } from '../../shared/packs/packs.ts';
import { Parameters } from '../../shared/packs/parameters.ts';
import { help } from '../../shared/packs/setting.ts';
import { notCarriedOut, withSettings } from '../../shared/packs/settings.ts';
import type { Table } from '../../shared/ports/table.ts';
import { caseStore } from '../../shared/stores/case-store.ts';
import { isInForceOn, membershipStore } from '../../shared/stores/membership-store.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { settingsStore } from '../../shared/stores/settings-store.ts';
import { bookingPlaces } from '../bookings/door.ts';

const Parameter = z.object({
  key: z.string(),
  value: z
    .union([z.string(), z.number(), z.boolean()])
    .meta({ description: 'A list as its items with commas between' }),
  allowed: z.string().meta({ description: 'The values that it takes, as they are written and in words' }),
  meaning: z.string().meta({ description: 'What it decides, in the language that is asked for' }),
  own: z.boolean().meta({ description: 'Whether the municipality has chosen it otherwise than its routine' }),
  canChange: z.boolean().meta({ description: 'False where nothing in the system follows it yet' }),
});

/** Whether anybody's case is here; the first that is found says so. */
async function hasCases(officers: readonly string[], table: Table): Promise<boolean> {
  for (const id of officers) if ((await caseStore(table).ofOfficer(id, { limit: 1 })).items.length > 0) return true;
  return false;
}

const rolesOnce = Role.options.filter((role) => role !== 'provider' && role !== 'provider-manager');

/**
 * What a municipality has chosen and how much of it there is, also before there is anything: what an administrator who
 * comes to an empty machine does first, second and third is read from this.
 */
export const getSetup = endpoint({
  summary: 'What the municipality has chosen, and what there is to do first',
  answer: z.object({
    municipality: z.string().optional().meta({ description: 'Absent before it has been read in' }),
    pack: z.string().optional(),
    title: z.string().optional(),
    source: z.string().optional(),
    invoiceAddress: z.string().optional(),
    buyer: Buyer.optional().meta({ description: 'Who the municipality is on its invoices' }),
    booking: BookingPlan.optional().meta({ description: 'How it books, where it has said so' }),
    usualCoding: BookingPlan.shape.cost.meta({
      description: 'By which account and places an invoice is booked when nothing else is said',
    }),
    set: z.array(z.string()).meta({ description: 'Its own choices, key=value' }),
    routines: z
      .array(z.object({ name: z.string(), title: z.string() }))
      .meta({ description: 'Those to choose between' }),
    providers: z.int(),
    people: z.int().meta({ description: 'Of the municipality’s own, who hold a role today' }),
    officers: z.int(),
    services: z.int(),
    rates: z.int(),
    hasCases: z.boolean(),
    parameters: z.array(Parameter),
  }),
  async run({ at, language }, { table }) {
    const today = dateOf(at);
    const settings = (await settingsStore(table).find())?.entity;
    const held = (await Promise.all(rolesOnce.map((role) => membershipStore(table).withRole(role)))).flat();
    const now = held.filter((one) => isInForceOn(one, today));
    const officers = held.filter(({ role }) => role === 'officer').map(({ userId }) => userId);
    const pack = settings && packInForce(settings.pack, today);
    const chosen = pack && settings ? withSettings(pack, settings.overrides) : undefined;
    const own = new Set(settings?.overrides.map((setting) => setting.split('=')[0]));
    const params = chosen?.ok ? chosen.value.params : undefined;
    const parameters = Object.entries(params ?? {}).map(([key, value]) => {
      const schema = Object.entries(Parameters.shape).find(([name]) => name === key)?.[1];
      const said = schema && help.get(schema);
      return {
        key,
        value: typeof value === 'object' ? value.join(',') : value,
        allowed: said?.allowed ?? '',
        meaning: said?.[language] ?? key,
        own: own.has(key),
        canChange: !notCarriedOut.has(key),
      };
    });
    const places = bookingPlaces({ booking: settings?.booking });
    const names = [...new Set(packs.map(({ name }) => name))];
    return done({
      ...(settings ? { municipality: settings.municipality, pack: settings.pack } : {}),
      ...(pack ? { title: pack.title, source: pack.source } : {}),
      ...(settings ? { invoiceAddress: settings.invoiceAddress } : {}),
      ...(settings?.buyer ? { buyer: settings.buyer } : {}),
      ...(settings?.booking ? { booking: settings.booking } : {}),
      usualCoding: { account: places.account, dims: { ...places.dims } },
      set: settings?.overrides ?? [],
      routines: names.flatMap((name) => {
        const inForce = packInForce(name, today);
        return inForce ? [{ name, title: inForce.title }] : [];
      }),
      providers: (await providerStore(table).ids()).length,
      people: new Set(now.map(({ userId }) => userId)).size,
      officers: now.filter(({ role }) => role === 'officer').length,
      services: settings?.services?.length ?? 0,
      rates: settings?.rates.length ?? 0,
      hasCases: await hasCases(officers, table),
      parameters,
    });
  },
});
