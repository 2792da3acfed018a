import { invoiceReasons } from '../invoice-reasons.ts';
import { type LetterRecord, lastLine } from './letter-record.ts';

/** What a provider is told of its invoice, by what has become of it. */
const toSeller: Readonly<Record<string, string>> = {
  received: 'har tagit emot er faktura',
  held: 'håller kvar er faktura',
  returned: 'återsänder er faktura',
  attested: 'har attesterat er faktura',
  paid: 'har betalat er faktura',
  'payment-corrected': 'har rättat betalningsdagen eller referensen för er faktura',
};

/** What the house is told, to administrators and heads. */
const toHouse: Readonly<Record<string, string>> = {
  'house-received': 'har kommit in. Den ska sekretessbeläggas.',
  'house-held': 'hålls kvar. Bestäm vad som ska hända med den.',
  'house-returned': 'är återsänd. Skälen står i systemet.',
  'to-attest': 'ska konteras och attesteras.',
  'to-attest-second': 'ska attesteras av en till.',
  'nobody-left': 'kan inte attesteras av någon som är kvar. Utse en ersättare.',
};

/** Letters about invoices: which month, what has become of it and why, in fixed words; never its number, nor of anybody. */
export const invoiceLetters = {
  N22: {
    class: 'E0',
    fields: ['provider', 'month', 'reasons'],
    subject: 'Er faktura är mottagen',
    subjects: {
      held: 'Er faktura hålls kvar',
      returned: 'Er faktura är återsänd',
      attested: 'Er faktura är attesterad',
      paid: 'Er faktura är betald',
      'payment-corrected': 'Betalningen av er faktura är rättad',
      'house-received': 'En faktura har kommit in',
      'house-held': 'En faktura hålls kvar',
      'house-returned': 'En faktura är återsänd',
      'to-attest': 'En faktura ska attesteras',
      'to-attest-second': 'En faktura ska attesteras av en till',
      'nobody-left': 'En faktura kan inte attesteras',
    },
    lines: ({ municipality, provider, month, reasons, link, variant }) => [
      toHouse[variant] === undefined
        ? `${municipality} ${toSeller[variant] ?? toSeller.received} för ${month}.`
        : `En faktura för ${month} från ${provider} ${toHouse[variant]}`,
      reasons.length > 0
        ? reasons.map((reason) => invoiceReasons[reason]).join(' ')
        : 'Belopp och nummer står i systemet.',
      `Läs mer: ${link}`,
      lastLine,
    ],
  },
  M09: {
    class: 'E2',
    fields: ['provider', 'month', 'amountOre', 'minutes'],
    subject: 'Så mycket kan faktureras',
    lines: ({ provider, month, amount, time, link }) => [
      `Fakturan för ${month} från ${provider} stämmer inte med sammanställningen. Enligt den står ${time} och ${amount} fast.`,
      'En ny faktura tas emot först när den här är återsänd eller krediterad. Kommunen hör av sig eller återsänder den; ni kan också själva skicka en kreditfaktura.',
      `Läs mer: ${link}`,
      lastLine,
    ],
  },
} as const satisfies Readonly<Record<string, LetterRecord>>;
