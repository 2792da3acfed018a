import { type LetterRecord, lastLine, namesHidden } from './letter-record.ts';
import { actsInWords, refusalInWords } from './mail-answers.ts';

/** Letters about mail that has come in: answers to it, and the proof of an address. */
export const mailLetters = {
  // What was understood and done, and never what was written.
  M07: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'month', 'on', 'due', 'acts', 'refusal', 'masked', 'faults', 'more'],
    subject: 'Ert mejl är mottaget',
    subjects: {
      asked: 'Ert mejl läses av en handläggare',
      refused: 'Det ni skrev kunde inte göras',
      masked: 'Skriv inga namn i mejl',
      'month-refused': 'Filerna i ert mejl togs inte emot',
      'basis-refused': 'Underlaget i ert mejl togs inte emot',
      portal: 'Avvikelseblanketten lämnas i systemet',
    },
    repliesTo: {
      next: ['start', 'not-executed'],
      asked: ['confirm', 'start', 'reject', 'not-executed'],
      refused: ['confirm', 'start', 'reject', 'not-executed'],
      'month-asked': ['month'],
      'month-refused': ['month'],
      'basis-asked': ['basis'],
      'basis-refused': ['basis'],
    },
    lines: ({ municipality, caseNo, month, on, due, acts, refusal, masked, link, variant }) => {
      const done = acts.length > 0 ? `Det här har vi förstått och antecknat: ${actsInWords(acts, on)}.` : '';
      const why = refusal === undefined ? '' : refusalInWords(refusal);
      const late = due
        ? `Hjälpen skulle börja senast ${due}. Det ni har skrivit är senare än så, och handläggaren ser det.`
        : '';
      const what: Readonly<Record<string, string>> = {
        asked:
          acts.length > 0
            ? 'En handläggare läser ert mejl, för allt i det har inte gjorts.'
            : 'En handläggare läser ert mejl. Inget har gjorts eller ändrats.',
        refused:
          acts.length > 0
            ? 'En del av det ni skrev i ert mejl kunde inte göras.'
            : 'Det ni skrev i ert mejl kunde inte göras.',
        'month-refused': 'Filerna i ert mejl är inte inlämnade.',
        'basis-refused': 'Underlaget i ert mejl är inte inlämnat.',
        masked: `${municipality} har tagit emot ert mejl.`,
        portal: 'Avvikelseblanketten tas inte emot med mejl, och den ni skickade läses inte. Lämna den i systemet.',
        again: 'Det ni skrev i ert mejl är redan gjort, och inget har ändrats.',
      };
      const short = variant.replace(/^(?:month|basis)-/, '');
      return [
        [what[variant] ?? what[short] ?? `${municipality} har läst ert mejl.`, why, done, late]
          .filter((one) => one !== '')
          .join(' '),
        [
          caseNo ? `Ärende ${caseNo}.` : '',
          month ? `Månad: ${month}.` : '',
          masked || variant === 'masked' ? namesHidden : '',
          'Blev något fel, svara på det här mejlet.',
        ]
          .filter((one) => one !== '')
          .join(' '),
        `Se vad som gäller: ${link}`,
        lastLine,
      ];
    },
  },
  M08: {
    class: 'E0',
    fields: ['provider', 'domain'],
    subject: 'Visa att e-postadressen är er',
    subjects: { domain: 'Visa att e-postdomänen är er' },
    lines: ({ municipality, provider, domain, link, variant }) => {
      const who =
        variant === 'domain' ? `Alla som skriver från en adress på @${domain}` : 'Den som skriver från adressen';
      return [
        variant === 'domain'
          ? `${municipality} vill veta om alla adresser på @${domain} hör till ${provider}.`
          : `${municipality} vill veta om den här e-postadressen hör till ${provider}.`,
        `${who} kan då bekräfta beställningar för ${provider}, säga nej till dem och lämna månadens filer. Stämmer det: öppna länken inom sju dagar och tryck på knappen. Annars behöver ni inte göra något.`,
        `Visa det här: ${link}`,
        lastLine,
      ];
    },
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
