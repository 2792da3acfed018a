import type { EntryKey } from '../../functions/registry.ts';
import { aReport, type Visit } from './a-report.ts';
import { aWorld, manager, officer, type Person, type World } from './a-world.ts';

export const month = '2026-10';
export const path = { month };
export const ofP1 = { month, providerId: 'P1' };
export const lineAt = (caseNo: string) => ({ ...ofP1, caseNo });

const handingIn = ['intendSubmission', 'submitMonth'] as const satisfies readonly EntryKey[];
export const reporting = ['intendReport', 'signReport'] as const satisfies readonly EntryKey[];
export const stating = ['intendStatement', 'sendStatement'] as const satisfies readonly EntryKey[];

/** A-1 matches; A-2 was performed 50 minutes above what is granted; A-3, the colleague's, matches. */
export const visits: Readonly<Record<string, readonly Visit[]>> = {
  'A-1': [
    [1, 240],
    [2, 240],
  ],
  'A-2': [[1, 150]],
  'A-3': [[5, 60]],
};

/** The report in which A-1's own sum is wrong, so that its basis is faulty. */
export const faultyReport = () => aReport(visits, { wrongSums: { 'A-1': 481 } });

/** P1 with three cases, two of the first officer's and one of the colleague's; nothing handed in yet. */
export async function aMonthEnd(given: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  const world = await aWorld({ date: '2026-11-02', clock: '09:00', ...given });
  await world.register(
    { caseNo: 'A-1', minutes: 600 },
    { caseNo: 'A-2', minutes: 100 },
    { caseNo: 'A-3', minutes: 300, officerId: 'O2' },
    { caseNo: 'B-1', providerId: 'P2', officerId: 'O2' },
  );
  return world;
}

export const handIn = (world: World, files: object = aReport(visits), who: Person = manager) =>
  world.sign(who, handingIn, { path, body: files });

/** The same, handed in on the morning of the first working day. */
export async function aHandedInMonth(files?: object, given: Parameters<typeof aWorld>[0] = {}): Promise<World> {
  const world = await aMonthEnd(given);
  const answer = await handIn(world, files);
  if (answer.status !== 201) throw new Error(`not handed in: ${answer.text}`);
  return world;
}

export const asked = [{ with: 'customer' }, { with: 'provider' }];

export const decideLine = (world: World, caseNo: string, body: object, who: Person = officer, headers = {}) =>
  world.call('decideLine', who, { path: lineAt(caseNo), body, headers });
