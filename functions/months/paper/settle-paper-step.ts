import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { differencesOf, type Keying, type PrintToKey, rowsNotKeyed, rowsToKeyAgain } from './keying.ts';
import { layPaper } from './lay-paper-step.ts';
import { type MonthPaper, paperRow } from './paper.ts';
import { paperDeadlines } from './paper-deadlines-step.ts';
import { paperStore } from './paper-store.ts';

type Read = {
  readonly stored: Stored<MonthPaper>;
  /** The paper with the reading that has just been made. */
  readonly paper: MonthPaper;
  readonly prints: readonly PrintToKey[];
  readonly first: Keying;
  readonly second: Keying | undefined;
  /** Who has just read it: what the first stands by, the other reads once more (Paper). */
  readonly by: 'first' | 'second';
};

/** How far two readings have come: the second is to be made, or more of it; they differ; they say the same. */
function stateOf({ prints, first, second, by }: Read): 'keyed' | 'differs' | 'same' {
  if (!second) return 'keyed';
  for (const _ of rowsNotKeyed(rowsToKeyAgain(prints, first), second)) return 'keyed';
  const { rows, signatures } = differencesOf(prints, first, second);
  if (rows.length === 0 && signatures.length === 0) return 'same';
  return by === 'first' ? 'keyed' : 'differs';
}

/** What a reading comes to: it waits for the other person, it is shown to both, or the month is handed in with it. */
export async function settlePaper(
  read: Read,
  by: { readonly caller: Caller; readonly at: Instant },
  deps: Deps,
): Promise<Result<{ readonly paper: MonthPaper; readonly effects: Effects }>> {
  const { paper, stored, prints, first: keying } = read;
  const state = stateOf(read);
  const saved = async (next: MonthPaper, event: Parameters<typeof paperRow>[0]): Promise<Effects> => ({
    saves: [paperStore(deps.table).save(next, stored)],
    deadlines: await paperDeadlines(next, by.at, deps),
    rows: [paperRow(event, next)],
  });
  const { first, second } = paper;
  if (state === 'same' && first && second) {
    const laid = await layPaper({ paper: { ...paper, first, second }, prints, keying }, by, deps);
    if (!laid.ok) return laid;
    const effects = together(await saved(laid.value.paper, 'paper-confirmed'), laid.value.effects);
    return accept({ paper: laid.value.paper, effects });
  }
  const next: MonthPaper = { ...paper, state: state === 'differs' ? 'differs' : 'keyed' };
  return accept({ paper: next, effects: await saved(next, state === 'differs' ? 'paper-differs' : 'paper-keyed') });
}
