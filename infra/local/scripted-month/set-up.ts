import * as z from 'zod';
import { inForce } from '../../../functions/months/dry-run/granted.ts';
import type { MunicipalityFile } from '../../../functions/settings/reading-in/municipality-file.ts';
import { firstDay, instantAt, type LocalDate } from '../../../shared/domain/local-time.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import type { Machine } from '../machine.ts';
import type { Actor, Actors } from './actors.ts';
import { runTimed, type TimedStep } from './timed.ts';

const anything = z.unknown();
const Placed = z.looseObject({ id: z.string() });

/** Who does what in the script: the people of the municipality's file by their roles. */
export type Cast = { readonly head: Actor; readonly managerOf: (providerId: string) => Actor };

/** The head, and a manager for every provider that has something to hand in; what is missing, in words. */
export function castOf(
  { people, providers }: MunicipalityFile,
  handingIn: ReadonlySet<string>,
): Cast | readonly string[] {
  const head = people.find(({ role }) => role === 'head');
  const managers = new Map(
    people.flatMap((one) => (one.role === 'provider-manager' ? [[one.providerId, one.id]] : [])),
  );
  const lacking = providers.filter(({ id }) => handingIn.has(id) && !managers.has(id));
  if (!head || lacking.length > 0) {
    return [
      ...(head ? [] : ['people: ingen med rollen head']),
      ...lacking.map(({ id }) => `people: ingen med rollen provider-manager för ${id}`),
    ];
  }
  return {
    head: { userId: head.id, role: 'head' },
    managerOf: (providerId) => ({ userId: managers.get(providerId) ?? '', role: 'provider-manager' }),
  };
}

/** Somebody must be the first to be let in: the file's own administrator, else one by the name of setup. */
export async function letIn({ deps: { table } }: Machine, { people }: MunicipalityFile): Promise<Actor> {
  const userId = people.find(({ role }) => role === 'administrator')?.id ?? 'setup';
  const first: Actor = { userId, role: 'administrator' };
  await table.commit([membershipStore(table).save(first, undefined)]);
  return first;
}

/** Reads in the municipality, without its cases: those come with their orders. */
export async function readIn(
  machine: Machine,
  people: Actors,
  file: MunicipalityFile,
  set: readonly string[],
  pack: string,
  portal: { readonly brand?: string; readonly help?: { readonly phone: string; readonly email: string } } = {},
): Promise<void> {
  const first = await letIn(machine, file);
  const body = { pack, set, invoiceAddress: 'Fakturaenheten VoO Kundval', ...portal, file: { ...file, cases: [] } };
  await people.ask(first, 'importMunicipality', { body }, anything);
}

type Ordered = MunicipalityFile['cases'][number];

/** The day on which a case's order is placed in the script: its first in the month. */
const orderedOn = ({ from }: Ordered, month: string): LocalDate => (from > firstDay(month) ? from : firstDay(month));

/**
 * A case whose customer the file does not tell of, or that has got another officer since its earlier order: taken into
 * the register, or handed over there, as an administrator does.
 */
export async function giveToOfficer({ caseNo, officerId }: Ordered, { deps: { table } }: Machine): Promise<void> {
  const known = await caseStore(table).find(caseNo);
  if (known?.entity.officerId !== officerId) await table.commit([caseStore(table).save({ caseNo, officerId }, known)]);
}

/** A case in force without a decided service: nothing to order (L-11), but it belongs to the month. */
async function register({ customer: _, followedUp: __, ...one }: Ordered, { deps: { table } }: Machine): Promise<void> {
  const known = await caseStore(table).find(one.caseNo);
  await table.commit([caseStore(table).save(one, known), assignmentStore(table).add(one)]);
}

/** What the municipality knows by itself of a customer: what the order knows from its first day, without letters. */
async function keepFacts({ caseNo, known }: Ordered, orderId: string, { deps }: Machine): Promise<void> {
  const given = await assignmentStore(deps.table).storedOfCase(caseNo);
  const over = given.find(({ entity }) => entity.orderId === orderId);
  if (known && over) await deps.table.commit([assignmentStore(deps.table).save({ ...over.entity, known }, over)]);
}

/** An order that has been begun, and who manages it at its provider. */
export type Begun = {
  readonly orderId: string;
  readonly caseNo: string;
  readonly day: LocalDate;
  readonly manager: Actor;
};

/**
 * Every case of the month ordered, confirmed and begun, each on its first day in the month, in the order of the days.
 * `then` is what is done with each at once when it has begun, `asKnown` what is known of it when it is ordered.
 */
export function orderingSteps(
  machine: Machine,
  people: Actors,
  cast: Cast,
  file: Pick<MunicipalityFile, 'month' | 'cases'>,
  then: (begun: Begun) => Promise<void> = async () => undefined,
  asKnown: (one: Ordered) => Ordered = (one) => one,
): readonly TimedStep[] {
  const cases = file.cases.filter((one) => inForce(one, file.month));
  const byDay = Map.groupBy(cases, (one) => orderedOn(one, file.month));
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, some]) => {
      const placed: Begun[] = [];
      const place = async () => {
        for (const one of some.map(asKnown)) {
          await giveToOfficer(one, machine);
          if (one.services.length === 0) {
            await register(one, machine);
            continue;
          }
          const { caseNo, providerId, services, from, to, customer } = one;
          const body = { caseNo, providerId, services, from, to, ...(customer?.name ? { customer } : {}) };
          const { id } = await people.ask({ userId: one.officerId, role: 'officer' }, 'placeOrder', { body }, Placed);
          await keepFacts(one, id, machine);
          placed.push({ orderId: id, caseNo, day, manager: cast.managerOf(providerId) });
        }
      };
      const begin = async () => {
        for (const one of placed) {
          const path = { orderId: one.orderId };
          await people.ask(one.manager, 'confirmOrder', { path }, anything);
          await people.ask(one.manager, 'startOrder', { path, body: { startedOn: day } }, anything);
          await then(one);
        }
      };
      return [
        { at: instantAt(day, '08:00'), act: place },
        { at: instantAt(day, '09:00'), act: begin },
      ];
    });
}

/** The orders of one month, step by step. */
export const orderAll = (...given: Parameters<typeof orderingSteps>): Promise<void> =>
  runTimed(given[0], orderingSteps(...given));
