import { laterFacts } from '../../infra/local/scripted-months/later-facts.ts';
import { readLater } from '../../infra/local/scripted-months/later-shape.ts';
import type { Visit } from './a-report.ts';
import { aCase } from './month-folders.ts';
import { Seeded } from './random-month.ts';
import { type AHistory, foldersOf } from './walked-history.ts';

const months = ['2026-10', '2026-11', '2026-12', '2027-01'] as const;
/** The day after each month is stated by the script, and the last before it is reported. */
const windows: Readonly<Record<string, readonly [from: string, to: string]>> = {
  '2026-11': ['2026-11-14', '2026-12-04'],
  '2026-12': ['2026-12-15', '2027-01-08'],
  '2027-01': ['2027-01-22', '2027-02-04'],
};
const handedIn: Readonly<Record<string, string>> = {
  '2026-11': '2026-11-30',
  '2026-12': '2027-01-03',
  '2027-01': '2027-01-31',
};
const two = (number: number) => String(number).padStart(2, '0');
const dayIn = (chance: Seeded, month: string) => `${month}-${two(chance.whole(1, 30))}`;

type Case = ReturnType<typeof aCase>;
type Fact = { readonly at: string } & Record<string, unknown>;

/** In the last month nothing is told after its hand-in: what reaches it then has no later month to stand in. */
function timeIn(chance: Seeded, month: string, isLast: boolean): string {
  const [from = '', reported = ''] = windows[month] ?? [];
  const to = isLast ? handedIn[month] : reported;
  const [first, last] = [Date.parse(`${from}T08:00:00+01:00`), Date.parse(`${to}T18:00:00+01:00`)];
  return new Date(first + 60_000 * chance.whole(0, (last - first) / 60_000)).toISOString();
}

const minutes = (chance: Seeded) => chance.pick([0, 60, 310, 480, 900, 3_000]);

/** One decision, or two where one takes over from the other. */
function someServices(chance: Seeded): readonly object[] {
  if (chance.percent(60)) return [{ code: 'OMV', minutesPerMonth: minutes(chance) }];
  const day = dayIn(chance, chance.pick(months));
  const to = chance.percent(50) ? { to: day } : {};
  const first = { code: 'OMV', minutesPerMonth: minutes(chance), ...to };
  return chance.percent(60) ? [first, { code: 'OMV', minutesPerMonth: minutes(chance), from: day }] : [first];
}

/** Something about a case: a death, a stay in hospital — over a month's end, or without one —, other services. */
function fact(chance: Seeded, at: string, caseNo: string, month: string): Fact {
  const kind = chance.whole(1, 10);
  if (kind <= 3) return { at, caseNo, known: { kind: 'DEATH', on: dayIn(chance, month) } };
  if (kind <= 6) {
    const from = dayIn(chance, month);
    const to = chance.pick([undefined, dayIn(chance, month), `2027-01-${two(chance.whole(1, 30))}`]);
    return { at, caseNo, known: { kind: 'HOSPITAL', from, ...(to === undefined || to < from ? {} : { to }) } };
  }
  return { at, caseNo, services: someServices(chance) };
}

function visitsOf(chance: Seeded): readonly Visit[] {
  const days = new Set(Array.from({ length: chance.whole(0, 8) }, () => chance.whole(1, 30)));
  const status = () => chance.pick([undefined, undefined, undefined, undefined, 'BOMTID', 'AVBOKAD'] as const);
  return [...days]
    .sort((a, b) => a - b)
    .map((day): Visit => {
      const how = status();
      const length = chance.pick([15, 25, 45, 60, 90]);
      return how ? [day, length, how] : [day, length];
    });
}

function formOf(chance: Seeded, month: string, cases: readonly Case[]): readonly string[] {
  return Array.from({ length: chance.pick([0, 0, 1, 2]) }, () => {
    const { caseNo } = chance.pick(cases as [Case, ...Case[]]);
    const [from = '', to = ''] = [dayIn(chance, month), dayIn(chance, month)].sort();
    return chance.percent(50)
      ? `${caseNo};${from};;;BOMTID;45;;`
      : `${caseNo};${from};${to};;${chance.pick(['SJUKHUS', 'PLANERAD FRÅNVARO'])};;;`;
  });
}

/** A case as the next month's file has it: mostly as it was. */
const nextOf = (chance: Seeded, one: Case): Case =>
  chance.percent(85) ? one : { ...one, services: someServices(chance) as Case['services'] };

/** The other provider takes over some of the cases, or all of one's: then that one has ended. */
function handedOver(chance: Seeded, cases: readonly Case[], month: string): readonly Case[] {
  const from = chance.pick(['P1', 'P1', 'P2']);
  const isAll = chance.percent(60);
  const leaves = () => isAll || chance.percent(50);
  return cases.map((one) =>
    one.providerId === from && leaves()
      ? { ...one, providerId: from === 'P1' ? 'P2' : 'P1', from: `${month}-01` }
      : one,
  );
}

/** Whether this may be told there, after what is told already. */
async function mayBeTold(history: AHistory): Promise<boolean> {
  if (Object.entries(history).some(([month, { later }]) => !readLater(month, later ?? []).ok)) return false;
  return (await laterFacts(foldersOf(history))).ok;
}

/**
 * Up to four months by chance: few cases at one provider or two, of two officers, with what is told late of them, told
 * again, and undone in the same month or a later one; a provider may end, and the other goes on with its cases.
 */
export async function randomHistory(
  seed: number,
  kinds: { readonly undoes: boolean; readonly switches: boolean } = { undoes: true, switches: true },
): Promise<AHistory> {
  const chance = new Seeded(seed);
  const length = chance.pick([2, 2, 3, 4]);
  const officer = () => ({ officerId: chance.pick(['O1', 'O1', 'O2']) });
  const providerId = () => (chance.percent(20) ? { providerId: 'P2' } : {});
  let cases: readonly Case[] = Array.from({ length: chance.whole(1, 4) }, (_, n) =>
    aCase(`A-${n + 1}`, 0, { ...officer(), ...providerId(), services: someServices(chance) }),
  );
  const history: Record<string, AHistory[string]> = {};
  let hasSwitched = false;
  const told: { month: string; index: number; fact: Fact }[] = [];
  for (const [n, month] of months.slice(0, length).entries()) {
    if (n > 0) cases = cases.map((one) => nextOf(chance, one));
    if (n > 0 && kinds.switches && !hasSwitched && chance.percent(40)) {
      hasSwitched = true;
      cases = handedOver(chance, cases, month);
    }
    const providers = [...new Set(cases.map((one) => one.providerId))];
    const visits = Object.fromEntries(
      providers.map((id) => {
        const theirs = cases.filter((one) => one.providerId === id);
        return [id, Object.fromEntries(theirs.map(({ caseNo }) => [caseNo, visitsOf(chance)]))];
      }),
    );
    const form = providers.length === 1 ? formOf(chance, month, cases) : [];
    let later: readonly Fact[] = [];
    history[month] = { cases, visits, form, later };
    for (let count = n === 0 ? 0 : chance.whole(0, 4); count > 0; count -= 1) {
      const at = timeIn(chance, month, n === length - 1);
      const [known, repeated] = [told.filter((one) => one.fact.at < at), chance.percent(15)];
      const undone = kinds.undoes && known.length > 0 && chance.percent(35);
      const of = known.length > 0 ? chance.pick(known as [(typeof known)[number]]) : undefined;
      const { caseNo } = chance.pick(cases as [Case, ...Case[]]);
      const about = chance.pick(months.slice(0, n) as [string, ...string[]]);
      const next: Fact =
        of && undone
          ? { at, undo: of.index, ...(of.month === month ? {} : { in: of.month }) }
          : of && repeated
            ? { ...of.fact, at }
            : fact(chance, at, caseNo, about);
      const tried = { ...history, [month]: { cases, visits, form, later: [...later, next] } };
      if (!(await mayBeTold(tried))) continue;
      if (!('undo' in next)) told.push({ month, index: later.length, fact: next });
      later = [...later, next];
      history[month] = tried[month] as AHistory[string];
    }
  }
  return history;
}

const orderings = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) => orderings(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

/**
 * The same three facts of three cases of one provider, told in every order over the two months after, and one of them
 * undone in the end: what they come to in all is the same.
 */
export function everyOrder(seed: number): readonly AHistory[] {
  const chance = new Seeded(1_000_000 + seed);
  const cases = ['A-1', 'A-2', 'A-3'].map((caseNo) =>
    aCase(caseNo, 0, { officerId: chance.pick(['O1', 'O2']), services: someServices(chance) }),
  );
  const visits = () => ({ P1: Object.fromEntries(cases.map(({ caseNo }) => [caseNo, visitsOf(chance)])) });
  const before = { '2026-10': { cases, visits: visits() } };
  const [november, december] = [visits(), visits()];
  const known = { kind: 'HOSPITAL', from: dayIn(chance, '2026-10'), to: '2026-12-20' };
  const facts = [
    { caseNo: 'A-1', known: { kind: 'DEATH', on: dayIn(chance, '2026-10') } },
    { caseNo: 'A-2', known },
    { caseNo: 'A-3', services: someServices(chance) },
  ];
  const times = ['2026-11-16T09:00:00+01:00', '2026-11-25T09:00:00+01:00', '2026-12-15T09:00:00+01:00'];
  const gone = chance.pick([undefined, 'A-1', 'A-2', 'A-3']);
  return orderings(facts).map((order) => {
    const told = order.map((fact, n) => ({ ...fact, at: times[n] ?? '' }));
    const at = told.findIndex(({ caseNo }) => caseNo === gone);
    const undo =
      gone === undefined
        ? []
        : [{ at: '2026-12-22T09:00:00+01:00', ...(at < 2 ? { undo: at, in: '2026-11' } : { undo: 0 }) }];
    return {
      ...before,
      '2026-11': { cases, visits: november, later: told.slice(0, 2) },
      '2026-12': { cases, visits: december, later: [...told.slice(2), ...undo] },
    };
  });
}
