import * as z from 'zod';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;
type Cast = {
  readonly administrator: Actor;
  /** Some of whose cases go and come back. */
  readonly from: Actor;
  /** All of whose cases go, more than are moved while somebody waits. */
  readonly all: Actor;
  readonly to: Actor;
  readonly tick: () => Promise<void>;
};

const Move = z.looseObject({ id: z.string() });

/** Cases change hands while their month is open: with lines, what is unread about them, and a switch on its way. */
export async function busyMoves(
  ask: Ask,
  { administrator, from, all, to, tick }: Cast,
  cases: readonly [string, ...string[]],
): Promise<void> {
  const [caseNo] = cases;
  const wanted = { caseNo, toProviderId: 'P2', mode: 'ORAL', healthCareEnrolled: true };
  const { id: switchId } = Move.parse(await ask(from, 'requestSwitch', {}, wanted));

  const userId = 'O79';
  const roles = [{ role: 'officer' }];
  await ask(administrator, 'saveStaff', { userId }, { name: 'Nils Ny', email: 'o79@kommun.example', roles });
  // Few enough to be moved at once; the one who has them for a while is left with nothing.
  await ask(administrator, 'moveCases', { officerId: from.userId }, { to: userId, cases, reason: 'AWAY' });
  const back = { to: from.userId, cases: 'ALL', reason: 'AWAY' };
  await ask(administrator, 'moveCases', { officerId: userId }, back);
  await ask(from, 'callOffSwitch', { switchId }, { reason: 'Kunden stannar.' });

  // So many that the clock goes on with them.
  const path = { officerId: all.userId };
  const { id: moveId } = Move.parse(
    await ask(administrator, 'moveCases', path, { to: to.userId, cases: 'ALL', reason: 'WORKLOAD' }),
  );
  await tick();
  await ask(administrator, 'getMove', { ...path, moveId });
}
