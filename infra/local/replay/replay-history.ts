import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { type Result, refuse } from '../../../shared/domain/result.ts';
import { standingClock } from '../clock.ts';
import { countedIds } from '../counted-ids.ts';
import type { LoadedWay } from '../load-ways.ts';
import { localMachine } from '../machine.ts';
import { actorsOf, ScriptRefused } from '../scripted-month/actors.ts';
import { letIn } from '../scripted-month/set-up.ts';
import { messageFolder } from '../server/mail/message-folder.ts';
import type { History } from './history-file.ts';
import { type Listener, play } from './play.ts';

/** A bug or a broken machine has judged nothing. */
const broken = (failure: unknown): Error => (failure instanceof Error ? failure : new Error(String(failure)));

/**
 * A history on a fresh machine: the municipality is read in by its administrator at the time of the first step, then
 * every step is done at its own. Whether all was as expected.
 */
export async function replayHistory(
  history: History,
  listener: Listener,
  ways?: readonly LoadedWay[],
): Promise<Result<boolean>> {
  const folder = await mkdtemp(join(tmpdir(), 'utfort-'));
  const failures: unknown[] = [];
  const machine = await localMachine({
    folder,
    keepsTable: false,
    clock: standingClock(history.steps[0]?.at ?? ''),
    newId: countedIds(),
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
    ways,
  });
  try {
    const first = await letIn(machine, history.municipality);
    const body = { pack: history.pack, set: history.set, file: history.file };
    await actorsOf(machine).ask(first, 'importMunicipality', { body }, z.unknown());
    const played = await play(history, machine, messageFolder(join(folder, 'mail')), listener);
    if (failures.length > 0) throw broken(failures[0]);
    return played;
  } catch (failure) {
    if (!(failure instanceof ScriptRefused)) throw failure;
    const { code, title, faults = [] } = failure.problem;
    const told = faults.map(({ at, message }) => ({ at, code, message: `municipality: ${message ?? at}` }));
    return refuse('invalid', code, [{ at: 'municipality', code, message: `municipality: ${title}` }, ...told]);
  } finally {
    machine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
