import type { Month } from '../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Stored } from '../../shared/stores/stored.ts';
import type { Line } from './lines/line.ts';
import { mayOpen } from './load-basis.ts';
import { linesIdOf, type Part, type ProviderMonth } from './month.ts';
import { type LinePlace, monthStore } from './month-store.ts';

type Of = { readonly month: Month; readonly providerId: string };
export type MonthRefusal = 'month-not-found';

/** A provider's month, when the caller may open it; a provider sees none but its own. */
export async function ownMonth(
  { month, providerId }: Of,
  caller: Caller,
  deps: Deps,
): Promise<Result<Stored<ProviderMonth>, MonthRefusal>> {
  const found = mayOpen(caller, providerId) ? await monthStore(deps.table).find(month, providerId) : undefined;
  return found ? accept(found) : refuse('missing', 'month-not-found');
}

export type OwnLine = {
  readonly line: Line;
  readonly place: LinePlace;
  readonly month: Stored<ProviderMonth>;
};

/** One line of a month that has been handed in or closed, with where it is kept. */
export async function lineOf(
  of: Of & { readonly caseNo: string },
  caller: Caller,
  deps: Deps,
): Promise<Result<OwnLine, MonthRefusal | 'line-not-found'>> {
  const month = await ownMonth(of, caller, deps);
  if (!month.ok) return month;
  const { chunks } = month.value.entity;
  const submissionId = linesIdOf(month.value.entity);
  // The officers' chunks lie across each other; an officer's case is in one of their own.
  const places = chunks.filter(
    ({ officerId, first, last }) =>
      first <= of.caseNo && of.caseNo <= last && (caller.role !== 'officer' || officerId === caller.caseload),
  );
  if (submissionId === undefined) return refuse('missing', 'line-not-found');
  for (const { officerId, n } of places) {
    const chunk = await monthStore(deps.table).chunk(submissionId, officerId, n);
    const line = chunk?.entity.lines.find(({ caseNo }) => caseNo === of.caseNo);
    if (!chunk || !line || !mayRead(line, caller)) continue;
    const talk = await monthStore(deps.table).talk(submissionId, line, n);
    return accept({
      line: { ...line, ...talk?.entity },
      place: { submissionId, n, chunk, talk },
      month: month.value,
    });
  }
  return refuse('missing', 'line-not-found');
}

/** An officer sees the lines of their own cases; the head, and the provider whose month it is, all of them. */
const mayRead = (line: Line, caller: Caller) => caller.role !== 'officer' || line.officerId === caller.caseload;

/** The officer's own part, still open to decisions. */
export async function openPart(
  of: Of,
  officerId: string,
  deps: Deps,
): Promise<Result<Stored<Part>, MonthRefusal | 'report-signed'>> {
  const part = await monthStore(deps.table).part(of.month, of.providerId, officerId);
  if (!part) return refuse('missing', 'month-not-found');
  return part.entity.report ? refuse('conflict', 'report-signed') : accept(part);
}
