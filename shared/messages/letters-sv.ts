import type { LetterKind } from '../domain/letter.ts';

/** What a letter's sentences are made of: already in words, already allowed by the letter's class. */
type LetterWords = {
  readonly municipality: string;
  readonly provider: string;
  readonly caseNo: string;
  readonly month: string;
  readonly due: string;
  readonly codes: string;
  readonly at: string;
  readonly on: string;
  readonly earliest: string;
  readonly latest: string;
  readonly count: number;
  readonly overdue: number;
  readonly joining: string;
  readonly contact: string;
  readonly used: number;
  readonly ceiling: number;
  readonly link: string;
  readonly variant: string;
};

type LetterText = {
  readonly subject: string;
  /** Where a variant is about something else: a subject as fixed as the other. */
  readonly subjects?: Readonly<Record<string, string>>;
  readonly lines: (words: LetterWords) => readonly string[];
};
export type LetterCatalogue = Readonly<Record<LetterKind, LetterText>>;

const closing = 'Skriv aldrig namn eller personuppgifter i e-post. Svara i systemet.';

/** The letters in Swedish. Subjects are fixed; nothing here knows a name, a need or an absence. */
export const lettersSv: LetterCatalogue = {
  N01: {
    subject: 'Ny beställning att bekräfta',
    subjects: { changed: 'En beställning har ändrats' },
    lines: ({ municipality, provider, caseNo, due, on, link, variant }) => [
      variant === 'changed'
        ? `${municipality} har ändrat en beställning till ${provider}.`
        : `${municipality} har skickat en ny beställning till ${provider}.`,
      variant === 'changed'
        ? `Ärende ${caseNo}. Ändringen gäller från och med ${on}; vad den innebär står bara i systemet.`
        : `Ärende ${caseNo}. Bekräfta snarast; insatsen ska kunna påbörjas senast ${due}.`,
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
  N04: {
    subject: 'Ett uppdrag har fördelats',
    lines: ({ municipality, provider, caseNo, due, link }) => [
      `${municipality} har fördelat ett uppdrag till ${provider}.`,
      `Ärende ${caseNo}. Verkställs senast ${due}.`,
      `Öppna uppdraget: ${link}`,
      closing,
    ],
  },
  N05: {
    subject: 'Det finns ett uppdrag att hämta',
    lines: ({ municipality, provider, caseNo, due, link, variant }) => [
      `${municipality} har ett uppdrag till ${provider}. ${
        variant === 'PICKUP' ? 'Pappret hämtas i medborgarkontoret.' : 'Pappret skickas med post.'
      }`,
      `Ärende ${caseNo}. Bekräfta snarast; insatsen påbörjas senast ${due}.`,
      `Bekräfta här: ${link}`,
      closing,
    ],
  },
  N07: {
    subject: 'Vald utförare',
    lines: ({ provider, caseNo, link }) => [
      'En kund som är inskriven i hemsjukvården har fått en utförare av hemtjänst.',
      `Ärende ${caseNo}. Utförare: ${provider}.`,
      `Läs mer: ${link}`,
      closing,
    ],
  },
  N08: {
    subject: 'En beställning är inte påbörjad i tid',
    lines: ({ caseNo, due, link, variant }) => [
      variant === 'escalated'
        ? 'En beställning har ett dygn efter sin tid ännu inte rapporterats som påbörjad.'
        : 'En beställning har inte rapporterats som påbörjad.',
      `Ärende ${caseNo}. Skulle ha påbörjats senast ${due}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N09: {
    subject: 'Ett akut uppdrag',
    lines: ({ municipality, provider, caseNo, due, link }) => [
      `${municipality} har lämnat ett akut uppdrag till ${provider}.`,
      `Ärende ${caseNo}. ${due ? `Påbörjas senast ${due}.` : 'Påbörjas så snart det går.'}`,
      `Öppna uppdraget: ${link}`,
      closing,
    ],
  },
  N10: {
    subject: 'Datum för första insats',
    lines: ({ provider, caseNo, on, count, link }) => [
      `${provider} har meddelat datum för första insats: ${on}.`,
      `Ärende ${caseNo}. ${
        count === 0 ? 'Alla insatser verkställs.' : `Insatser som inte verkställs: ${count}. Orsaken står i systemet.`
      }`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N11: {
    subject: 'Verkställighetsdatum',
    lines: ({ municipality, caseNo, on, link }) => [
      `${municipality} bekräftar att uppdraget är verkställt från och med ${on}.`,
      `Ärende ${caseNo}.`,
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
  N23: {
    subject: 'Ny händelse i ett ärende',
    lines: ({ provider, caseNo, link }) => [
      `${provider} har meddelat något i ett ärende.`,
      `Ärende ${caseNo}. Vad det gäller står bara i systemet.`,
      `Läs här: ${link}`,
      closing,
    ],
  },
  N24: {
    subject: 'Ett ärende tas upp igen',
    subjects: { 'goes-on': 'Ett ärende fortsätter' },
    lines: ({ municipality, caseNo, at, link, variant }) => [
      variant === 'goes-on'
        ? `${municipality} meddelar att insatserna fortsätter som tidigare.`
        : `${municipality} meddelar när insatserna tas upp igen.`,
      variant === 'goes-on' ? `Ärende ${caseNo}.` : `Ärende ${caseNo}. Planerad tid: ${at}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N25: {
    subject: 'Ett ärende kan avslutas',
    lines: ({ municipality, caseNo, on, link }) => [
      `${municipality} meddelar att ett ärende kan avslutas.`,
      `Ärende ${caseNo}. Sista dag: ${on}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N26: {
    subject: 'Handlingar ska lämnas till kommunen',
    lines: ({ municipality, caseNo, due, link, variant }) => [
      variant === 'overdue'
        ? `Handlingar i ett ärende har inte kommit till ${municipality} i tid.`
        : `Handlingar i ett ärende ska lämnas till ${municipality}.`,
      `Ärende ${caseNo}. ${variant === 'overdue' ? 'Skulle ha lämnats' : 'Lämnas'} senast ${due}.`,
      `Öppna beställningen: ${link}`,
      closing,
    ],
  },
  N27: {
    subject: 'Uppföljning av ett ärende',
    lines: ({ caseNo, due, link, variant }) => [
      variant === 'overdue' ? 'En uppföljning har inte gjorts i tid.' : 'En uppföljning närmar sig.',
      `Ärende ${caseNo}. ${variant === 'overdue' ? 'Skulle ha gjorts' : 'Görs'} senast ${due}.`,
      `Öppna ärendet: ${link}`,
      closing,
    ],
  },
  N28: {
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
      return [what ?? '', `Ärende ${caseNo}. ${then ?? ''}`, `Öppna bytet: ${link}`, closing];
    },
  },
  N29: {
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
      closing,
    ],
  },
  N30: {
    subject: 'Datum för byte av utförare',
    lines: ({ caseNo, on, link }) => [
      'Ett byte av utförare har fått sitt datum.',
      `Ärende ${caseNo}. Den nya utföraren börjar ${on}.`,
      `Öppna bytet: ${link}`,
      closing,
    ],
  },
  N31: {
    subject: 'En utförare slutar hos en kund',
    lines: ({ provider, caseNo, on, joining, contact, link, variant }) => [
      variant === 'stays'
        ? `${provider} fortsätter hos en kund som är inskriven i hemsjukvården; bytet blir inte av.`
        : `${provider} slutar hos en kund som är inskriven i hemsjukvården.${on ? ` Sista dag: ${on}.` : ''}`,
      variant === 'stays'
        ? `Ärende ${caseNo}.`
        : `Ärende ${caseNo}. Ny utförare: ${joining}${contact ? `, ${contact}` : ''}.`,
      `Läs mer: ${link}`,
      closing,
    ],
  },
  N32: {
    subject: 'En utförare är nära sitt kapacitetstak',
    lines: ({ provider, used, ceiling, link, variant }) => [
      variant === 'FULL'
        ? `${provider} har nått sitt kapacitetstak.`
        : `${provider} har mindre än 10 % kvar till sitt tak.`,
      `Använt: ${used} av ${ceiling}.`,
      `Se kapaciteten: ${link}`,
      closing,
    ],
  },
  N45: {
    subject: 'Rutinen ska ses över',
    lines: ({ municipality, due, link }) => [
      `Kommunens rutin i ${municipality} ses över varje år.`,
      `Den ska vara genomgången senast ${due}.`,
      `Öppna inställningarna: ${link}`,
      closing,
    ],
  },
  N47: {
    subject: 'Ett brev kunde inte skickas',
    lines: ({ municipality, link }) => [
      `Ett brev från ${municipality} stoppades eller kom tillbaka.`,
      'Vilken regel som stoppade det står i systemet.',
      `Öppna uppgifterna: ${link}`,
      closing,
    ],
  },
  M01: {
    subject: 'Ett meddelande väntar',
    lines: ({ municipality, link }) => [
      `Det finns ett nytt meddelande i systemet från ${municipality}.`,
      'Det läses bara där.',
      `Läs här: ${link}`,
      closing,
    ],
  },
  M02: {
    subject: 'Dagens uppgifter',
    lines: ({ municipality, count, overdue, link }) => [
      `Att göra i ${municipality} i dag: ${count}.`,
      `Försenat: ${overdue}.`,
      `Öppna uppgifterna: ${link}`,
      closing,
    ],
  },
};
