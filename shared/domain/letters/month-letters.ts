import { type LetterRecord, lastLine, namesHidden } from './letter-record.ts';

/** Letters about a month: its submission, questions, reports and statement. */
export const monthLetters = {
  N13: {
    class: 'E0',
    fields: ['provider', 'month', 'due'],
    subject: 'Månadens redovisning ska snart lämnas in',
    replies: ['month'],
    lines: ({ municipality, month, due, link, variant }) => [
      variant === 'draft'
        ? `Redovisningen för ${month} till ${municipality} väntar på er chefs underskrift.`
        : `Redovisningen för ${month} till ${municipality} är inte inlämnad ännu.`,
      variant === 'draft'
        ? `Den är inlämnad först när chefen har undertecknat, senast ${due}.`
        : `Tidsrapport och undertecknad avvikelseblankett lämnas senast ${due}.`,
      `${variant === 'draft' ? 'Se den och underteckna' : 'Lämna in här'}: ${link}`,
      lastLine,
    ],
  },
  N14: {
    class: 'E0',
    // `codes` is in older ones, and is no longer said.
    fields: ['provider', 'month', 'codes', 'count', 'usable', 'questions', 'faults', 'more', 'masked', 'reader', 'due'],
    subject: 'Månadens redovisning är mottagen',
    subjects: {
      incomplete: 'Månadens redovisning behöver rättas',
      draft: 'Månadens redovisning väntar på underskrift',
      'draft-incomplete': 'Månadens redovisning behöver rättas',
      'draft-report': 'Månadens tidsrapport har kommit',
      'draft-report-incomplete': 'Månadens tidsrapport behöver rättas',
      'draft-report-portal': 'Månadens tidsrapport har kommit',
      'draft-report-portal-incomplete': 'Månadens tidsrapport behöver rättas',
      'draft-deviations': 'Månadens avvikelseblankett har kommit',
      'draft-deviations-incomplete': 'Månadens avvikelseblankett behöver rättas',
      basis: 'Underlaget för köpta timmar väntar',
      filed: 'Månadens nya filer väntar på handläggaren',
      'filed-stated': 'Månadens nya filer är mottagna',
      'print-filed': 'Månadens utskrift kan inte bedömas',
      'paper-returned': 'Månadens blankett saknar underskrift',
      'paper-withdrawn': 'Månadens papper är inte inlämnat',
    },
    replies: ['month'],
    // Where the form is handed in inside the system alone, nothing more is asked for by mail but what is wrong (A65).
    repliesTo: {
      complete: [],
      basis: ['basis'],
      filed: [],
      'filed-stated': [],
      'paper-returned': [],
      'paper-withdrawn': [],
      'draft-report-portal': [],
      'draft-report-portal-incomplete': [],
    },
    lines: ({ municipality, month, due, count, usable, questions, masked, reader, link, variant }) => {
      if (variant === 'print-filed')
        return [
          `${municipality} har tagit emot er utskrift för ${month} och lagt den till handlingarna. Den kan inte bedömas, eftersom den har summor men inga besök.`,
          `Lämna i stället en utskrift med ett besök på varje rad, eller månadens tidsrapport.${reader ? ' En person läser vad ni har skrivit eller skickat mer i mejlet.' : ''}${masked ? ` ${namesHidden}` : ''}`,
          `Lämna in här: ${link}`,
          lastLine,
        ];
      if (variant.startsWith('filed'))
        return [
          `${municipality} har tagit emot nya filer till redovisningen för ${month}.`,
          variant === 'filed-stated'
            ? 'Sammanställningen är redan skickad och gäller. Det som skiljer prövas, och blir en justering i en senare månad.'
            : 'Handläggaren har redan undertecknat sin rapport. Tas den tillbaka tas filerna in, annars blir det som skiljer en justering i en senare månad.',
          `Se vad som gäller: ${link}`,
          lastLine,
        ];
      if (variant === 'paper-returned')
        return [
          `Redovisningen för ${month} till ${municipality} kom på papper utan chefens underskrift. Den är inte inlämnad.`,
          'Blanketten lämnas tillbaka till er. Låt chefen underteckna den och lämna den igen, eller lämna in månaden i systemet.',
          `Se vad som gäller: ${link}`,
          lastLine,
        ];
      if (variant === 'paper-withdrawn')
        return [
          `Redovisningen för ${month} kom till ${municipality} på papper, men pappret har inte kunnat läsas in. Den är inte inlämnad.`,
          'Kommunen hör av sig om pappret. Ni kan också lämna in månaden i systemet.',
          `Se vad som gäller: ${link}`,
          lastLine,
        ];
      const isDraft = variant.startsWith('draft');
      const isWrong = variant.endsWith('incomplete');
      const used = usable === undefined ? '' : `, varav ${usable === 0 ? 'ingen' : usable} kan användas`;
      const rows = count > 0 ? ` Rader som lästes: ${count}${used}.` : '';
      // A draft is no submission: it is received when it is signed (A59).
      const next = variant.startsWith('draft-report-portal')
        ? 'Avvikelseblanketten tas inte emot med mejl: lämna den i systemet, eller ange där att det inte har varit några avvikelser.'
        : variant.startsWith('draft-report')
          ? 'Avvikelseblanketten är inte här än: skicka den också, eller ange i systemet att det inte har varit några.'
          : variant.startsWith('draft-deviations')
            ? 'Tidsrapporten är inte här än: skicka den också.'
            : isDraft
              ? 'Den är inlämnad först när er chef har undertecknat i systemet.'
              : '';
      // What was asked with a letter of its own, and has not been answered yet (N17).
      const asked =
        questions === 0
          ? ''
          : `${questions === 1 ? 'En fråga från handläggaren väntar' : `${questions} frågor från handläggaren väntar`} på ert svar i systemet.`;
      const read = reader ? 'En person läser vad ni har skrivit eller skickat mer i mejlet.' : '';
      const whole =
        variant === 'basis' ? 'Det är inlämnat först när er chef har tryckt på Lämna in.' : 'Den är fullständig.';
      return [
        isDraft
          ? `Filer till redovisningen för ${month} har kommit till ${municipality}.${rows}`
          : variant === 'basis'
            ? `Underlaget för köpta timmar i ${month} har kommit till ${municipality}.${rows}`
            : `${municipality} har tagit emot redovisningen för ${month}.${rows}`,
        [
          isWrong ? `Rätta det som är fel och skicka filen igen${due === '' ? '' : ` senast ${due}`}.` : '',
          next,
          asked,
          !isWrong && !isDraft ? whole : '',
          read,
          masked ? namesHidden : '',
        ]
          .filter((one) => one !== '')
          .join(' '),
        `${isDraft ? 'Se den och underteckna' : variant === 'basis' ? 'Se det och lämna in' : 'Se vad som gäller'}: ${link}`,
        lastLine,
      ];
    },
  },
  N15: {
    class: 'E0',
    fields: ['provider', 'month', 'due'],
    subject: 'Månadens redovisning är försenad',
    subjects: { closed: 'Månaden är stängd utan er redovisning' },
    replies: ['month'],
    lines: ({ municipality, provider, month, due, link, variant }) => {
      if (variant === 'closed')
        return [
          `${municipality} har stängt ${month} för ${provider}, eftersom ingen redovisning har kommit in.`,
          'Handläggarna bedömer nu varje ärende utan den. Lämna in ändå: det tas in till dess att sammanställningen är skickad, och prövas därefter som en justering.',
          `Lämna in här: ${link}`,
          lastLine,
        ];
      return [
        variant === 'draft'
          ? `Redovisningen för ${month} från ${provider} till ${municipality} är inte undertecknad.`
          : `Redovisningen för ${month} från ${provider} har inte kommit in till ${municipality}.`,
        variant === 'draft'
          ? `Filerna väntar på chefens underskrift. Den skulle ha lämnats senast ${due}.`
          : `Den skulle ha lämnats senast ${due}.`,
        `Öppna månaden: ${link}`,
        lastLine,
      ];
    },
  },
  N16: {
    class: 'E0',
    fields: ['provider', 'month', 'count'],
    subject: 'En månads underlag har kommit in',
    subjects: { stated: 'En månads underlag är fastställt' },
    lines: ({ provider, month, count, link, variant }) => [
      variant === 'stated'
        ? `Sammanställningen för ${month} till ${provider} är undertecknad.`
        : `Redovisningen för ${month} från ${provider} har kommit in.`,
      `Antal ärenden: ${count}.`,
      `Öppna månaden: ${link}`,
      lastLine,
    ],
  },
  N17: {
    class: 'E1',
    fields: ['provider', 'caseNo', 'month', 'count', 'due'],
    subject: 'Kommunen har en fråga om ett ärende',
    // A correction of the month's files (D42) is about the files, and names no case.
    subjects: {
      correction: 'En månads redovisning väntar på rättelse',
      'correction-near': 'En månads redovisning ska rättas i dag',
      'correction-over': 'En månads redovisning är inte rättad',
      'correction-declined': 'En månads redovisning kommer inte att rättas',
      filed: 'Nya filer kom efter din rapport',
      'print-filed': 'En utskrift kom som inte kan bedömas',
      'filed-stated': 'Nya filer kom efter sammanställningen',
    },
    replies: ['month'],
    lines: ({ municipality, provider, caseNo, month, count, due, link, variant }) => {
      const waiting = `${count === 1 ? 'Ett ärende hos dig väntar' : `${count} ärenden hos dig väntar`}`;
      switch (variant) {
        case 'correction':
          return [
            `Redovisningen för ${month} från ${provider} har fel som utföraren ska rätta senast ${due}.`,
            `${waiting}. Till dess kan beviljad tid inte debiteras i ${count === 1 ? 'det' : 'dem'}.`,
            `Öppna månaden: ${link}`,
            lastLine,
          ];
        case 'correction-near':
          return [
            `Redovisningen för ${month} från ${provider} till ${municipality} har fel som inte är rättade.`,
            `Rättade filer lämnas senast ${due}.`,
            `Se vad som är fel: ${link}`,
            lastLine,
          ];
        case 'correction-over':
          return [
            `Redovisningen för ${month} från ${provider} till ${municipality} är inte rättad.`,
            `Den skulle ha rättats senast ${due}. Nu kan ärendena bedömas som de är.`,
            `Öppna månaden: ${link}`,
            lastLine,
          ];
        case 'filed':
          return [
            `Nya filer för ${month} från ${provider} ändrar rader som du har undertecknat.`,
            'Ta tillbaka rapporten så tas de in. Annars väntar de, och blir justeringar när sammanställningen är skickad.',
            `Öppna månaden: ${link}`,
            lastLine,
          ];
        case 'print-filed':
          return [
            `En utskrift för ${month} från ${provider} är lagd till handlingarna. Den har summor men inga besök, och kan inte bedömas.`,
            'Utföraren är ombedd att lämna en med besök, eller månadens tidsrapport.',
            `Öppna månaden: ${link}`,
            lastLine,
          ];
        case 'filed-stated':
          return [
            `Filer för ${month} från ${provider} har kommit efter att sammanställningen skickades.`,
            `${count === 1 ? 'Ett ärende hos dig' : `${count} ärenden hos dig`} ska justeras med nästa rapport.`,
            `Öppna månaden: ${link}`,
            lastLine,
          ];
        case 'correction-declined':
          return [
            `${provider} kan inte rätta felen i redovisningen för ${month}.`,
            `${count === 1 ? 'Ett ärende hos dig' : `${count} ärenden hos dig`} kan nu bedömas som de är.`,
            `Öppna månaden: ${link}`,
            lastLine,
          ];
        default:
          return [
            `${municipality} har en fråga om redovisningen för ${month}.`,
            `Ärende ${caseNo}.`,
            `Läs och svara här: ${link}`,
            lastLine,
          ];
      }
    },
  },
  N18: {
    class: 'E0',
    fields: ['provider', 'month', 'due'],
    subject: 'En månadsrapport ska undertecknas',
    lines: ({ provider, month, due, link, variant }) => [
      `Rapporten för ${month} om ${provider} är inte undertecknad ännu.`,
      variant === 'overdue'
        ? `Den skulle ha lämnats senast ${due}.`
        : `Den lämnas till myndighetschefen senast ${due}.`,
      `Öppna månaden: ${link}`,
      lastLine,
    ],
  },
  N19: {
    class: 'E0',
    fields: ['provider', 'month'],
    subject: 'En månadsrapport är undertecknad',
    lines: ({ provider, month, link }) => [
      `En handläggare har undertecknat sin rapport för ${month} om ${provider}.`,
      'När alla rapporter är undertecknade kan sammanställningen skickas.',
      `Öppna månaden: ${link}`,
      lastLine,
    ],
  },
  N20: {
    class: 'E0',
    fields: ['provider', 'month', 'due'],
    subject: 'En sammanställning ska skickas',
    lines: ({ provider, month, due, link, variant }) => [
      `Sammanställningen för ${month} till ${provider} är inte skickad ännu.`,
      variant === 'overdue' ? `Den skulle ha skickats senast ${due}.` : `Den skickas senast ${due}.`,
      `Öppna månaden: ${link}`,
      lastLine,
    ],
  },
  N21: {
    class: 'E0',
    fields: ['provider', 'month'],
    subject: 'Månadens sammanställning är klar',
    subjects: { settled: 'En slutavräkning är klar', claimed: 'En slutavräkning är klar' },
    lines: ({ municipality, provider, month, link, variant }) =>
      variant === 'settled' || variant === 'claimed'
        ? [
            `${municipality} har undertecknat en slutavräkning efter ${month} med ${provider}.`,
            variant === 'settled'
              ? 'Läs den innan ni fakturerar: där står vad som har ändrats och vad som får faktureras.'
              : 'Ni har fått mer betalt än månaderna kom till. Kommunen hör av sig om återbetalningen; skicka ingen faktura.',
            `Läs slutavräkningen: ${link}`,
            lastLine,
          ]
        : [
            `${municipality} har undertecknat sammanställningen för ${month} till ${provider}.`,
            'Nu kan ni fakturera. En enda faktura, utan personuppgifter och utan ärendenummer.',
            `Läs sammanställningen: ${link}`,
            lastLine,
          ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
