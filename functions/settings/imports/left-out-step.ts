import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { isProvidersRole, Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Unit } from './file-units.ts';
import { type ImportName, type ImportRow, rows } from './import-row.ts';
import type { FileUnits } from './load-units.ts';

const open = ['placed', 'confirmed', 'started', 'paused', 'ending'] as const;

/** The cases that stand at some provider and that the files do not name. */
async function casesLeftOut(
  said: ReadonlySet<string>,
  file: ImportName,
  ids: readonly string[],
  at: Instant,
  { table }: Deps,
) {
  const left = new Set<string>();
  for (const id of ids)
    for (const caseNo of await assignmentStore(table).caseNosOf(id, dateOf(at)))
      if (!said.has(caseNo)) left.add(caseNo);
  return [...left]
    .toSorted()
    .map((caseNo) => rows.leftOut(file, caseNo, `Ärende ${caseNo} finns inte i filen; det går vidare som förut.`));
}

/** The people with a role whom the files do not name; an officer who still has cases is told apart. */
async function peopleLeftOut(said: ReadonlySet<string>, file: ImportName, ids: readonly string[], { table }: Deps) {
  const left: ImportRow[] = [];
  for (const role of Role.options) {
    const places = isProvidersRole(role) ? ids : [undefined];
    for (const providerId of places)
      for (const { userId } of await membershipStore(table).withRole(role, providerId)) {
        if (said.has(`${userId} ${role}`)) continue;
        const hasCases =
          role === 'officer' &&
          (await orderStore(table).list({ officerId: userId }, open, { limit: 1 })).items.length > 0;
        left.push(
          hasCases
            ? rows.leftOut(
                file,
                userId,
                `${userId} finns inte i filen, men har pågående ärenden. Rollen och ärendena är kvar tills någon flyttar dem.`,
                'has-open-cases',
              )
            : rows.leftOut(file, userId, `${userId} (${role}) finns inte i filen; rollen är kvar.`),
        );
      }
  }
  return left;
}

/** What stands and is not in the files, of the lists that they hold whole: it is listed, never ended or reset. */
export async function leftOutBy({ units, has }: FileUnits, at: Instant, deps: Deps): Promise<readonly Unit[]> {
  const ids = await providerStore(deps.table).ids();
  const fileOf = (table: ImportName): ImportName | undefined =>
    [table, 'cases.json' as const].find((name) => has.has(name));
  const [customers, people, providers] = [fileOf('kunder.csv'), fileOf('personal.csv'), fileOf('utforare.csv')];
  const cases = new Set(units.flatMap((unit) => (unit.kind === 'case' ? [unit.caseNo] : [])));
  const persons = new Set(
    units.flatMap((unit) => (unit.kind === 'person' ? [`${unit.said.userId} ${unit.said.role}`] : [])),
  );
  const named = new Set(units.flatMap((unit) => (unit.kind === 'provider' ? [unit.said.id] : [])));
  const left: ImportRow[] = [
    ...(providers
      ? ids
          .filter((id) => !named.has(id))
          .map((id) => rows.leftOut(providers, id, `Utföraren ${id} finns inte i filen; den är kvar.`))
      : []),
    ...(people ? await peopleLeftOut(persons, people, ids, deps) : []),
    ...(customers ? await casesLeftOut(cases, customers, ids, at, deps) : []),
  ];
  return left.map((row) => ({ kind: 'told', row }));
}
