import { type LetterRecord, lastLine } from './letter-record.ts';

type Words = Parameters<LetterRecord['lines']>[0];

const more = 'Vad det gäller står i systemet.';
const open = ({ link }: Pick<Words, 'link'>): readonly string[] => [`Öppna köpet: ${link}`, lastLine];

const openAll = ({ link }: Pick<Words, 'link'>): readonly string[] => [`Läs mer: ${link}`, lastLine];

/** The words of a variant, or those that are usual. */
const said = (variant: string, usual: string, others: Readonly<Record<string, string>>): string =>
  others[variant] ?? usual;

/** Letters about hours that one unit buys of another: never for whom, nor why. */
export const purchaseLetters = {
  N33: {
    class: 'E0',
    fields: ['provider'],
    subject: 'En enhet ber om timmar',
    lines: ({ municipality, link }) => [`En enhet i ${municipality} ber er om timmar.`, more, ...open({ link })],
  },
  N34: {
    class: 'E0',
    fields: [],
    subject: 'En begäran om köp väntar på ert beslut',
    lines: ({ municipality, link }) => [
      `En enhet i ${municipality} vill köpa timmar. Begäran väntar på ert beslut.`,
      more,
      ...open({ link }),
    ],
  },
  N35: {
    class: 'E0',
    fields: [],
    subject: 'Villkor för ett köp av timmar',
    lines: ({ link }) => [
      'Beställningsperioden är bindande. Faktiska kostnader debiteras.',
      'Bekräfta i systemet att ni har tagit del av det.',
      ...open({ link }),
    ],
  },
  N36: {
    class: 'E0',
    fields: ['provider'],
    subject: 'Besked om ett köp av timmar',
    lines: ({ link, variant }) => [
      said(variant, 'Det finns ett besked om ett köp av timmar.', {
        accepted: 'En begäran om timmar är godkänd.',
        declined: 'En begäran om timmar har fått nej. Skälet står i systemet.',
        withdrawn: 'En begäran om timmar är tillbakatagen.',
        change: 'Det finns en ändring att ta del av i ett köp av timmar.',
        'handed-over': 'Handlingar har överlämnats i ett köp av timmar. Läs dem innan hjälpen ges.',
        begun: 'Hjälp som ni har köpt har börjat.',
        ended: 'Hjälp som ni har köpt är avslutad.',
        over: 'Hjälp i ett köp av timmar är avslutad och ska inte ges mer.',
        resumed: 'Hjälp i ett köp av timmar fortsätter som förut.',
      }),
      more,
      ...open({ link }),
    ],
  },
  N37: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'Registrering av ett köp av timmar',
    lines: ({ caseNo, link, variant }) => [
      said(variant, 'Ett ärende ska registreras med sin ärendekod.', {
        registered: 'Ett ärende är registrerat.',
        overdue: 'Ett ärende har inte registrerats i tid.',
      }),
      caseNo ? `Ärende ${caseNo}.` : more,
      ...open({ link }),
    ],
  },
  N38: {
    class: 'E1',
    fields: ['provider', 'due'],
    subject: 'Ett avtal väntar på underskrift',
    subjects: { signed: 'Ett avtal är undertecknat' },
    lines: ({ link, variant }) => [
      said(variant, 'Ett avtal om köp av timmar väntar på er underskrift.', {
        overdue: 'Ett avtal om köp av timmar är inte undertecknat i tid. Planerad hjälp får inte börja innan.',
        signed: 'Ett avtal om köp av timmar är undertecknat av båda.',
        scanned: 'Ett avtal på papper väntar på att en annan person läser det.',
      }),
      more,
      ...open({ link }),
    ],
  },
  N39: {
    class: 'E1',
    fields: ['provider', 'due'],
    subject: 'Akut hjälp mellan enheter',
    lines: ({ link, variant }) => [
      said(variant, 'En enhet ber er om akut hjälp. Ring varandra.', {
        warned: 'En akut hjälp pågår på tolfte dagen. Den femtonde dagen beslutar båda cheferna tillsammans.',
        due: 'En akut hjälp har pågått längre än 14 dagar. Båda cheferna beslutar nu tillsammans. Hjälpen fortsätter.',
        disagree: 'Två chefer är inte överens om en akut hjälp. Hjälpen fortsätter tills de är det.',
        said: 'Den andra chefen har sagt vad som bör hända med en akut hjälp. Nu väntar den på ert svar.',
        decided: 'Båda cheferna har beslutat om en akut hjälp.',
      }),
      more,
      ...open({ link }),
    ],
  },
  N40: {
    class: 'E1',
    fields: ['provider', 'due'],
    subject: 'Ett avtal i efterhand saknas',
    lines: ({ due, link, variant }) => [
      variant === 'overdue'
        ? 'Ett avtal i efterhand är inte undertecknat i tid. Underlaget väntar; hjälpen gör det inte.'
        : 'Ett avtal i efterhand är inte undertecknat av båda än.',
      `${variant === 'overdue' ? 'Skulle ha undertecknats' : 'Undertecknas'} senast ${due}.`,
      ...open({ link }),
    ],
  },
  N41: {
    class: 'E0',
    fields: ['provider', 'due'],
    subject: 'Något har hänt i ett köp av timmar',
    lines: ({ link, variant }) => [
      said(variant, 'Det finns något att ta hand om i ett köp av timmar.', {
        deviation: 'En avvikelse är antecknad i ett köp av timmar. Den är er att ta hand om.',
        'lex-sarah': 'Något som gäller lex Sarah är antecknat i ett köp av timmar. Det är ert att ta hand om i dag.',
        injury: 'En arbetsskada är anmäld i ett köp av timmar. Den utreds av er.',
        'injury-late': 'En arbetsskada i ett köp av timmar är inte färdigutredd i tid.',
        measures: 'Utredningen av en arbetsskada är klar. Åtgärderna står i systemet.',
        training: 'Den som utför har ett behov av utbildning.',
        question: 'Den som köper timmar har en fråga om hjälpen.',
        answered: 'Det finns ett svar i ett köp av timmar.',
        closed: 'Något i ett köp av timmar är avslutat.',
      }),
      more,
      ...open({ link }),
    ],
  },
  N42: {
    class: 'E2',
    fields: ['month', 'cases', 'due'],
    subject: 'Månadens underlag för köpta timmar',
    replies: [],
    repliesTo: { reminded: ['basis'], overdue: ['basis'], returned: ['basis'] },
    lines: ({ month, cases, due, link, variant }) => [
      said(variant, `Underlaget för ${month} är inlämnat.`, {
        corrected: `Ett rättat underlag för ${month} är inlämnat.`,
        accepted: `Underlaget för ${month} är godkänt.`,
        returned: `Underlaget för ${month} är tillbaka hos er. Skälet står i systemet.`,
        reminded: `Underlaget för ${month} lämnas senast ${due}.`,
        overdue: `Underlaget för ${month} har inte kommit in. Det skulle ha lämnats senast ${due}.`,
      }),
      ...cases.map(({ caseNo, minutes }) => `Ärende ${caseNo}: ${minutes} minuter.`),
      ...openAll({ link }),
    ],
  },
  N43: {
    class: 'E2',
    fields: ['month', 'amountOre', 'due'],
    subject: 'Kostnaden för köpta timmar',
    lines: ({ month, amount, due, link, variant }) => [
      said(variant, `En internfaktura för ${month} är skickad: ${amount}.`, {
        allocated: `Kostnaden för köpta timmar i ${month} är fördelad: ${amount}.`,
        overdue: `Kostnaden för köpta timmar i ${month} skulle ha fördelats senast ${due}.`,
      }),
      'Vilka enheter det gäller står i systemet.',
      ...openAll({ link }),
    ],
  },
  N44: {
    class: 'E1',
    fields: ['provider', 'on', 'due'],
    subject: 'Köpt hjälp upphör eller minskar',
    subjects: { period: 'En beställningsperiod går mot sitt slut' },
    lines: ({ on, link, variant }) => [
      said(variant, `Köpt hjälp upphör eller minskar. Första dagen: ${on}.`, {
        short: `Köpt hjälp upphör eller minskar, med kortare varsel än rutinen. Första dagen: ${on}.`,
        period: 'En beställningsperiod går mot sitt slut. Säg om hjälpen ska fortsätta.',
      }),
      more,
      ...open({ link }),
    ],
  },
  N46: {
    class: 'E0',
    fields: ['provider'],
    subject: 'Ett samtycke i ett köp av timmar',
    lines: ({ link, variant }) => [
      said(variant, 'Ett samtycke är antecknat i ett köp av timmar.', {
        withdrawn: 'Ett samtycke är återkallat. Dela inget mer med stöd av det; hjälpen fortsätter.',
        forwarded: 'Information har lämnats vidare med stöd av ett samtycke.',
      }),
      more,
      ...open({ link }),
    ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
