import { type LetterRecord, lastLine } from './letter-record.ts';

/** Letters about what happens in a case, and its papers. */
export const caseLetters = {
  // Never what has happened: the words would reveal illness or death (L-58, L-59).
  N23: {
    class: 'E1',
    fields: ['provider', 'caseNo'],
    subject: 'Ny händelse i ett ärende',
    lines: ({ provider, caseNo, link, variant }) => [
      variant === 'elsewhere' ? 'Något har hänt i ett ärende.' : `${provider} har meddelat något i ett ärende.`,
      `Ärende ${caseNo}. Vad det gäller står bara i systemet.`,
      `Läs här: ${link}`,
      lastLine,
    ],
  },
  N24: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'at'],
    subject: 'Ett ärende tas upp igen',
    subjects: { 'goes-on': 'Ett ärende fortsätter', news: 'Ny händelse i ett ärende' },
    lines: ({ municipality, caseNo, at, link, variant }) => [
      variant === 'goes-on'
        ? `${municipality} meddelar att insatserna fortsätter som tidigare.`
        : variant === 'news'
          ? `${municipality} har antecknat något i ett ärende.`
          : variant === 'told'
            ? 'Utföraren har meddelat när insatserna tas upp igen.'
            : `${municipality} meddelar när insatserna tas upp igen.`,
      variant === 'goes-on'
        ? `Ärende ${caseNo}.`
        : variant === 'news'
          ? `Ärende ${caseNo}. Vad det gäller står bara i systemet.`
          : `Ärende ${caseNo}. Planerad tid: ${at}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N25: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'on', 'due'],
    subject: 'Ett ärende kan avslutas',
    subjects: {
      moved: 'Sista dagen i ett ärende har ändrats',
      assistance: 'Assistans börjar i ett ärende',
      'assistance-late': 'Assistans har börjat i ett ärende',
    },
    lines: ({ municipality, caseNo, on, link, variant }) => [
      variant === 'assistance'
        ? 'Personlig assistans börjar. Insatserna avslutas enligt rutinen, med en sista dag som kommunen bekräftar.'
        : variant === 'assistance-late'
          ? 'Personlig assistans har börjat, och insatserna är inte avslutade än.'
          : variant === 'moved'
            ? `${municipality} har ändrat sista dagen i ett ärende.`
            : `${municipality} meddelar att ett ärende kan avslutas.`,
      variant === 'assistance-late'
        ? `Ärende ${caseNo}.`
        : `Ärende ${caseNo}. ${variant === 'assistance' ? 'Första dagen' : 'Sista dag'}: ${on}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N26: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'due'],
    subject: 'Handlingar ska lämnas till kommunen',
    lines: ({ municipality, caseNo, due, link, variant }) => [
      variant === 'overdue'
        ? `Handlingar i ett ärende har inte kommit till ${municipality} i tid.`
        : `Handlingar i ett ärende ska lämnas till ${municipality}.`,
      `Ärende ${caseNo}. ${variant === 'overdue' ? 'Skulle ha lämnats' : 'Lämnas'} senast ${due}.`,
      `Öppna beställningen: ${link}`,
      lastLine,
    ],
  },
  N27: {
    class: 'E1',
    fields: ['caseNo', 'due'],
    subject: 'Uppföljning av ett ärende',
    lines: ({ caseNo, due, link, variant }) => [
      variant === 'overdue' ? 'En uppföljning har inte gjorts i tid.' : 'En uppföljning närmar sig.',
      `Ärende ${caseNo}. ${variant === 'overdue' ? 'Skulle ha gjorts' : 'Görs'} senast ${due}.`,
      `Öppna ärendet: ${link}`,
      lastLine,
    ],
  },
  // Never what: a day of illness or death may be among it.
  M06: {
    class: 'E1',
    fields: ['provider', 'caseNo'],
    subject: 'En uppgift i ett ärende har rättats',
    lines: ({ municipality, provider, caseNo, link, variant }) => [
      `${variant === 'by-provider' ? provider : municipality} har rättat en uppgift i ett ärende.`,
      `Ärende ${caseNo}. Vad som rättats står bara i systemet.`,
      `Läs här: ${link}`,
      lastLine,
    ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
