import type { LocalDate } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';

/** What is known of a person: the day of their death, and the stays away, each to the day home again. */
type KnownOfPerson = {
  readonly diedOn?: LocalDate;
  readonly away: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
};

/** What the municipality knows of whoever these cases are about, by the orders or by what it was told (A66, A73, A80). */
export async function knownOf(caseNos: readonly string[], { table }: Pick<Deps, 'table'>): Promise<KnownOfPerson> {
  const given = (await Promise.all(caseNos.map((one) => assignmentStore(table).ofCase(one)))).flat();
  const facts = given.flatMap(({ known = [] }) => known);
  const [diedOn] = [
    ...given.flatMap(({ death }) => (death ? [death.on] : [])),
    ...facts.flatMap((fact) => (fact.kind === 'DEATH' ? [fact.on] : [])),
  ].toSorted();
  const stays = facts.flatMap((fact) => (fact.kind === 'HOSPITAL' ? [{ from: fact.from, to: fact.to ?? null }] : []));
  // Every order of the person knows of the same stay.
  const away = stays.filter(
    (stay, place) => stays.findIndex(({ from, to }) => from === stay.from && to === stay.to) === place,
  );
  return { ...(diedOn === undefined ? {} : { diedOn }), away };
}
