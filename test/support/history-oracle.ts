import type { CaseInMonth } from '../../functions/months/dry-run/granted.ts';
import type { KnownFact } from '../../shared/domain/known-fact.ts';
import { smallMunicipality } from './month-folders.ts';
import { plainCheck } from './plain-check.ts';

/**
 * What months with late facts come to, told from the contract alone: the plain check for the minutes of a case, whole
 * numbers without an end for the money, and no code of what it is held against.
 */
type Service = {
  readonly code: string;
  readonly minutesPerMonth: number;
  readonly from?: string;
  readonly to?: string;
};
type Told = {
  readonly at: string;
  readonly caseNo?: string;
  readonly known?: KnownFact;
  readonly services?: readonly Service[];
  readonly undo?: number;
  readonly in?: string;
};
export type MonthTold = {
  readonly month: string;
  readonly cases: readonly (CaseInMonth & { readonly providerId: string; readonly services: readonly Service[] })[];
  /** By provider, as they are handed in. */
  readonly files: ReadonlyMap<string, { readonly report: Uint8Array; readonly deviations: Uint8Array }>;
  readonly later: readonly Told[];
  /** When it is handed in, and when its officers report. */
  readonly handedIn: string;
  readonly reported: string;
};

const rateOf = (month: string): bigint =>
  BigInt(smallMunicipality.rates.filter(({ validFrom }) => validFrom <= `${month}-01`).at(-1)?.orePerHour ?? 0);

/** m × öre per hour / 60, a half upwards. */
const f = (minutes: bigint, month: string): bigint => (minutes * rateOf(month) * 2n + 60n) / 120n;

const moment = (text: string): number => Date.parse(text);

/** The facts that hold at a time, in the order that they were told, with the place of the month that tells each. */
function holding(months: readonly MonthTold[], at: string) {
  const gone = new Set(
    months.flatMap(({ month, later }) =>
      later.flatMap((one) =>
        one.undo !== undefined && moment(one.at) <= moment(at) ? [`${one.in ?? month} ${one.undo}`] : [],
      ),
    ),
  );
  return months
    .flatMap(({ month, later }, place) =>
      later.map((one, index) => ({ one, place, index, isGone: gone.has(`${month} ${index}`) })),
    )
    .filter(({ one, isGone }) => !isGone && one.undo === undefined && moment(one.at) <= moment(at))
    .toSorted((a, b) => moment(a.one.at) - moment(b.one.at) || a.place - b.place || a.index - b.index);
}

const written = (services: readonly Service[]): string =>
  JSON.stringify(services.map(({ code, minutesPerMonth, from, to }) => [code, minutesPerMonth, from, to]));

/** A month's cases at a provider as they are known at a time. */
export function casesAt(
  months: readonly MonthTold[],
  place: number,
  providerId: string,
  at: string,
): readonly CaseInMonth[] {
  const facts = holding(months, at);
  // Where the provider did not have it yet, it was somebody else's.
  const inMonth = (n: number, caseNo: string) => {
    const theirs = months[n]?.cases.filter((one) => one.caseNo === caseNo) ?? [];
    return theirs.find((one) => one.providerId === providerId) ?? theirs[0];
  };
  return (months[place]?.cases ?? [])
    .filter((one) => one.providerId === providerId)
    .map((one) => {
      const about = facts.filter((fact) => fact.one.caseNo === one.caseNo);
      // Other services stand until a month's own file says something new of them.
      const services = about.findLast(({ one: { services: told }, place: teller }) => {
        if (!told) return false;
        for (let n = teller; n <= place; n += 1)
          if (written(inMonth(n, one.caseNo)?.services ?? []) !== written(inMonth(n - 1, one.caseNo)?.services ?? []))
            return false;
        return true;
      });
      const known = about.flatMap((fact) => (fact.one.known ? [fact.one.known] : []));
      return { ...one, services: services?.one.services ?? one.services, known };
    });
}

/** The minutes of each case of a month as they are known at a time. */
function minutesAt(
  months: readonly MonthTold[],
  place: number,
  providerId: string,
  at: string,
): ReadonlyMap<string, bigint> {
  const { month = '', files } = months[place] ?? {};
  const theirs = files?.get(providerId);
  if (!theirs) return new Map();
  const answer = plainCheck({
    ...{ set: [], month, provider: { id: providerId, kind: 'private' }, rates: smallMunicipality.rates },
    ...{ cases: casesAt(months, place, providerId, at), ...theirs },
  });
  if (answer === 'refused') throw new Error(`${month} ${providerId} cannot be read`);
  return new Map(answer.cases.map(({ caseNo, charged }) => [caseNo, BigInt(charged)]));
}

const sum = (some: Iterable<bigint>): bigint => [...some].reduce((all, one) => all + one, 0n);

export type Expected = {
  readonly rows: readonly Readonly<Record<string, bigint | string>>[];
  readonly adjustments: readonly {
    month: string;
    inMonth: string;
    provider: string;
    caseNo: string;
    minutes: bigint;
    amountOre: bigint;
  }[];
  /** Of each provider, what all its months truly come to. */
  readonly truth: ReadonlyMap<string, bigint>;
};

/** Every provider's months, statement by statement. */
export function expectedOf(months: readonly MonthTold[]): Expected {
  const rows: Expected['rows'][number][] = [];
  const adjustments: Expected['adjustments'][number][] = [];
  const truth = new Map<string, bigint>();
  for (const { id: provider } of smallMunicipality.providers) {
    /** What each month has been stated with, adjustments and all. */
    const paid: (Map<string, bigint> | undefined)[] = [];
    let carried = 0n;
    for (const [place, { month, handedIn, reported, files }] of months.entries()) {
      if (!files.has(provider)) continue;
      let adjustmentsOre = 0n;
      for (const [before, standing] of paid.entries()) {
        if (!standing) continue;
        const of = months[before]?.month ?? '';
        const now = minutesAt(months, before, provider, reported);
        for (const caseNo of [...standing.keys()].sort()) {
          const change = (now.get(caseNo) ?? 0n) - (standing.get(caseNo) ?? 0n);
          if (change === 0n) continue;
          const all = sum(standing.values());
          const amountOre = f(all + change, of) - f(all, of);
          standing.set(caseNo, (standing.get(caseNo) ?? 0n) + change);
          adjustmentsOre += amountOre;
          adjustments.push({ month: of, inMonth: month, provider, caseNo, minutes: change, amountOre });
        }
      }
      const own = new Map(minutesAt(months, place, provider, handedIn));
      paid[place] = own;
      const amountOre = f(sum(own.values()), month);
      const net = amountOre + adjustmentsOre + carried;
      const [toInvoiceOre, carriedForwardOre] = net > 0n ? [net, 0n] : [0n, net];
      rows.push({
        month,
        provider,
        amountOre,
        adjustmentsOre,
        broughtForwardOre: carried,
        toInvoiceOre,
        carriedForwardOre,
      });
      carried = carriedForwardOre;
    }
    const last = months.at(-1)?.reported ?? '';
    truth.set(
      provider,
      sum(months.map(({ month }, place) => f(sum(minutesAt(months, place, provider, last).values()), month))),
    );
  }
  return { rows, adjustments, truth };
}
