import { type LetterRecord, lastLine } from './letter-record.ts';

/** Letters about orders, from the assignment to its end date. */
export const orderLetters = {
  N01: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due', 'on'],
    subject: 'Ny beställning att bekräfta',
    subjects: { changed: 'En beställning har ändrats' },
    replies: ['confirm', 'start', 'reject', 'not-executed'],
    repliesTo: { changed: ['not-executed'] },
    lines: ({ municipality, provider, caseNo, due, on, link, variant }) => [
      variant === 'changed'
        ? `${municipality} har ändrat en beställning till ${provider}.`
        : `${municipality} har skickat en ny beställning till ${provider}.`,
      variant === 'changed'
        ? `Ärende ${caseNo}. Ändringen gäller från och med ${on}; vad den innebär står bara i systemet.`
        : `Ärende ${caseNo}. Bekräfta snarast; insatsen ska kunna påbörjas senast ${due}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N02: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'En beställning väntar på bekräftelse',
    replies: ['confirm', 'start', 'reject', 'not-executed'],
    lines: ({ municipality, provider, caseNo, due, link, variant }) => [
      variant === 'overdue'
        ? `En beställning från ${municipality} till ${provider} har inte bekräftats i tid.`
        : `En beställning från ${municipality} till ${provider} är inte bekräftad ännu.`,
      `Ärende ${caseNo}. ${variant === 'overdue' ? 'Skulle ha bekräftats' : 'Bekräfta'} senast ${due}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N03: {
    class: 'E1',
    fields: ['caseNo', 'at'],
    subject: 'En beställning är bekräftad',
    lines: ({ caseNo, link }) => [
      'Utföraren har bekräftat en beställning.',
      `Ärende ${caseNo}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N04: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'Ett uppdrag har fördelats',
    replies: ['start', 'not-executed'],
    lines: ({ municipality, provider, caseNo, due, link }) => [
      `${municipality} har fördelat ett uppdrag till ${provider}.`,
      `Ärende ${caseNo}. Verkställs senast ${due}.`,
      `Öppna uppdraget: ${link}`,
      lastLine,
    ],
  },
  N05: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'Det finns ett uppdrag att hämta',
    replies: ['confirm', 'start', 'reject', 'not-executed'],
    lines: ({ municipality, provider, caseNo, due, link, variant }) => [
      `${municipality} har ett uppdrag till ${provider}. ${
        variant === 'PICKUP' ? 'Pappret hämtas i medborgarkontoret.' : 'Pappret skickas med post.'
      }`,
      `Ärende ${caseNo}. Bekräfta snarast; insatsen påbörjas senast ${due}.`,
      `Bekräfta här: ${link}`,
      lastLine,
    ],
  },
  N07: {
    class: 'E1',
    fields: ['provider', 'caseNo'],
    subject: 'Vald utförare',
    subjects: { withdrawn: 'En utförare gäller inte längre' },
    lines: ({ provider, caseNo, link, variant }) => [
      variant === 'withdrawn'
        ? 'En beställning för en kund som är inskriven i hemsjukvården har tagits tillbaka.'
        : 'En kund som är inskriven i hemsjukvården har fått en utförare av hemtjänst.',
      variant === 'withdrawn'
        ? `Ärende ${caseNo}. Utföraren som inte längre gäller: ${provider}.`
        : `Ärende ${caseNo}. Utförare: ${provider}.`,
      `Läs mer: ${link}`,
      lastLine,
    ],
  },
  N08: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'En beställning är inte påbörjad i tid',
    replies: ['start', 'not-executed'],
    lines: ({ caseNo, due, link, variant }) => [
      variant === 'escalated'
        ? 'En beställning har ett dygn efter sin tid ännu inte rapporterats som påbörjad.'
        : 'En beställning har inte rapporterats som påbörjad.',
      `Ärende ${caseNo}. Skulle ha påbörjats senast ${due}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N09: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'Ett akut uppdrag',
    replies: ['confirm', 'start', 'reject', 'not-executed'],
    lines: ({ municipality, provider, caseNo, due, link }) => [
      `${municipality} har lämnat ett akut uppdrag till ${provider}.`,
      `Ärende ${caseNo}. ${due ? `Påbörjas senast ${due}.` : 'Påbörjas så snart det går.'}`,
      `Öppna uppdraget: ${link}`,
      lastLine,
    ],
  },
  N10: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'on', 'count'],
    subject: 'Datum för första insats',
    lines: ({ provider, caseNo, on, count, link }) => [
      `${provider} har meddelat datum för första insats: ${on}.`,
      `Ärende ${caseNo}. ${
        count === 0 ? 'Alla insatser verkställs.' : `Insatser som inte verkställs: ${count}. Orsaken står i systemet.`
      }`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N11: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'on'],
    subject: 'Verkställighetsdatum',
    replies: ['not-executed'],
    lines: ({ municipality, caseNo, on, link }) => [
      `${municipality} bekräftar att uppdraget är verkställt från och med ${on}.`,
      `Ärende ${caseNo}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N12: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'En beställning har fått ett senare startdatum',
    subjects: { earlier: 'En beställning har fått ett tidigare startdatum' },
    replies: ['start', 'not-executed'],
    lines: ({ caseNo, due, link }) => [
      'Starten av en beställning har flyttats.',
      `Ärende ${caseNo}. Påbörjas senast ${due}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N48: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'En utförare har inte kontaktats',
    subjects: { paper: 'Ett uppdrag på papper är inte utlämnat' },
    lines: ({ provider, caseNo, due, link, variant }) => [
      variant === 'paper'
        ? `Pappret till ${provider} är inte antecknat som utlämnat.`
        : `Ingen har antecknat att ${provider} har kontaktats om ett uppdrag.`,
      `Ärende ${caseNo}. ${variant === 'reminded' ? 'Görs' : 'Skulle ha gjorts'} senast ${due}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  M05: {
    class: 'E1',
    fields: ['provider', 'caseNo'],
    subject: 'En beställning har tagits tillbaka',
    lines: ({ municipality, provider, caseNo, link }) => [
      `${municipality} har tagit tillbaka en beställning till ${provider}.`,
      `Ärende ${caseNo}. Beställningen gäller inte, och inget ska göras.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
