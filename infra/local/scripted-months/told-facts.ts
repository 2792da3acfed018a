import type { KnownFact } from '../../../shared/domain/known-fact.ts';
import type { Instant, Month } from '../../../shared/domain/local-time.ts';
import type { CaseInFile } from './month-folder.ts';
import { sameServices, takesOverSame } from './month-folder.ts';

type TwoFiles = { readonly report: Uint8Array; readonly deviations: Uint8Array };

/** Something that is told after a month was stated. */
export type LaterFact = {
  /** Where it is told: the month's place in the walk, and its own in that month's file. */
  readonly folder: number;
  readonly index: number;
  readonly at: Instant;
  /** When it is undone; nothing of it holds from then on. */
  readonly undoneAt?: Instant;
  readonly what:
    | { readonly kind: 'known'; readonly caseNo: string; readonly known: KnownFact }
    | { readonly kind: 'services'; readonly caseNo: string; readonly services: CaseInFile['services'] }
    | {
        readonly kind: 'report';
        readonly providerId: string;
        /** The stated month that the files are of. */
        readonly month: Month;
        readonly files: TwoFiles;
      };
};

const holds = ({ at, undoneAt }: LaterFact, now: Instant): boolean =>
  at <= now && (undoneAt === undefined || undoneAt > now);

/** In the order that they were told. */
export const inToldOrder = (facts: readonly LaterFact[]): readonly LaterFact[] =>
  facts.toSorted(
    (one, other) =>
      (one.at < other.at ? -1 : one.at > other.at ? 1 : 0) || one.folder - other.folder || one.index - other.index,
  );

/** What a case's files say of it while nothing changes there; `first` and `last` are months' places in the walk. */
export type CaseStretch = { readonly first: number; readonly last: number; readonly one: CaseInFile };

const isSame = (before: CaseInFile, after: CaseInFile): boolean =>
  before.providerId === after.providerId ? sameServices(before, after) : takesOverSame(before, after);

/** Whether one was over when the other began, at another provider: then that one took over from it. */
const tookOver = (one: CaseStretch, from: CaseStretch): boolean =>
  from.one.providerId !== one.one.providerId &&
  (from.last < one.first || (from.one.to !== null && from.one.to < one.one.from));

/**
 * A case as it is known at a time, `ofCase` being all its stretches at every provider: what is known of the customer is
 * added to what the file says. The services told last take the place of the file's, in the months before they were told
 * and for as long after as the files say the same of them as before, whoever the provider is then: a file that says
 * something new has been decided since.
 */
export function asKnown(
  stretch: CaseStretch,
  ofCase: readonly CaseStretch[],
  facts: readonly LaterFact[],
  now: Instant,
): Pick<CaseInFile, 'services' | 'known'> {
  const { one, first } = stretch;
  const told = inToldOrder(facts).filter((fact) => holds(fact, now));
  const theirs = ofCase.filter((other) => other.one.providerId === one.providerId);
  const [began = stretch] = theirs;
  const before = [...theirs, ...ofCase.filter((other) => tookOver(began, other))].toSorted((a, b) => a.first - b.first);
  const reaches = ({ folder }: LaterFact): boolean => {
    const then = before.findLast((other) => other.first < folder);
    const since = before.filter((other) => other.first >= folder && other.first <= first);
    return since.length === 0 || (then !== undefined && since.every((other) => isSame(then.one, other.one)));
  };
  const services = told.findLast(
    (fact) => fact.what.kind === 'services' && fact.what.caseNo === one.caseNo && reaches(fact),
  )?.what;
  const known = told.flatMap(({ what }) => (what.kind === 'known' && what.caseNo === one.caseNo ? [what.known] : []));
  const all = [...new Map([...(one.known ?? []), ...known].map((fact) => [JSON.stringify(fact), fact])).values()];
  return {
    services: services?.kind === 'services' ? services.services : one.services,
    ...(all.length > 0 ? { known: all } : {}),
  };
}
