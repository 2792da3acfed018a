import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said of a month that waits for its signature, and of no other. */
export const sv = {
  title: 'Väntar på underskrift',
  text: 'Månaden är inlämnad först när chefen har undertecknat.',
  came: { PORTAL: 'Vald i systemet', MAIL: 'Kom med mejl', PAGE: 'Ifylld på sidan' },
  rows: (n: number) => (n === 1 ? '1 rad' : `${n} rader`),
  missing: 'Har inte kommit',
  sign: 'Underteckna',
  signText: 'Du ser exakt vad som lämnas in, loggar in och undertecknar.',
  signFaulty: 'Det går att underteckna med fel, men de ärenden som felen gäller bedöms då som felaktigt underlag.',
  waiting: 'Väntar på chefens underskrift.',
  addReport: 'Lägg till tidsrapporten (CSV)',
  addForm: 'Lägg till avvikelseblanketten (CSV)',
  add: 'Lägg till filen',
  perCase: 'Visa hur varje ärende bedöms',
  noFormNeeded: 'Ingen avvikelseblankett har kommit. Den behövs inte om månaden är utan avvikelser.',
  onPaper: 'Skriv ut sida för underskrift (PDF)',
  onPaperText:
    'Skriver chefen under på papper: skriv ut sidan, låt chefen underteckna den och lämna den till kommunen. Byts en fil ut behövs en ny sida.',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'Waits to be signed',
  text: 'The month is handed in only when the manager has signed.',
  came: { PORTAL: 'Chosen in the system', MAIL: 'Came by e-mail', PAGE: 'Filled in on the page' },
  rows: (n) => (n === 1 ? '1 row' : `${n} rows`),
  missing: 'Has not come',
  sign: 'Sign',
  signText: 'You see exactly what is handed in, sign in again and sign.',
  signFaulty: 'It may be signed with errors, but the cases they concern are then decided as a faulty basis.',
  waiting: 'Waits for the manager’s signature.',
  addReport: 'Add the time report (CSV)',
  addForm: 'Add the deviation form (CSV)',
  add: 'Add the file',
  perCase: 'Show how each case is decided',
  noFormNeeded: 'No deviation form has come. None is needed if the month has no deviations.',
  onPaper: 'Print a page to sign on (PDF)',
  onPaperText:
    'If the manager signs on paper: print the page, let the manager sign it and hand it to the municipality. If a file is replaced a new page is needed.',
};
