import * as z from 'zod';
import { mostColumns } from '../columns-wrong.ts';
import { formColumns, reportColumns } from '../file-columns.ts';
import { fileFaults } from '../file-faults.ts';
import { InvoiceReason } from '../invoice-reasons.ts';
import { Instant, LocalDate } from '../local-time.ts';
import { MailRefusal } from './mail-answers.ts';
import { type Offer, ReplyAct } from './reply-form.ts';

/**
 * What a letter may carry. E0: no reference to a case. E1: case number, date, provider, link (S-24, A46).
 * E2, to internal addresses only: also minutes.
 */
type LetterClass = 'E0' | 'E1' | 'E2';

/** So many faulty rows stand in a letter; of the rest, how many they are. */
export const mostRows = 50;

const ColumnName = z.enum([...new Set([...reportColumns, ...formColumns])]);

/** A fault of a file by its place and code: never what is written there (N14). */
export const RowFault = z.strictObject({
  file: z.enum(['report', 'deviations']),
  row: z.int().optional(),
  column: ColumnName.optional(),
  /** Of a row or a header that has other columns than it should: which, by name or by number. */
  columns: z
    .strictObject({
      missing: z.array(ColumnName).max(mostColumns),
      unknown: z.array(z.int()).max(mostColumns),
      more: z.int().optional(),
    })
    .optional(),
  code: z.enum(['WRONG_HEADER', ...(Object.keys(fileFaults) as (keyof typeof fileFaults)[])]),
});
export type RowFault = z.infer<typeof RowFault>;

/** The only values a letter is ever made of. There is no field for free text: nobody can be named in one. */
export const LetterFields = z.strictObject({
  municipality: z.string(),
  provider: z.string().optional(),
  /** All of which somebody says is the provider's (M08). */
  domain: z.string().max(254).optional(),
  caseNo: z.string().optional(),
  orderId: z.string().optional(),
  month: z.string().optional(),
  due: Instant.optional(),
  at: Instant.optional(),
  /** A day: of the first visit, of the switch, the last one served. */
  on: LocalDate.optional(),
  /** The days between which a switch may take place. */
  earliest: LocalDate.optional(),
  latest: LocalDate.optional(),
  /** How many: services not carried out, things that wait. */
  count: z.int().optional(),
  overdue: z.int().optional(),
  /** The provider that takes over, and how it is reached (E2, to home health care). */
  joining: z.string().optional(),
  contact: z.string().optional(),
  /** Of a ceiling, in its own unit: whole hours a month or customers (E2). */
  used: z.int().optional(),
  ceiling: z.int().optional(),
  codes: z.array(z.string()).optional(),
  /** Minutes by case (E2): what was performed of bought hours. */
  cases: z
    .array(z.strictObject({ caseNo: z.string(), minutes: z.int() }))
    .max(500)
    .optional(),
  /** What is wrong in a month's files, the first of it, and how much more there is. */
  faults: z.array(RowFault).max(mostRows).optional(),
  more: z.int().optional(),
  /** How many questions of a month's lines wait for the provider's answer. */
  questions: z.int().optional(),
  /** What a provider's mail was understood to say, and has been done. */
  acts: z.array(ReplyAct).max(ReplyAct.options.length).optional(),
  /** Why something of it was not done. */
  refusal: MailRefusal.optional(),
  /** Names or numbers stood in it, and were hidden. */
  masked: z.boolean().optional(),
  /** How many of the rows that were read have nothing wrong; left out where all are. */
  usable: z.int().optional(),
  /** A person reads what else the mail said. */
  reader: z.boolean().optional(),
  /** Why an invoice is returned or held, by code: each has its fixed sentence. */
  reasons: z.array(InvoiceReason).max(InvoiceReason.options.length).optional(),
  /** Whole minutes, and öre: inside the system only. */
  minutes: z.int().optional(),
  amountOre: z.int().optional(),
  link: z.string(),
  variant: z.string().optional(),
});
export type LetterFields = z.infer<typeof LetterFields>;

/** The fields that a kind must be allowed; the others every letter has, and are nowhere in its text. */
type Field = Exclude<keyof LetterFields, 'municipality' | 'link' | 'variant' | 'orderId'>;

/** What a letter's sentences are made of: already in words, already allowed by the letter's class. */
type LetterWords = {
  readonly municipality: string;
  readonly provider: string;
  readonly domain: string;
  readonly caseNo: string;
  readonly month: string;
  readonly due: string;
  readonly codes: string;
  readonly cases: readonly { readonly caseNo: string; readonly minutes: number }[];
  readonly time: string;
  readonly amount: string;
  readonly reasons: readonly InvoiceReason[];
  readonly at: string;
  readonly on: string;
  readonly earliest: string;
  readonly latest: string;
  readonly count: number;
  readonly questions: number;
  readonly acts: readonly ReplyAct[];
  readonly refusal: MailRefusal | undefined;
  readonly masked: boolean;
  readonly usable: number | undefined;
  readonly reader: boolean;
  readonly overdue: number;
  readonly joining: string;
  readonly contact: string;
  readonly used: number;
  readonly ceiling: number;
  readonly link: string;
  readonly variant: string;
};

/** All that is fixed about a kind of letter: what it may carry, and its words in Swedish. */
export type LetterRecord = {
  readonly class: LetterClass;
  /** The whitelist that the sender holds it to (S-24, A46). */
  readonly fields: readonly Field[];
  /** Fixed: it knows no name, no need and no absence. */
  readonly subject: string;
  /** Where a variant is about something else: a subject as fixed as the other. */
  readonly subjects?: Readonly<Record<string, string>>;
  readonly lines: (words: LetterWords) => readonly string[];
  /** What a provider may do by answering it (S-28, S-36, S-37): the form beneath the letter. */
  readonly replies?: readonly Offer[];
  /** Where a variant may be answered with something else. */
  readonly repliesTo?: Readonly<Record<string, readonly Offer[]>>;
};

/** Told kindly in an answer to a mail where somebody was named (S-24). */
export const namesHidden = 'Skriv inga namn eller personnummer i mejl: de är dolda för den som läser.';

const never = 'Skriv aldrig namn eller personuppgifter i mejl.';

/** The last line of every letter. */
export const lastLine = `${never} Svara i systemet.`;
/** The same where it may also be answered by mail. */
export const lastLineOfForm = `${never} Svara i systemet eller på mejlet.`;
