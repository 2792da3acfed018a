import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import { roleKinds } from '../../../shared/domain/role-kinds.ts';
import { isProvidersRole, Role } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { unitStore } from '../../../shared/stores/unit-store.ts';
import type { Unit } from './file-units.ts';
import { type ImportRow, rows } from './import-row.ts';
import type { FileUnits } from './load-units.ts';
import type { Listed, ListKind } from './named-rows.ts';

const open = ['placed', 'confirmed', 'started', 'paused', 'ending'] as const;

/** The cases that stand at some provider and that the files do not name. */
async function casesLeftOut({ names, file }: Listed, ids: readonly string[], at: Instant, { table }: Deps) {
  const left = new Set<string>();
  for (const id of ids)
    for (const caseNo of await assignmentStore(table).caseNosOf(id, dateOf(at)))
      if (!names.has(caseNo)) left.add(caseNo);
  return [...left]
    .toSorted()
    .map((caseNo) => rows.leftOut(file, caseNo, `Ärende ${caseNo} finns inte i filen; det går vidare som förut.`));
}

/** The people with a role whom the files do not name; an officer who still has cases is told apart. */
async function peopleLeftOut(
  said: ReadonlySet<string>,
  list: (kind: 'officers' | 'people') => Listed | undefined,
  ids: readonly string[],
  { table }: Deps,
) {
  const left: ImportRow[] = [];
  const withRole = new Set([...said].map((key) => key.split(' ')[0]));
  for (const role of Role.options) {
    const held = list(role === 'officer' ? 'officers' : 'people');
    if (!held) continue;
    const places = isProvidersRole(role) ? ids : [undefined];
    for (const providerId of places)
      for (const { userId } of await membershipStore(table).withRole(role, providerId)) {
        // Whoever is named in a row at fault is in the file, whatever the role.
        if (said.has(`${userId} ${role}`) || (held.names.has(userId) && !withRole.has(userId))) continue;
        const hasCases =
          role === 'officer' &&
          (await orderStore(table).list({ officerId: userId }, open, { limit: 1 })).items.length > 0;
        left.push(
          hasCases
            ? rows.leftOut(
                held.file,
                userId,
                `${userId} finns inte i filen, men har pågående ärenden. Rollen och ärendena är kvar tills någon flyttar dem.`,
                'has-open-cases',
              )
            : rows.leftOut(
                held.file,
                userId,
                `${userId} (${roleKinds[role].name.toLowerCase()}) finns inte i filen; rollen är kvar.`,
              ),
        );
      }
  }
  return left;
}

/**
 * What stands and is not in the files, of the lists that they hold whole: it is listed, never ended or reset. Nobody is
 * told to be left out of a list in which a row cannot say whom it is about.
 */
export async function leftOutBy({ units, lists }: FileUnits, at: Instant, deps: Deps): Promise<readonly Unit[]> {
  const ids = await providerStore(deps.table).ids();
  const list = (kind: ListKind) => (lists[kind]?.unsure === false ? lists[kind] : undefined);
  const persons = new Set(
    units.flatMap((unit) => (unit.kind === 'person' ? [`${unit.said.userId} ${unit.said.role}`] : [])),
  );
  const [providers, own, cases] = [list('providers'), list('units'), list('cases')];
  const left: ImportRow[] = [
    ...(providers
      ? ids
          .filter((id) => !providers.names.has(id))
          .map((id) => rows.leftOut(providers.file, id, `Utföraren ${id} finns inte i filen; den är kvar.`))
      : []),
    ...(own
      ? (await unitStore(deps.table).ids())
          .filter((id) => !own.names.has(id))
          .map((id) => rows.leftOut(own.file, id, `Enheten ${id} finns inte i filen; den är kvar.`))
      : []),
    ...(await peopleLeftOut(persons, list, ids, deps)),
    ...(cases ? await casesLeftOut(cases, ids, at, deps) : []),
  ];
  return left.map((row) => ({ kind: 'told', row }));
}
