/**
 * What an id begins with: the kind of thing that it names. A new kind is a whole Swedish word in small letters. `B` is
 * an order's number, which people say to each other; `J` is older than the words, and is in every journal that is kept.
 */
export const idKinds = {
  B: 'an order',
  J: 'a row of the journal',
  avgifter: 'what the fees of a month are decided on, as it was given out once',
  adress: 'an address of a provider’s mail',
  avsagda: 'the declined visits of one handed-in form',
  avsikt: 'an intent to sign',
  avtal: 'a written agreement of two units',
  bevis: 'a signed record',
  brev: 'a letter',
  avskrift: 'what somebody has keyed of a month’s paper',
  avvikelse: 'a deviation in bought help',
  behov: 'a training need of the performer',
  blankett: 'a form of a month to be filled in',
  bokning: 'what is exported to finance at a time',
  byte: 'a switch of provider',
  faktura: 'an invoice or a credit note',
  fil: 'an uploaded file',
  flode: 'a calendar feed',
  flytt: 'a batch of cases that are moved to other providers',
  fraga: 'a question of one unit to another about its help',
  handling: 'a document of a case',
  in: 'a mail that has come in',
  inlamning: 'what a provider has handed in for a month',
  inlasning: 'files that are read in',
  kop: 'hours that one unit buys of another',
  lasning: 'a row of the access log',
  medd: 'a message',
  mote: 'a meeting of two units',
  notering: 'a note of help that was bought',
  omgang: 'a batch of approved lines',
  papper: 'a month that came on paper',
  pdf: 'a statement for people',
  prov: 'a check of a month’s files',
  rapport: 'a report of an order',
  samtycke: 'a consent in a case',
  skada: 'a work injury',
  stangd: 'the lines of a month that was never handed in',
  svar: 'an answer that is kept in a file',
  trad: 'a thread of messages',
  underlag: 'the basis of an invoice',
  vidare: 'what was passed on of somebody, with their consent',
  kontakt: 'a contact noted in a case',
  uppf: 'a follow-up of a case',
  uppgifter: 'the deaths and hospital stays of one handed-in form',
  utforda: 'the hours of bought help that were performed in a month',
  utskick: 'a lease on the letters that are sent',
} as const;
export type IdKind = keyof typeof idKinds;

/** Neither I, L, O nor U: nobody takes one for another, on paper or on the telephone. */
const letters = 'ABCDEFGHJKMNPQRS';
const signs = `0123456789${letters}TVWXYZ`;

/** Four signs, the first a letter, so that an order's number never looks like a person's. */
const group = ([first = 0, ...rest]: readonly number[]): string =>
  `${letters[first % letters.length]}${rest.map((byte) => signs[byte % signs.length]).join('')}`;

/**
 * A new id of a kind, of the time in milliseconds and eight bytes of chance: `trad-mbz3k1q2-9f0c41d7a2b35e60`. An
 * order's is short, `B-K7M3-QX9T`; one that is taken already is refused where the order is stored, and made again.
 */
export function idOf(kind: IdKind, time: number, chance: Uint8Array): string {
  const bytes = [...chance.slice(0, 8)];
  if (kind === 'B') return `B-${group(bytes.slice(0, 4))}-${group(bytes.slice(4))}`;
  return `${kind}-${time.toString(36)}-${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Makes ids one after the other. Those of one millisecond are in order as text, up to 256 of them: rows that the journal
 * keeps of one act are read in the order that they were written in.
 */
export function idMaker(now: () => number, chance: () => Uint8Array): (kind: IdKind) => string {
  let last = 0;
  let count = 0;
  return (kind) => {
    const time = now();
    count = time === last ? Math.min(count + 1, 255) : 0;
    last = time;
    return idOf(kind, time, kind === 'B' ? chance() : Uint8Array.of(count, ...chance().slice(1)));
  };
}
