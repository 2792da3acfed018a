import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { readIn } from './imports.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = { readonly officer: Actor; readonly administrator: Actor; readonly tick: () => Promise<void> };

/** A provider that is told inside the system and never by mail (S-45), by a file that changes what it has, and by its end. */
export async function busyMunicipal(
  ask: Ask,
  { officer, administrator, tick }: Cast,
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
  await ask(administrator, 'endProvider', { providerId: 'P2' }, { lastDay: '2026-12-31', to: { 'A-4': 'P1' } });
}
