import * as z from 'zod';
import { type LocalDate, plusDays, plusMonths } from '../../../shared/domain/local-time.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

/** What a pack says of decisions that are not carried out. */
export type UnexecutedRules = NonNullable<Pack['unexecuted']>;

export const QuarterName = z
  .string()
  .regex(/^(?:19|2\d)\d\d-Q[1-4]$/)
  .meta({ description: 'A year and a quarter of it', example: '2026-Q4' });

export type Quarter = { readonly name: string; readonly from: LocalDate; readonly to: LocalDate };

/** A quarter by its name; undefined where the pack has none of that number. */
export function quarterNamed(name: string, { quarters }: UnexecutedRules): Quarter | undefined {
  const [year = '', number = ''] = name.split('-Q');
  const begins = quarters[Number(number) - 1];
  if (begins === undefined) return undefined;
  const next = quarters[Number(number)];
  const end = next === undefined ? plusMonths(`${year}-${quarters[0]}`, 12) : `${year}-${next}`;
  return { name, from: `${year}-${begins}`, to: plusDays(end, -1) };
}

/** The quarter that a day lies in. */
export function quarterOf(day: LocalDate, rules: UnexecutedRules): Quarter {
  const year = Number(day.slice(0, 4));
  const found = [year - 1, year].flatMap((of) =>
    rules.quarters.flatMap((_, at) => quarterNamed(`${of}-Q${at + 1}`, rules) ?? []),
  );
  const own = found.find(({ from, to }) => from <= day && day <= to);
  if (!own) throw new Error('the quarters of a pack hold every day');
  return own;
}
