import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { readIn } from './imports.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = {
  readonly officer: Actor;
  readonly administrator: Actor;
  /** The municipal provider's. */
  readonly joining: Actor;
  readonly tick: () => Promise<void>;
  /** Past the next midnight. */
  readonly tomorrow: () => Promise<void>;
};

const WithId = z.looseObject({ id: z.string() });
const Dated = z.object({ orderId: z.string() });

/**
 * A provider that is told inside the system and never by mail (S-45): by a file that changes what it has, by a switch to
 * it that comes to nothing, and by its end.
 */
export async function busyMunicipal(
  ask: Ask,
  { officer, administrator, joining, tick, tomorrow }: Cast,
  place: (who: Actor, over: object) => Promise<unknown>,
): Promise<void> {
  await place(officer, { caseNo: 'A-4', providerId: 'P2', from: '2026-11-02' });
  const services = [{ code: 'OMV', minutesPerMonth: 900 }];
  const file = {
    municipality: 'Exempelkommun',
    month: '2026-11',
    rates: [{ validFrom: '2026-01-01', orePerHour: 38_750 }],
    providers: [{ id: 'P2', kind: 'municipal' }],
    officers: [{ id: officer.userId }],
    cases: [{ caseNo: 'A-4', providerId: 'P2', officerId: officer.userId, from: '2026-11-02', services }],
  };
  await readIn(ask, { administrator, tick }, { file });

  // A switch that comes to nothing: who was to take over has no room, and by midnight the customer stays.
  await ask(administrator, 'declareCeiling', { providerId: 'P1' }, { value: 500 });
  await place(officer, { caseNo: 'A-5', providerId: 'P1', from: '2026-11-02' });
  const wanted = { caseNo: 'A-5', toProviderId: 'P2', mode: 'ORAL', healthCareEnrolled: true };
  const { id: switchId } = WithId.parse(await ask(officer, 'requestSwitch', {}, wanted));
  await ask(officer, 'tellProviders', { switchId }, {});
  const dated = await ask(joining, 'setSwitchDate', { switchId }, { on: '2026-11-16' });
  await ask(joining, 'rejectOrder', Dated.parse(dated), { reason: 'CAPACITY' });
  await tomorrow();
  const ended = { lastDay: '2026-12-31', to: { 'A-4': 'P1' } };
  await ask(administrator, 'endProvider', { providerId: 'P2' }, ended);
}
