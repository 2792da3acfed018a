import * as z from 'zod';
import { caseLetters } from './letters/case-letters.ts';
import { houseLetters } from './letters/house-letters.ts';
import { invoiceLetters } from './letters/invoice-letters.ts';
import type { LetterRecord } from './letters/letter-record.ts';
import { mailLetters } from './letters/mail-letters.ts';
import { monthLetters } from './letters/month-letters.ts';
import { orderLetters } from './letters/order-letters.ts';
import { purchaseLetters } from './letters/purchase-letters.ts';
import { switchLetters } from './letters/switch-letters.ts';

/**
 * Every kind of letter, numbered as in the table of notifications; M01 is about a message inside the system, M02 is the
 * morning digest, M05 and M06 are about what was put right, M07 answers a mail,
 * M08 has an address proven and M09 says how much of an invoice stands. Class, whitelist and words of each are together in its record.
 */
const letters = {
  ...orderLetters,
  ...monthLetters,
  ...invoiceLetters,
  ...caseLetters,
  ...switchLetters,
  ...purchaseLetters,
  ...houseLetters,
  ...mailLetters,
};

export const LetterKind = z.enum(Object.keys(letters) as (keyof typeof letters)[]);
export type LetterKind = z.infer<typeof LetterKind>;
export const letterKinds: Readonly<Record<LetterKind, LetterRecord>> = letters;
