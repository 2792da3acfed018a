import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import { officerOwner } from '../../../shared/domain/owner.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import type { Provider } from '../../../shared/stores/provider-store.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import type { Line } from '../lines/line.ts';
import { officersOfFaulty } from './correction.ts';

type About = {
  readonly month: Month;
  readonly provider: Provider;
  readonly settings: Settings;
  /** Until when a correction is waited for. */
  readonly due: Instant;
  readonly at: Instant;
};
type Told = Pick<Effects, 'before' | 'letters'>;

/** What one officer is told: how many of their own lines are faulty, until when they wait, and nothing of whose they are. */
const fieldsFor = (
  officerId: string,
  lines: readonly Line[],
  variant: 'correction' | 'correction-declined',
  { month, provider, due }: About,
) => {
  const count = lines.filter((line) => line.officerId === officerId && line.proposal.status === 'FAULTY').length;
  return { to: 'months', month, provider: provider.name, count, due, variant } as const;
};

/** A commit holds a hundred changes; who has a deputy is written to twice. */
const alone = 10;
const aCommit = 20;

/** Many officers are told before the rest: cut off there, some are told twice. */
function inPieces(told: readonly (readonly Change[])[]): Told {
  if (told.length <= alone) return { letters: told.flat() };
  const before = Array.from({ length: Math.ceil(told.length / aCommit) }, (_, n) => ({
    letters: told.slice(n * aCommit, (n + 1) * aCommit).flat(),
  }));
  return { before, letters: [] };
}

/**
 * On receipt: each officer with a line that waits for a correction, but for who had one in the `earlier` file already
 * (N17): by mail as the letter's class allows, and who has no address inside the system.
 */
export async function tellFaulty(
  lines: readonly Line[],
  earlier: readonly Line[],
  about: About,
  deps: Deps,
): Promise<Told> {
  const toldBefore = officersOfFaulty(earlier);
  const fresh = officersOfFaulty(lines).filter((officerId) => !toldBefore.includes(officerId));
  return tellOfficers(fresh, (officerId) => fieldsFor(officerId, lines, 'correction', about), about, deps);
}

/** Each of the officers of a month's files (N17): by mail as the letter's class allows, and who has no address inside the system. */
export async function tellOfficers(
  officerIds: readonly string[],
  fieldsOf: (officerId: string) => { readonly variant: string; readonly count: number; readonly due?: Instant },
  { month, provider, settings, at }: Omit<About, 'due'>,
  deps: Deps,
): Promise<Told> {
  const box = outbox(deps, settings, at);
  const told = officerIds.map(async (officerId) => {
    const fields = { to: 'months', month, provider: provider.name, ...fieldsOf(officerId) } as const;
    const mailed = await box.toOfficer(officerId, 'N17', fields);
    return mailed.length > 0 ? mailed : box.inside(officerOwner(officerId), 'N17', fields);
  });
  return inPieces(await Promise.all(told));
}

/** That the provider cannot correct its files, inside the system: the lines need wait no more. */
export function tellDeclined(lines: readonly Line[], about: About, deps: Deps): Told {
  const box = outbox(deps, about.settings, about.at);
  return inPieces(
    officersOfFaulty(lines).map((officerId) =>
      box.inside(officerOwner(officerId), 'N17', fieldsFor(officerId, lines, 'correction-declined', about)),
    ),
  );
}
