import type { LocalDate } from '../../../shared/domain/local-time.ts';
import { isAboutBought, isAboutMonth } from './about-month.ts';
import { wordsBesideFiles } from './beside-files.ts';
import { monthSaid } from './month-said.ts';

/** The letters of what is said: how its lines were broken, and its signs, mean nothing. */
const bare = (said: string): string => said.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}•?]+/gu, '');

/** What the words beside some files come to: their month, what they are, and what else is said. */
const besides = (words: string, today: LocalDate): string =>
  [monthSaid(words, today), isAboutBought(words), isAboutMonth(words), bare(wordsBesideFiles(words))].join(' ');

/** Whether all the readings of a mail say the same of the files that came with it. */
export const isSameBeside = (readings: readonly string[], today: LocalDate): boolean =>
  new Set(readings.map((words) => besides(words, today))).size <= 1;
