import { adjustMonth } from '../../functions/months/adjusting/adjust-month.ts';
import { correctionDates } from '../../functions/months/correcting/correction-dates.ts';
import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import { payRulesOf } from '../../functions/months/dry-run/pay-rules.ts';
import { rateInForce } from '../../functions/months/dry-run/rates.ts';
import { instantAt, plusDays } from '../../shared/domain/local-time.ts';
import { verifyRecordFile } from '../../shared/domain/verify-record-file.ts';
import { leksand } from '../../shared/packs/leksand.ts';
import { Pack } from '../../shared/packs/pack.ts';
import { casesAt, expectedOf, type MonthTold } from './history-oracle.ts';
import { smallMunicipality } from './month-folders.ts';
import { type AHistory, foldersOf, type Walked, walkHistory } from './walked-history.ts';

const pack = Pack.parse(leksand);

/** A history as the oracle reads it. */
export const toldOf = (history: AHistory): readonly MonthTold[] =>
  foldersOf(history).map(({ month, file, files, dates }) => {
    const fourth = correctionDates(month, pack).on;
    const reported = dates.report > fourth ? dates.report : plusDays(fourth, 1);
    return {
      ...{ month, files, cases: file.cases as MonthTold['cases'] },
      later: (history[month]?.later ?? []) as MonthTold['later'],
      handedIn: instantAt(dates.submission, '09:00'),
      reported: instantAt(reported, '09:00'),
    };
  });

const same = (what: string, got: unknown, wanted: unknown): string[] => {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? Number(one) : one));
  return text(got) === text(wanted) ? [] : [`${what}: ${text(got)}, and not ${text(wanted)}`];
};

/** `adjust` of a stated month as it was handed in and as it is known in the end, held against what was stated of it. */
async function adjustSays(months: readonly MonthTold[], walked: Walked): Promise<readonly string[]> {
  const wrong: string[] = [];
  const last = months.at(-1)?.reported ?? '';
  for (const [place, { month, files, handedIn }] of months.slice(0, -1).entries())
    for (const [id, { report, deviations }] of files) {
      const state = (at: string) => ({
        cases: casesAt(months, place, id, at),
        files: { report: bytesSource(report), deviations: bytesSource(deviations) },
      });
      const orePerHour = rateInForce(smallMunicipality.rates, month, 'private')?.orePerHour ?? 0;
      const terms = { rules: payRulesOf(pack), month, provider: { id, kind: 'private' as const }, orePerHour };
      const answer = await adjustMonth(state(handedIn), state(last), { ...terms, notHandedIn: 'GRANTED' });
      if (!answer.ok) return [`adjust refuses ${month} ${id}`];
      const stated = walked.adjustments.filter((one) => one.month === month && one.provider === id);
      const byCase = [...new Set(stated.map(({ caseNo }) => caseNo))].sort().flatMap((caseNo) => {
        const minutes = stated.reduce((sum, one) => sum + (one.caseNo === caseNo ? one.minutes : 0), 0);
        return minutes === 0 ? [] : [{ caseNo, minutes }];
      });
      const rows = answer.value.rows.map(({ caseNo, minutes }) => ({ caseNo, minutes }));
      wrong.push(...same(`adjust ${month} ${id}`, byCase, rows));
      const ore = stated.reduce((sum, { amountOre }) => sum + amountOre, 0);
      wrong.push(...same(`adjust ${month} ${id} öre`, ore, answer.value.amountOre));
      // Stated at one time, they are the very same rows.
      if (new Set(stated.map(({ inMonth }) => inMonth)).size === 1) {
        const amounts = (some: readonly { caseNo: string; amountOre: number }[]) =>
          some.map(({ caseNo, amountOre }) => [caseNo, amountOre]);
        wrong.push(...same(`adjust ${month} ${id} rows`, amounts(stated), amounts(answer.value.rows)));
      }
    }
  return wrong;
}

/** From 1 without gaps, each once. */
function numbersOf({ adjustments }: Walked): readonly string[] {
  const byMonth = Map.groupBy(adjustments, ({ month, provider }) => `${month}/${provider}`);
  return [...byMonth].flatMap(([month, some]) => {
    const numbers = some.map(({ number }) => Number(number.slice(`${month}/J`.length))).sort((a, b) => a - b);
    return same(
      `numbers of ${month}`,
      numbers,
      numbers.map((_, n) => n + 1),
    );
  });
}

/** Walks a history, and names everything in which it is not as the contract says; nothing where it is. */
export async function heldAgainstContract(
  history: AHistory,
): Promise<{ readonly wrong: readonly string[]; readonly walked: Walked }> {
  const months = toldOf(history);
  const walked = await walkHistory(foldersOf(history));
  const expected = expectedOf(months);
  const inOrderOf = <One extends { readonly month?: unknown; readonly provider?: unknown }>(some: readonly One[]) =>
    some.toSorted((a, b) => (`${a.month}${a.provider}` < `${b.month}${b.provider}` ? -1 : 1));
  const wrong = [
    ...same('left', walked.left, []),
    ...same('rows', inOrderOf(walked.rows), inOrderOf(expected.rows)),
    ...same(
      'adjustments',
      walked.adjustments
        .filter(({ inMonth }) => !inMonth.startsWith('settled'))
        .map(({ month, inMonth, provider, caseNo, minutes, amountOre }) => ({
          month,
          inMonth,
          provider,
          caseNo,
          minutes,
          amountOre,
        }))
        .map((one) => JSON.stringify(one))
        .sort(),
      expected.adjustments
        .map((one) => JSON.stringify({ ...one, minutes: Number(one.minutes), amountOre: Number(one.amountOre) }))
        .sort(),
    ),
    ...numbersOf(walked),
    ...(await adjustSays(months, walked)),
  ];
  for (const [provider, truth] of expected.truth) {
    const theirs = walked.rows.filter((row) => row.provider === provider);
    // What is settled leaves nothing to carry; a claim is a sum below zero.
    const settled = walked.settlements.filter((row) => row.provider === provider);
    const last = [...theirs, ...settled].at(-1)?.carriedForwardOre ?? 0;
    const paid = [...theirs, ...settled].reduce((sum, { toInvoiceOre }) => sum + toInvoiceOre, last);
    wrong.push(...same(`paid to ${provider}`, paid, truth));
  }
  for (const record of walked.records) {
    const verdict = await verifyRecordFile(record, walked.keys);
    if (!verdict.valid || !verdict.trusted) wrong.push(`a record does not verify: ${JSON.stringify(verdict)}`);
  }
  return { wrong, walked };
}
