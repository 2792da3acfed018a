import type { LetterKind } from '../domain/letter.ts';

/** What a letter's sentences are made of: already in words, already allowed by the letter's class. */
type LetterWords = {
  readonly municipality: string;
  readonly provider: string;
  readonly caseNo: string;
  readonly month: string;
  readonly due: string;
  readonly codes: string;
  readonly link: string;
  readonly variant: string;
};

type LetterText = { readonly subject: string; readonly lines: (words: LetterWords) => readonly string[] };
export type LetterCatalogue = Readonly<Record<LetterKind, LetterText>>;

const closing = 'Skriv aldrig namn eller personuppgifter i e-post. Svara i systemet.';

/** The letters in Swedish. Subjects are fixed; nothing here knows a name, a need or an absence. */
export const lettersSv: LetterCatalogue = {
  N01: {
    subject: 'Ny beställning att bekräfta',
    lines: ({ municipality, provider, caseNo, due, link }) => [
      `${municipality} har skickat en ny beställning till ${provider}.`,
      `Ärende ${caseNo}. Bekräfta snarast; insatsen ska kunna påbörjas senast ${due}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N02: {
    subject: 'En beställning väntar på bekräftelse',
    lines: ({ municipality, provider, caseNo, due, link, variant }) => [
      variant === 'overdue'
        ? `En beställning från ${municipality} till ${provider} har inte bekräftats i tid.`
        : `En beställning från ${municipality} till ${provider} är inte bekräftad ännu.`,
      `Ärende ${caseNo}. ${variant === 'overdue' ? 'Skulle ha bekräftats' : 'Bekräfta'} senast ${due}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N03: {
    subject: 'En beställning är bekräftad',
    lines: ({ caseNo, link }) => [
      'Utföraren har bekräftat en beställning.',
      `Ärende ${caseNo}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N08: {
    subject: 'En beställning är inte påbörjad i tid',
    lines: ({ caseNo, due, link }) => [
      'En beställning har inte rapporterats som påbörjad.',
      `Ärende ${caseNo}. Skulle ha påbörjats senast ${due}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N12: {
    subject: 'En beställning har fått ett senare startdatum',
    lines: ({ caseNo, due, link }) => [
      'Starten av en beställning har flyttats.',
      `Ärende ${caseNo}. Påbörjas senast ${due}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N13: {
    subject: 'Månadens redovisning ska snart lämnas in',
    lines: ({ municipality, month, due, link }) => [
      `Redovisningen för ${month} till ${municipality} är inte inlämnad ännu.`,
      `Tidrapport och undertecknad avvikelseblankett lämnas senast ${due}.`,
      `Lämna in här: ${link}`,
      closing,
    ],
  },
  N14: {
    subject: 'Månadens redovisning är mottagen',
    lines: ({ municipality, month, codes, link, variant }) => [
      `${municipality} har tagit emot redovisningen för ${month}.`,
      variant === 'incomplete'
        ? `Den behöver rättas innan rapporten undertecknas. Felkoder: ${codes}.`
        : 'Den är fullständig.',
      `Se vad som gäller: ${link}`,
      closing,
    ],
  },
  N15: {
    subject: 'Månadens redovisning är försenad',
    lines: ({ municipality, provider, month, due, link }) => [
      `Redovisningen för ${month} från ${provider} har inte kommit in till ${municipality}.`,
      `Den skulle ha lämnats senast ${due}.`,
      `Öppna månaden: ${link}`,
      closing,
    ],
  },
  N17: {
    subject: 'Kommunen har en fråga om ett ärende',
    lines: ({ municipality, caseNo, month, link }) => [
      `${municipality} har en fråga om redovisningen för ${month}.`,
      `Ärende ${caseNo}.`,
      `Läs och svara här: ${link}`,
      closing,
    ],
  },
  N18: {
    subject: 'En månadsrapport ska undertecknas',
    lines: ({ provider, month, due, link, variant }) => [
      `Rapporten för ${month} om ${provider} är inte undertecknad ännu.`,
      variant === 'overdue'
        ? `Den skulle ha lämnats senast ${due}.`
        : `Den lämnas till myndighetschefen senast ${due}.`,
      `Öppna månaden: ${link}`,
      closing,
    ],
  },
  N19: {
    subject: 'En månadsrapport är undertecknad',
    lines: ({ provider, month, link }) => [
      `En handläggare har undertecknat sin rapport för ${month} om ${provider}.`,
      'När alla rapporter är undertecknade kan sammanställningen skickas.',
      `Öppna månaden: ${link}`,
      closing,
    ],
  },
  N20: {
    subject: 'En sammanställning ska skickas',
    lines: ({ provider, month, due, link, variant }) => [
      `Sammanställningen för ${month} till ${provider} är inte skickad ännu.`,
      variant === 'overdue' ? `Den skulle ha skickats senast ${due}.` : `Den skickas senast ${due}.`,
      `Öppna månaden: ${link}`,
      closing,
    ],
  },
  N21: {
    subject: 'Månadens sammanställning är klar',
    lines: ({ municipality, provider, month, link }) => [
      `${municipality} har undertecknat sammanställningen för ${month} till ${provider}.`,
      'Nu kan ni fakturera. En enda faktura, utan personuppgifter och utan ärendenummer.',
      `Läs sammanställningen: ${link}`,
      closing,
    ],
  },
};
