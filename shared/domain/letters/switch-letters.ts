import { type LetterRecord, lastLine } from './letter-record.ts';

/** Letters about a change of provider. */
export const switchLetters = {
  N28: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'earliest', 'latest'],
    subject: 'Byte av utförare',
    lines: ({ municipality, provider, caseNo, earliest, latest, link, variant }) => {
      const news = {
        joining: [
          `${municipality} meddelar att ${provider} tar över en kund.`,
          `Bytet sker mellan ${earliest} och ${latest}.`,
        ],
        'called-off': [`Ett byte av utförare som rör ${provider} blir inte av.`, 'Det som gällde före bytet gäller.'],
        handover: ['Dokumentation kan föras över vid ett byte av utförare.', 'Vad som förs över står i systemet.'],
      };
      const leaving = [`${municipality} meddelar att en kund lämnar ${provider}.`, news.joining[1]];
      const [what, then] = Object.entries(news).find(([name]) => name === variant)?.[1] ?? leaving;
      return [what ?? '', `Ärende ${caseNo}. ${then ?? ''}`, `Öppna bytet: ${link}`, lastLine];
    },
  },
  N29: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due', 'earliest', 'latest'],
    subject: 'Datum för byte saknas',
    subjects: { untold: 'Utförarna har inte fått besked om ett byte' },
    lines: ({ caseNo, due, link, variant }) => [
      variant === 'untold'
        ? 'Utförarna har inte fått besked om ett byte.'
        : variant === 'overdue'
          ? 'Ett byte av utförare har inte fått sitt datum i tid.'
          : 'Ett byte av utförare har inte fått sitt datum ännu.',
      `Ärende ${caseNo}. ${variant === 'reminded' ? 'Ska vara klart' : 'Skulle ha varit klart'} senast ${due}.`,
      `Öppna bytet: ${link}`,
      lastLine,
    ],
  },
  N30: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'on'],
    subject: 'Datum för byte av utförare',
    lines: ({ caseNo, on, link }) => [
      'Ett byte av utförare har fått sitt datum.',
      `Ärende ${caseNo}. Den nya utföraren börjar ${on}.`,
      `Öppna bytet: ${link}`,
      lastLine,
    ],
  },
  N31: {
    class: 'E2',
    fields: ['provider', 'caseNo', 'on', 'joining', 'contact'],
    subject: 'En utförare slutar hos en kund',
    lines: ({ provider, caseNo, on, joining, contact, link, variant }) => [
      variant === 'stays'
        ? `${provider} fortsätter hos en kund som är inskriven i hemsjukvården; bytet blir inte av.`
        : `${provider} slutar hos en kund som är inskriven i hemsjukvården.${on ? ` Sista dag: ${on}.` : ''}`,
      variant === 'stays'
        ? `Ärende ${caseNo}.`
        : `Ärende ${caseNo}. Ny utförare: ${joining}${contact ? `, ${contact}` : ''}.`,
      `Läs mer: ${link}`,
      lastLine,
    ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
