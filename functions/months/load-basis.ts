import { type Assignment, judgedUntil } from '../../shared/domain/assignment.ts';
import type { KnownFact } from '../../shared/domain/known-fact.ts';
import { firstDay, type Month, monthOf } from '../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../shared/domain/result.ts';
import type { Caller } from '../../shared/domain/roles.ts';
import { isProvidersRole } from '../../shared/domain/roles.ts';
import type { Pack } from '../../shared/packs/pack.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import { assignmentStore } from '../../shared/stores/assignment-store.ts';
import { type Provider, providerStore } from '../../shared/stores/provider-store.ts';
import { routineOn } from '../../shared/stores/routine.ts';
import type { Settings } from '../../shared/stores/settings-store.ts';
import { inForce } from './dry-run/granted.ts';
import { rateInForce } from './dry-run/rates.ts';
import type { OrderedCase } from './forms/month-form.ts';
import type { BasisRefusal } from './hand-in-refusals.ts';

/** By which terms a provider's month is judged: the rate, and the routine in force in the service month. */
export type Terms = {
  readonly month: Month;
  readonly provider: Provider;
  readonly settings: Settings;
  readonly pack: Pack;
  readonly orePerHour: number;
};

/** The terms, and the provider's cases: as many reads as it has ever had, so only for what judges them. */
export type Basis = Terms & {
  readonly cases: readonly (OrderedCase & { readonly officerId: string })[];
};

/** Another provider's month does not exist to a provider. */
export const mayOpen = (caller: Caller, providerId: string): boolean =>
  !isProvidersRole(caller.role) || caller.providerId === providerId;

/** A case's assignments at one provider as one case: from the first day to the last, every service with its days. */
function casesOf(assignments: readonly Assignment[], month: Month): Basis['cases'] {
  const byCase = Map.groupBy(
    assignments.filter(({ from, to, death }) => inForce({ from, to: judgedUntil({ to, death }) }, month)),
    ({ caseNo }) => caseNo,
  );
  return [...byCase.values()].map((some) => {
    const [first] = some;
    if (!first) throw new Error('a group of assignments is never empty');
    const lasts = some.map(({ to, death }) => (death ? death.to : to));
    const known = some.flatMap(factsOf);
    return {
      caseNo: first.caseNo,
      officerId: first.officerId,
      from: some.map(({ from }) => from).sort()[0] ?? first.from,
      to: lasts.includes(null)
        ? null
        : (lasts
            .flatMap((to) => to ?? [])
            .sort()
            .at(-1) ?? null),
      ...(known.length > 0 ? { known } : {}),
      needIsTold: some.some(({ needsToldOn = [] }) => needsToldOn.some((on) => monthOf(on) === month)),
      // Each service keeps to its own assignment's days as well as its own.
      services: some.flatMap(({ services, from, to, death }) =>
        services.map((service) => ({
          code: service.code,
          minutesPerMonth: service.minutesPerMonth,
          from: service.from && service.from > from ? service.from : from,
          to: earliest(service.to, death ? death.to : to),
          ...(service.visits ? { visits: service.visits } : {}),
        })),
      ),
    };
  });
}

/** What is known of a customer, with the death that was reported: it reaches the dry run as what it is. */
const factsOf = ({ known = [], death }: Assignment): readonly KnownFact[] =>
  death ? [...known, { kind: 'DEATH', on: death.on }] : known;

const earliest = (one: string | null | undefined, other: string | null): string | null => {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
};

export async function termsOf(month: Month, providerId: string, deps: Deps): Promise<Result<Terms, BasisRefusal>> {
  const provider = (await providerStore(deps.table).find(providerId))?.entity;
  if (!provider) return refuse('missing', 'provider-not-found');
  const routine = await routineOn(deps.table, firstDay(month));
  if (!routine.ok) return routine;
  const { settings, pack } = routine.value;
  if (!pack.month) return refuse('conflict', 'not-in-routine');
  const rate = rateInForce(settings.rates, month, provider.kind);
  if (!rate) return refuse('conflict', 'no-rate');
  return accept({ month, provider, settings, pack, orePerHour: rate.orePerHour });
}

export async function withCases(terms: Terms, { table }: Deps): Promise<Basis> {
  const { month, provider } = terms;
  const assignments = await assignmentStore(table).ofProvider(provider.id, firstDay(month));
  return { ...terms, cases: casesOf(assignments, month) };
}

export async function basisOf(month: Month, providerId: string, deps: Deps): Promise<Result<Basis, BasisRefusal>> {
  const terms = await termsOf(month, providerId, deps);
  return terms.ok ? accept(await withCases(terms.value, deps)) : terms;
}

/** One case as a provider has it in a month; none when it has not. */
export const casesOfCase = async (
  { month, providerId, caseNo }: { readonly month: Month; readonly providerId: string; readonly caseNo: string },
  { table }: Pick<Deps, 'table'>,
): Promise<Basis['cases']> => {
  const theirs = await assignmentStore(table).ofCase(caseNo);
  return casesOf(
    theirs.filter((one) => one.providerId === providerId),
    month,
  );
};

/** The cases in force on some day of a month at a provider, each with whose it is. */
export const casesInForce = async (
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  { table }: Pick<Deps, 'table'>,
): Promise<readonly { readonly caseNo: string; readonly officerId: string }[]> =>
  casesOf(await assignmentStore(table).ofProvider(providerId, firstDay(month)), month)
    .filter((one) => inForce(one, month))
    .map(({ caseNo, officerId }) => ({ caseNo, officerId }));

/** The cases that a provider has in a month, whether or not the month has terms to be judged by. */
export async function casesIn(
  { month, providerId }: { readonly month: Month; readonly providerId: string },
  { table }: Pick<Deps, 'table'>,
): Promise<ReadonlySet<string>> {
  const assignments = await assignmentStore(table).ofProvider(providerId, firstDay(month));
  return new Set(casesOf(assignments, month).map(({ caseNo }) => caseNo));
}
