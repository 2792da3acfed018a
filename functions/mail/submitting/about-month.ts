import type { Pack } from '../../../shared/packs/pack.ts';

/** Whether a routine takes a deviation form by mail: it is pseudonymous, and tells of illness and death (A65). */
export const takesForms = ({ params }: Pack): boolean => params['mail.deviations'] === 'ACCEPT';

/** Words that a mail about a month has: what is attached to it is then the month's, even where it cannot be read. */
const monthly = /redovisning|tids?rapport|avvikels|månadsrapport|månadens|blankett/i;
export const isAboutMonth = (words: string): boolean => monthly.test(words);

/** Words of the hours that one unit buys of another (M-17): the same file is then their basis. */
const bought = /köpta timmar|köpt tid|fakturaunderlag|underlag(?:et)? för köp/i;
export const isAboutBought = (words: string): boolean => bought.test(words);
