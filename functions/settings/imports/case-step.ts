import { type Assignment, overlaps, sharedServices } from '../../../shared/domain/assignment.ts';
import { dateOf } from '../../../shared/domain/local-time.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { isOver } from '../../../shared/domain/order-end.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { deadlinesAfter } from '../../../shared/steps/deadlines.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { type Case, caseStore } from '../../../shared/stores/case-store.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { orderStore } from '../../../shared/stores/order-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { changeReadIn, followUp, readInCase, statedWords, type WantedCare } from '../../orders/door.ts';
import { decisionsIn } from './care-difference.ts';
import { customerDecided } from './customer-step.ts';
import type { Decided, Importing } from './decision-step.ts';
import type { CarePlace, UnitOf } from './file-units.ts';
import { decreased, type ImportRow, isFault, otherOfficer, rows, statedMonth } from './import-row.ts';

type CaseUnit = UnitOf<'case'>;
type Standing = {
  readonly stored: Stored<Case>;
  readonly given: readonly Assignment[];
  readonly orders: ReadonlyMap<string, Stored<Order>>;
};
/** What is to be done with one order: `now` gives it, since nothing is made before it is carried out. */
type Act = () => Promise<Effects>;
type Part = { readonly rows: readonly ImportRow[]; readonly acts: readonly Act[] };

const nothing: Part = { rows: [], acts: [] };
const fault = (place: CarePlace['place'], field: string, code: string, text: string): Part => ({
  rows: [rows.fault(place, field, code, text)],
  acts: [],
});

/** The case's own officer is the one of its newest part. */
const newestOf = (places: CaseUnit['places']): CarePlace =>
  places.reduce((newest, one) => (one.from > newest.from ? one : newest));

const unknownIn = (
  { place, providerId, officerId, services, ...days }: CarePlace,
  { knows }: Importing,
): readonly ImportRow[] => [
  ...(knows.provider(providerId) ? [] : [rows.fault(place, 'providerId', 'unknown-provider', 'Utföraren finns inte.')]),
  ...(knows.officer(officerId) ? [] : [rows.fault(place, 'officerId', 'unknown-officer', 'Handläggaren finns inte.')]),
  ...services
    .filter(({ code, from, to }) => !knows.service(code, from ?? days.from, to ?? days.to))
    .map(({ code }) => rows.fault(place, 'services', 'unknown-service', `Insatsen ${code} finns inte i katalogen.`)),
];

/** Two providers of one case would have a service on the same days: nobody is served, or paid, twice (A74). */
const doubleIn = (places: CaseUnit['places']): readonly ImportRow[] =>
  places.flatMap((one, index) => {
    const codes = places.slice(0, index).flatMap((other) => sharedServices(other, one));
    return [...new Set(codes)].map((code) =>
      rows.fault(one.place, 'services', 'service-taken', `Insatsen ${code} har en annan utförare samma dagar i filen.`),
    );
  });

async function standingOf(caseNo: string, { table }: Deps): Promise<Standing | undefined> {
  const stored = await caseStore(table).find(caseNo);
  if (!stored) return undefined;
  const given = await assignmentStore(table).ofCase(caseNo);
  const ids = [...new Set(given.flatMap(({ orderId }) => orderId ?? []))];
  const found = await Promise.all(ids.map((id) => orderStore(table).find(id)));
  return { stored, given, orders: new Map(found.flatMap((one) => (one ? [[one.entity.id, one]] : []))) };
}

const careOf = ({ place: _, ...care }: CarePlace, caseNo: string) => ({ caseNo, ...care });

/** A provider that gets a case that is known already: the days of another are not taken by a file (A74). */
function joining(unit: CaseUnit, one: CarePlace, { given }: Standing, by: Importing, deps: Deps): Part {
  const codes = new Set(one.services.map(({ code }) => code));
  const saidTo = (providerId: string) => unit.places.find((other) => other.providerId === providerId)?.to;
  const isTaken = given.some((other) => {
    const to = saidTo(other.providerId) ?? other.to;
    return other.services.some(({ code }) => codes.has(code)) && overlaps({ from: other.from, to }, one);
  });
  if (isTaken)
    return fault(
      one.place,
      'providerId',
      'case-has-order',
      'En annan utförare har insatserna de dagarna. Byt utförare i systemet.',
    );
  const { caseNo } = unit;
  const act = async () => {
    // The case's follow-up runs already.
    const { deadlines = [], ...rest } = readInCase(
      { caseNo, officerId: one.officerId, care: [careOf(one, caseNo)] },
      by,
      deps,
    );
    return { ...rest, deadlines: deadlines.filter(({ next }) => next.code !== 'D17') };
  };
  const text = `Ärende ${caseNo} får en utförare till.`;
  return { rows: [rows.added(one.place, text, { is: one.providerId })], acts: [act] };
}

/** Deaths and stays that are not known of a case that stands: those are told in the system, with all that follows. */
const untold = ({ known = [] }: CarePlace, theirs: readonly Assignment[]): boolean =>
  known.some((fact) =>
    fact.kind === 'DEATH'
      ? !theirs.some(({ death }) => death?.on === fact.on)
      : !theirs.some((one) => one.known?.some((told) => told.kind === 'HOSPITAL' && told.from === fact.from)),
  );

/** A last day that has been takes away days that were served: whoever says yes to the rows sees it. */
const lastDayWords = (lastDay: string, today: string): string =>
  lastDay < today ? 'Sista dagen ändras till en som redan har varit.' : 'Sista dagen ändras.';

/** What the file says otherwise of what a provider has. */
async function changing(unit: CaseUnit, one: CarePlace, standing: Standing, by: Importing, deps: Deps): Promise<Part> {
  const { place, officerId } = one;
  const theirs = standing.given.filter(({ providerId }) => providerId === one.providerId);
  if (theirs.length === 0) return one.services.length === 0 ? nothing : joining(unit, one, standing, by, deps);
  const orders = theirs.flatMap(({ orderId }) => standing.orders.get(orderId ?? '') ?? []);
  const living = orders.filter(({ entity }) => !isOver(entity));
  const decided = theirs.map(({ to, death }) => (death ? death.to : to));
  const to = decided.includes(null) ? null : (decided.toSorted().at(-1) ?? null);
  const from = theirs.map((given) => given.from).toSorted()[0];
  if (from !== one.from)
    return fault(place, 'from', 'first-day-differs', `Första dagen är ${from} i systemet; den ändras där.`);
  if (untold(one, theirs))
    return fault(place, 'known', 'told-in-system', 'Dödsfall och sjukhusvistelser meddelas i systemet.');

  const said: ImportRow[] = [];
  // A day that the file does not name is not reset: what the system has decided meanwhile stands.
  const lastDay = one.to !== null && one.to !== to ? one.to : undefined;
  if (lastDay !== undefined)
    said.push(
      rows.changed(place, 'to', lastDayWords(lastDay, dateOf(by.at)), { was: to ?? 'tills vidare', is: lastDay }),
    );
  const decisions = living.length === 0 ? [] : decisionsIn({ ...one, to: lastDay ?? to }, theirs, dateOf(by.at));
  for (const { from: day, was, is, less } of decisions)
    said.push(
      less
        ? rows.changed(place, 'services', `Insatserna minskas från och med ${day}.`, { was, is, code: decreased })
        : rows.changed(place, 'services', `Insatserna ändras från och med ${day}.`, { was, is }),
    );
  // What is the case's own officer's goes with the case.
  const goesAlong = (theirs: string) =>
    theirs === standing.stored.entity.officerId && officerId === newestOf(unit.places).officerId;
  const before = living
    .map(({ entity }) => entity.officerId)
    .find((theirs) => theirs !== officerId && !goesAlong(theirs));
  if (before !== undefined)
    said.push(rows.changed(place, 'officerId', 'Handläggaren byts.', { was: before, is: officerId }));
  if (said.length === 0) return nothing;
  const [only, ...more] = living;
  if (!only) return fault(place, 'to', 'order-closed', 'Ingen beställning pågår hos utföraren; det ändras i systemet.');
  if (more.length > 0 && (lastDay !== undefined || decisions.length > 0))
    return fault(
      place,
      'services',
      'several-orders',
      'Utföraren har flera beställningar i ärendet; de ändras i systemet.',
    );

  const acts: Act[] = [];
  for (const order of living) {
    const wanted: WantedCare = {
      ...(order.entity.officerId === officerId || goesAlong(order.entity.officerId) ? {} : { officerId }),
      ...(order === only ? { lastDay, decisions } : { decisions: [] }),
    };
    const provider = (await providerStore(deps.table).find(one.providerId))?.entity;
    if (!provider) throw new Error('an order has a provider');
    const next = await changeReadIn(order, wanted, { ...by, provider }, deps);
    if (!next.ok)
      return fault(
        place,
        lastDay === undefined ? 'services' : 'to',
        next.code,
        'Det går inte att ändra så i systemet.',
      );
    said.push(
      ...next.value.stated.map((change) => rows.changed(place, 'months', statedWords(change), { code: statedMonth })),
    );
    acts.push(async () => next.value.effects);
  }
  return { rows: said, acts };
}

/** The case itself gets another officer: it is moved as by hand, before what else there is (see officer-moves-step). */
function moving({ places }: CaseUnit, { stored }: Standing, { knows }: Importing): Part {
  const { officerId, place } = newestOf(places);
  const { officerId: was } = stored.entity;
  if (was === officerId) return nothing;
  if (!knows.officerToday(officerId))
    return fault(place, 'officerId', 'not-an-officer', 'Handläggaren är inte handläggare i dag.');
  const about = { was, is: officerId, code: otherOfficer };
  return { rows: [rows.changed(place, 'officerId', 'Ärendet får en annan handläggare.', about)], acts: [] };
}

/** The case has been followed up since (L-56), never reset to an earlier day. */
async function followedUpSince(unit: CaseUnit, { pack, at }: Importing, deps: Deps): Promise<Part> {
  const { followedUp, caseNo, places } = unit;
  if (followedUp === undefined || !pack.caseFile) return nothing;
  const { officerId } = newestOf(places);
  const ofCase = await deadlineStore(deps.table).ofCase(caseNo);
  const running = ofCase.find(({ entity }) => entity.code === 'D17' && entity.doneAt === undefined)?.entity;
  const next = followUp({ caseNo, officerId }, followedUp, pack);
  if (!running || !next || next.dueAt <= running.dueAt) return nothing;
  return {
    rows: [rows.changed(places[0].place, 'followedUp', 'Ärendet har följts upp.', { is: followedUp })],
    acts: [async () => ({ deadlines: deadlinesAfter(ofCase, { opens: [next] }, at).moved })],
  };
}

/** Of these there are several of one field: decisions by their days, and stated months. */
const isOfOneDay = ({ text, code }: ImportRow): boolean => text.startsWith('Insatserna') || code === statedMonth;

/** A field of a place is told of once, by whichever part comes first. */
const onceEach = (told: readonly ImportRow[]): readonly ImportRow[] =>
  [
    ...new Map(
      told.toReversed().map((row) => [`${row.row} ${row.at} ${isOfOneDay(row) ? row.text : ''}`, row]),
    ).values(),
  ].toReversed();

/** A case as the file has it, held against what stands. */
export async function caseDecided(unit: CaseUnit, by: Importing, deps: Deps): Promise<Decided> {
  const { caseNo, places, followedUp } = unit;
  const unknown = [...places.flatMap((one) => unknownIn(one, by)), ...doubleIn(places)];
  if (unknown.length > 0) return { rows: unknown };
  const standing = await standingOf(caseNo, deps);
  const customer = await customerDecided(unit, standing === undefined, by, deps);
  if (customer.rows.some(isFault)) return { rows: customer.rows };
  if (!standing) {
    const { officerId } = newestOf(places);
    const care = places.filter(({ services }) => services.length > 0).map((one) => careOf(one, caseNo));
    const added = places.map(({ place, providerId }) =>
      rows.added(place, `Ärende ${caseNo} är nytt.`, { is: providerId }),
    );
    return {
      rows: [...added, ...customer.rows],
      effects: async () =>
        together(
          { saves: [caseStore(deps.table).save({ caseNo, officerId }, undefined)] },
          readInCase({ caseNo, officerId, care, followedUp }, by, deps),
          (await customer.effects?.()) ?? {},
        ),
    };
  }
  const parts: Part[] = [moving(unit, standing, by)];
  for (const one of places) parts.push(await changing(unit, one, standing, by, deps));
  parts.push(await followedUpSince(unit, by, deps));
  const told = onceEach([...parts.flatMap((part) => part.rows), ...customer.rows]);
  // A case at fault is that, and nothing else is told of it.
  if (told.some(isFault)) return { rows: told.filter(isFault) };
  return {
    rows: told,
    effects: async () => {
      const all: Effects[] = [];
      for (const act of parts.flatMap(({ acts }) => acts)) all.push(await act());
      return together(...all, (await customer.effects?.()) ?? {});
    },
  };
}
