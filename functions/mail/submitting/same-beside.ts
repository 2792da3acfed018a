import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { asksSomething, isAboutBought, isAboutMonth } from './about-month.ts';
import { monthSaid } from './month-said.ts';

/** What the words beside some files come to: their month, what they are, and whether a person must answer. */
const besides = (words: string, today: LocalDate): string =>
  [monthSaid(words, today), isAboutBought(words), isAboutMonth(words), asksSomething(words)].join(' ');

/** Whether all the readings of a mail say the same of the files that came with it. */
export const isSameBeside = (readings: readonly string[], today: LocalDate): boolean =>
  new Set(readings.map((words) => besides(words, today))).size <= 1;
