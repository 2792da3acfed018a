import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { moveReadIn } from '../../caseloads/door.ts';
import type { Unit } from './file-units.ts';
import { otherOfficer } from './import-row.ts';
import { type Import, importStore } from './import-store.ts';

type Between = { readonly from: string; readonly to: string };

/** From whom to whom cases go by what was planned. Of a case that has got another officer meanwhile nothing is moved. */
async function plannedMoves(
  order: Import,
  units: readonly Unit[],
  slice: number,
  { table }: Deps,
): Promise<readonly (Between & { readonly cases: readonly string[] })[]> {
  const found: (Between & { readonly caseNo: string })[] = [];
  for (let first = 0; first < units.length; first += slice) {
    const told = (await importStore(table).rowsAt(order.id, false, first))?.entity.rows ?? [];
    for (const { unit: n, row } of told) {
      const unit = units[n];
      if (row.code !== otherOfficer || unit?.kind !== 'case' || row.was === undefined || row.is === undefined) continue;
      found.push({ from: row.was, to: row.is, caseNo: unit.caseNo });
    }
  }
  return [...Map.groupBy(found, ({ from, to }) => `${from}-${to}`).values()].flatMap(([one, ...more]) =>
    one ? [{ from: one.from, to: one.to, cases: [one, ...more].map(({ caseNo }) => caseNo) }] : [],
  );
}

/**
 * The cases that get another officer by the files, before anything else is done with them: each by the step that moves
 * cases by hand, from each officer to each at once, so that nobody is told more than once. Whether all have moved, and
 * what is to be committed where they have not begun.
 */
export async function officersMoved(
  order: Import,
  units: readonly Unit[],
  { at, slice }: { readonly at: Instant; readonly slice: number },
  deps: Deps,
): Promise<{ readonly effects: readonly Effects[]; readonly isOver: boolean }> {
  const effects: Effects[] = [];
  let isOver = true;
  for (const { from, to, cases } of await plannedMoves(order, units, slice, deps)) {
    const wanted = { id: `flytt-${order.id}-${from}-${to}`, from, to, cases, by: order.by };
    const move = await moveReadIn(wanted, at, deps);
    if (!move.isOver) isOver = false;
    effects.push(move.effects);
  }
  return { effects, isOver };
}
