import * as z from 'zod';

/** Why what a provider asked for in a mail was not done; the words of each are fixed, and repeat nothing of the mail. */
const refusals = {
  'already-confirmed': 'Beställningen är redan bekräftad.',
  'already-started': 'Första besöket är redan meddelat.',
  'order-closed': 'Uppdraget är avslutat.',
  'order-taken-back': 'Beställningen är tillbakatagen.',
  'order-taken-over': 'Det är för sent att säga nej: den förra utföraren slutar nu.',
  'order-not-open': 'Beställningen går inte längre att ändra på det sättet.',
  'rejection-without-ceiling': 'Ni kan tacka nej bara när ni har fullt. Handläggaren hör av sig till er.',
  'service-not-ordered': 'Insatsens kod finns inte i beställningen.',
  'visit-ahead': 'Dagen för första besöket ligger framåt. Skriv igen när besöket är gjort.',
  'visit-too-early': 'Dagen ligger före uppdragets första dag.',
  'month-not-over': 'Månaden är inte slut än.',
  'month-stated': 'Månadens sammanställning är redan undertecknad.',
  'no-month-file': 'Det gick inte att se vilken av månadens filer det är.',
  'start-far': 'Dagen ligger för långt fram. Handläggaren läser ert mejl.',
  other: 'Handläggaren läser ert mejl och hör av sig.',
} as const;

export const MailRefusal = z.enum(Object.keys(refusals) as (keyof typeof refusals)[]);
export type MailRefusal = z.infer<typeof MailRefusal>;

export const refusalInWords = (code: MailRefusal): string => refusals[code];

/** What a mail was understood to say and has been done, by act; with its day where it has one. */
const did = {
  confirm: () => 'ni har bekräftat',
  start: (on: string) => (on === '' ? 'första besöket är meddelat' : `första besöket var ${on}`),
  reject: () => 'ni har inte plats',
  'not-executed': () => 'något utförs inte',
  month: () => 'månadens filer har kommit in',
  basis: () => 'månadens underlag har kommit in',
  question: () => 'ni har en fråga',
} as const;

export const actsInWords = (acts: readonly (keyof typeof did)[], on: string): string =>
  acts.map((act) => did[act](on)).join(', ');
