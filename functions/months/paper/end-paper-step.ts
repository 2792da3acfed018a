import type { Instant } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { BasisRefusal } from '../hand-in-refusals.ts';
import { termsOf } from '../load-basis.ts';
import { monthStore } from '../month-store.ts';
import { type MonthPaper, paperRow } from './paper.ts';
import { paperDeadlines } from './paper-deadlines-step.ts';
import { paperStore } from './paper-store.ts';

/**
 * A paper that nothing more comes of: nobody is asked to key or to read it, and where nothing else has been handed in the
 * provider is asked for the month again (D10), and told why (N14). Files that were handed in beside it stand.
 */
export async function endPaper(
  stored: Stored<MonthPaper>,
  paper: MonthPaper & { readonly state: 'returned' | 'withdrawn' },
  at: Instant,
  deps: Deps,
): Promise<Result<{ readonly paper: MonthPaper; readonly effects: Effects }, BasisRefusal>> {
  const { month, providerId, state } = paper;
  const terms = await termsOf(month, providerId, deps);
  if (!terms.ok) return terms;
  const { provider, settings } = terms.value;
  const standing = (await monthStore(deps.table).find(month, providerId))?.entity;
  const isTold = state === 'returned' || standing?.submission === undefined;
  const effects: Effects = {
    saves: [paperStore(deps.table).save(paper, stored)],
    deadlines: await paperDeadlines(paper, at, deps),
    letters: isTold
      ? outbox(deps, settings, at).toProvider(provider, 'N14', { to: 'months', month, variant: `paper-${state}` })
      : [],
    rows: [paperRow(state === 'returned' ? 'paper-returned' : 'paper-withdrawn', paper)],
  };
  return accept({ paper, effects });
}
