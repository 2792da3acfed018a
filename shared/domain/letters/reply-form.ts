import * as z from 'zod';

/** What one may do by replying to a letter; of each kind once. */
export const ReplyAct = z.enum(['confirm', 'start', 'reject', 'not-executed', 'month', 'basis', 'question']);
export type ReplyAct = z.infer<typeof ReplyAct>;

/** What a provider says of an order in a row of the form. */
type RowAct = 'confirm' | 'start' | 'reject' | 'not-executed';
/** What it hands in as files. */
type FileAct = 'month' | 'basis';
/** What a letter may offer to be answered with. */
export type Offer = RowAct | FileAct;

/** Before each row: empty as it is sent, with a cross in it when it is answered. */
export const tickBox = '[ ]';

/** The rows, each with the words first that mean the same when they are written alone (S-28, S-36, S-37, A58). */
export const replyRows: Readonly<Record<RowAct, string>> = {
  confirm: 'JA – vi bekräftar',
  start: 'START åååå-mm-dd – dagen för första besöket',
  reject: 'NEJ, FULLT – vi har inte plats',
  'not-executed': 'EJ UTFÖRT kod orsak – det här utförs inte, och varför (skriv inga namn)',
};

/** What may be handed in with the answer (A59, M-17). */
export const replyFiles: Readonly<Record<FileAct, string>> = {
  month:
    'Ni kan också svara på mejlet med månadens filer: tidsrapporten och avvikelseblanketten, båda eller en i taget.',
  basis: 'Ni kan också svara på mejlet med månadens underlag som fil.',
};

export const replyIntro = 'Svara på mejlet: skriv ett av orden överst, eller sätt ett kryss (x) på raden.';

/** Where a code is found: no code is told in mail, for it tells of a need (S-24). */
export const codesInWords = 'Kod är insatsens kod, så som den står i beställningen i systemet.';

const isRow = (offer: Offer): offer is RowAct => Object.hasOwn(replyRows, offer);

/** The lines beneath a letter by which it may be answered; none where it offers nothing. */
export function replyForm(offers: readonly Offer[]): readonly string[] {
  const rows = offers.flatMap((offer) => (isRow(offer) ? [`${tickBox} ${replyRows[offer]}`] : []));
  const files = offers.flatMap((offer) => (isRow(offer) ? [] : [replyFiles[offer]]));
  const codes = offers.includes('not-executed') ? [codesInWords] : [];
  return [...(rows.length > 0 ? [replyIntro, ...codes, ...rows] : []), ...files];
}
