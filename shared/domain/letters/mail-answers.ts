import * as z from 'zod';
import { codesInWords } from './reply-form.ts';

/** Why what a provider asked for in a mail was not done; the words of each are fixed, and repeat nothing of the mail. */
const refusals = {
  'already-confirmed': 'Beställningen är redan bekräftad.',
  'already-started': 'Första besöket är redan meddelat.',
  'order-closed': 'Uppdraget är avslutat.',
  'order-taken-back': 'Beställningen är tillbakatagen.',
  'order-taken-over': 'Det är för sent att säga nej: den förra utföraren slutar nu.',
  'order-not-open': 'Beställningen går inte längre att ändra på det sättet.',
  'rejection-without-ceiling':
    'Ni har inte anmält något tak hos kommunen; därför kan beställningen inte avböjas för att ni har fullt. Handläggaren läser ert mejl.',
  'rejection-not-full': 'Ni kan tacka nej bara när ni har fullt. Handläggaren hör av sig till er.',
  'order-not-found': 'Beställningen finns inte, eller är en annan utförares.',
  'order-changed': 'Beställningen ändrades medan ert mejl lästes. Svara en gång till.',
  'confirmation-not-asked': 'Den här beställningen ska inte bekräftas.',
  'service-not-ordered': `Insatsens kod finns inte i beställningen. ${codesInWords}`,
  'service-repeated': 'Samma insats står två gånger.',
  'not-readable': 'Något i ert mejl är inte skrivet så att det kan göras. Handläggaren läser det.',
  'visit-ahead': 'Dagen för första besöket ligger framåt. Skriv igen när besöket är gjort.',
  'visit-too-early': 'Dagen ligger före uppdragets första dag.',
  'visit-after-end': 'Dagen ligger efter uppdragets sista dag.',
  'visit-in-stated-month':
    'Dagen ligger i en månad vars sammanställning redan är undertecknad. Handläggaren tar upp det.',
  'month-not-over': 'Månaden är inte slut än. Skicka filerna när den är det.',
  'no-purchase-in-month':
    'Ingen enhet har köpt timmar av er den månaden. Är det månadens redovisning ni menar: skicka tidsrapporten och avvikelseblanketten.',
  'too-many-rows': 'Filen har fler rader än som kan läsas på en gång. Dela upp den.',
  'report-faulty': 'Filen har rader som behöver rättas. Rätta dem och skicka filen igen.',
  'provider-not-found': 'Ni finns inte längre bland kommunens utförare i systemet.',
  'not-set-up': 'Kommunen har inte läst in sina uppgifter i systemet än.',
  'no-routine-in-force': 'Ingen av kommunens rutiner i systemet gäller den dagen.',
  'not-in-routine': 'Kommunens rutin har ingen redovisning av månaden i systemet.',
  'no-orders-in-routine': 'Kommunens rutin har inga beställningar till er i systemet.',
  'no-rate': 'Kommunen har inte lagt in månadens timersättning än. Administratören läser ert mejl.',
  'file-empty': 'Filen är tom.',
  'file-header': 'Filens rubrikrad är inte den som ska vara.',
  'file-signs': 'Tecknen i filen kan inte läsas. Spara den som CSV i UTF-8.',
  'file-endless-row': 'En rad i filen tar aldrig slut. Spara den som CSV på nytt.',
  'file-all-wrong': 'Fler rader än någon månad har kan inte läsas. Hämta ut månaden på nytt.',
  'file-workbook':
    'Arbetsboken går inte att läsa. Den kan vara låst, ha makron, hämta uppgifter ur andra filer eller sakna bladen Tidsrapport och Avvikelser. Spara den som xlsx utan sådant, eller som CSV UTF-8 med semikolon.',
  'file-pdf': 'Filen är en PDF. Spara tabellen som xlsx, eller som CSV UTF-8 med semikolon i kalkylprogrammet.',
  'file-picture': 'Filen är en bild. Spara tabellen som xlsx, eller som CSV UTF-8 med semikolon.',
  'file-packed': 'Filen är packad (zip). Packa upp den och skicka filerna som de är.',
  'months-split': 'Filernas rader gäller flera månader, och inget är inlämnat. Skicka en månad i taget.',
  'month-differs':
    'Raderna i filerna gäller en annan månad än den som står i ert mejl eller som det svarar på, och inget är inlämnat. Skriv vilken månad som gäller, eller skicka rätt filer.',
  'no-case-in-month': 'Ni hade inga uppdrag från kommunen den månaden. Se efter att månaden i filernas rader är rätt.',
  'two-reports': 'Två tidsrapporter kom i samma mejl, och de är inte lika. Skicka den som gäller.',
  'two-forms': 'Två avvikelseblanketter kom i samma mejl, och de är inte lika. Skicka den som gäller.',
  'question-in-system': 'Svara på frågan i systemet, eller skicka en rättad fil.',
  'no-month-file': 'Det gick inte att se vilken av månadens filer det är.',
  'start-far': 'Dagen ligger för långt fram. Handläggaren läser ert mejl.',
  'nothing-said': 'Vi hittade inget besked i det ni skrev.',
  'not-understood': 'Vi förstod inte säkert vad ni menar: ni skrev mer än de få ord som kan läsas utan en människa.',
  question: 'Vi förstod att ni frågar något. Handläggaren svarar er.',
  'two-answers': 'Det ni skrev säger flera saker som inte går ihop. Skriv bara det som gäller.',
  'day-missing': 'Vi förstod att hjälpen börjar, men inte vilket datum. Skriv datumet så här: START 2026-11-03.',
  'why-missing': `Vi förstod att något inte utförs, men inte vad eller varför. Skriv insatsens kod och orsaken så här: EJ UTFÖRT INK kunden har en egen lösning. ${codesInWords}`,
  'unclear-row': 'En rad i formuläret är ifylld, men har inget kryss. Sätt ett kryss (x) på raden som gäller.',
  'words-in-quote': 'Ni har skrivit något bland de citerade raderna. Skriv överst i mejlet i stället.',
  'unseen-words': 'I mejlet finns ord som är överstrukna eller inte syns. Skriv bara det som gäller.',
  'two-readings': 'Ert mejl kan läsas på två sätt. Skriv det som gäller en gång till, som vanlig text.',
  'parts-unread': 'Mejlet har delar som inte gick att läsa. Skriv det som gäller som vanlig text.',
  'files-beside': 'Med mejlet kom en fil som handläggaren behöver läsa först.',
  'already-said': 'Ni har redan svarat så på samma mejl.',
  'about-nothing':
    'Det framgår inte vilken beställning ert mejl gäller. Svara på mejlet som handlade om den, eller skriv ärendets nummer.',
  /** In older letters alone: whatever is refused now has words of its own. */
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
