import { useOwnWords } from '../../app/language.ts';
import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

const sv = {
  title: 'Godkänn ärenden som stämmer',
  text: 'De här ärendena är utförda utan avvikelse. De godkänns som en omgång, och du kan ångra varje rad efteråt tills rapporten är undertecknad.',
  go: (n: number, time: string) => `Godkänn ${n} ärenden, ${time}`,
  none: 'Välj minst ett ärende.',
  at: (n: number, m: number) => `${n} av ${m} godkända`,
  broken: (n: number, left: number) =>
    `Kontakten bröts. ${n} är godkända och sparade, ${left} är kvar. Inget görs två gånger.`,
  on: (left: number) => `Fortsätt med ${left}`,
  done: (n: number) => (n === 1 ? '1 ärende är godkänt' : `${n} ärenden är godkända`),
  refused: 'De här kunde inte godkännas i omgången. Bedöm dem för sig:',
  closedTitle: 'Bestäm ärenden utan redovisning',
  closedText:
    'Inget är inlämnat för ärendena. De bestäms med den tid som föreslås, och kommentaren står på vart och ett.',
  comment: 'Kommentar, samma för alla',
  commentMissing: 'Skriv varför',
  cancel: 'Avbryt',
};

const en: CatalogueShape<typeof sv> = {
  title: 'Approve cases that match',
  text: 'These cases were performed without deviation. They are approved as one batch, and each row can be undone afterwards until the report is signed.',
  go: (n, time) => `Approve ${n} cases, ${time}`,
  none: 'Choose at least one case.',
  at: (n, m) => `${n} of ${m} approved`,
  broken: (n, left) => `The connection was lost. ${n} are approved and saved, ${left} are left. Nothing is done twice.`,
  on: (left) => `Go on with ${left}`,
  done: (n) => (n === 1 ? '1 case is approved' : `${n} cases are approved`),
  refused: 'These could not be approved in the batch. Decide them one by one:',
  closedTitle: 'Decide cases without a hand-in',
  closedText:
    'Nothing was handed in for these cases. They are decided with the time that is proposed, and the comment stands in each.',
  comment: 'Comment, the same for all',
  commentMissing: 'Say why',
  cancel: 'Cancel',
};

/** What is said of approving many at once, which few come to: it comes along with it. */
export const useBatchWords = () => useOwnWords(sv, en);
