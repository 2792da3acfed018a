import { type LetterRecord, lastLine } from './letter-record.ts';

/** Letters about the house itself: capacity, the routine, mail that failed, what waits. */
export const houseLetters = {
  N32: {
    class: 'E2',
    fields: ['provider', 'used', 'ceiling'],
    subject: 'En utförare är nära sitt kapacitetstak',
    lines: ({ provider, used, ceiling, link, variant }) => [
      variant === 'FULL'
        ? `${provider} har nått sitt kapacitetstak.`
        : `${provider} har mindre än 10 % kvar till sitt tak.`,
      `Använt: ${used} av ${ceiling}.`,
      `Se kapaciteten: ${link}`,
      lastLine,
    ],
  },
  N45: {
    class: 'E0',
    fields: ['due'],
    subject: 'Rutinen ska ses över',
    subjects: {
      meeting: 'Ett samverkansmöte ska hållas',
      'meeting-late': 'Ett samverkansmöte har inte hållits',
      planned: 'Ett samverkansmöte är planerat',
    },
    lines: ({ municipality, due, link, variant }) => {
      const meeting: Readonly<Record<string, readonly string[]>> = {
        meeting: [
          'Två enheter som köper och säljer timmar möts två gånger om året. Ett möte återstår i år.',
          'Planera det tillsammans med den andra enheten.',
        ],
        'meeting-late': [
          'Ett av årets samverkansmöten mellan två enheter har inte antecknats.',
          'Anteckna det när det har hållits.',
        ],
        planned: ['Den andra enheten har planerat ett samverkansmöte.', 'Dagen står i systemet.'],
      };
      const said = meeting[variant];
      return said === undefined
        ? [
            `Kommunens rutin i ${municipality} ses över varje år.`,
            `Den ska vara genomgången senast ${due}.`,
            `Öppna inställningarna: ${link}`,
            lastLine,
          ]
        : [...said, `Öppna systemet: ${link}`, lastLine];
    },
  },
  P01: {
    class: 'E0',
    fields: ['provider', 'due'],
    subject: 'En utförares tillstånd går ut',
    lines: ({ provider, due, link, variant }) => [
      variant === 'overdue'
        ? `Tillståndet för ${provider} har gått ut. Nya uppdrag kan inte läggas dit.`
        : `Tillståndet för ${provider} gäller till ${due}. Efter det kan nya uppdrag inte läggas dit.`,
      'Skriv in det nya tillståndet när det finns.',
      `Öppna inställningarna: ${link}`,
      lastLine,
    ],
  },
  N47: {
    class: 'E0',
    fields: [],
    subject: 'Ett mejl kom inte fram',
    lines: ({ municipality, link }) => [
      `Ett mejl från ${municipality} stoppades eller kom tillbaka.`,
      'Vad som hände, och vem som behöver få veta på annat sätt, står i systemet.',
      `Öppna uppgifterna: ${link}`,
      lastLine,
    ],
  },
  M01: {
    class: 'E0',
    fields: ['provider'],
    subject: 'Ett meddelande väntar',
    lines: ({ municipality, link }) => [
      `Det finns ett nytt meddelande i systemet från ${municipality}.`,
      'Det läses bara där.',
      `Läs här: ${link}`,
      lastLine,
    ],
  },
  M02: {
    class: 'E0',
    fields: ['count', 'overdue'],
    subject: 'Dagens uppgifter',
    lines: ({ municipality, count, overdue, link }) => [
      `Att göra i ${municipality} i dag: ${count}.`,
      `Försenat: ${overdue}.`,
      `Öppna uppgifterna: ${link}`,
      lastLine,
    ],
  },
  M03: {
    class: 'E0',
    fields: ['count'],
    subject: 'Ärenden har bytt handläggare',
    lines: ({ municipality, count, link, variant }) => [
      variant === 'went'
        ? `Ärenden i ${municipality} som du har haft har gått över till en annan handläggare: ${count}.`
        : `Du är ny handläggare för ärenden i ${municipality}: ${count}.`,
      'Beställningar, byten, uppgifter och meddelanden följer med.',
      `Öppna uppgifterna: ${link}`,
      lastLine,
    ],
  },
  M04: {
    class: 'E0',
    fields: ['count'],
    subject: 'Ärenden saknar handläggare',
    lines: ({ municipality, count, link }) => [
      `Ärenden i ${municipality} vars handläggare har slutat: ${count}.`,
      'De ska flyttas till en annan handläggare.',
      `Öppna systemet: ${link}`,
      lastLine,
    ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
