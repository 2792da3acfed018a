import type * as z from 'zod';
import type { LetterClass, LetterFields, LetterKind } from '../../shared/domain/letter.ts';

type Field = Exclude<keyof LetterFields, 'municipality' | 'link' | 'variant' | 'orderId'>;
type Kind = { readonly class: z.infer<typeof LetterClass>; readonly fields: readonly Field[] };

/** What each kind of letter may carry, by its class: the whitelist that the sender holds it to (S-24, A46). */
export const letterKinds: Readonly<Record<LetterKind, Kind>> = {
  N01: { class: 'E1', fields: ['provider', 'caseNo', 'due', 'on'] },
  N02: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N03: { class: 'E1', fields: ['caseNo', 'at'] },
  N04: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N05: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N07: { class: 'E1', fields: ['provider', 'caseNo'] },
  N08: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N09: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N10: { class: 'E1', fields: ['provider', 'caseNo', 'on', 'count'] },
  N11: { class: 'E1', fields: ['provider', 'caseNo', 'on'] },
  N12: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N13: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N14: { class: 'E0', fields: ['provider', 'month', 'codes'] },
  N15: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N17: { class: 'E1', fields: ['provider', 'caseNo', 'month'] },
  N18: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N19: { class: 'E0', fields: ['provider', 'month'] },
  N20: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N21: { class: 'E0', fields: ['provider', 'month'] },
  // Never what has happened: the words would tell of illness or death (L-58, L-59).
  N23: { class: 'E1', fields: ['provider', 'caseNo'] },
  N24: { class: 'E1', fields: ['provider', 'caseNo', 'at'] },
  N25: { class: 'E1', fields: ['provider', 'caseNo', 'on'] },
  N26: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N27: { class: 'E1', fields: ['caseNo', 'due'] },
  N28: { class: 'E1', fields: ['provider', 'caseNo', 'earliest', 'latest'] },
  N29: { class: 'E1', fields: ['provider', 'caseNo', 'due', 'earliest', 'latest'] },
  N30: { class: 'E1', fields: ['provider', 'caseNo', 'on'] },
  N31: { class: 'E2', fields: ['provider', 'caseNo', 'on', 'joining', 'contact'] },
  N32: { class: 'E2', fields: ['provider', 'used', 'ceiling'] },
  N45: { class: 'E0', fields: ['due'] },
  N47: { class: 'E0', fields: [] },
  M01: { class: 'E0', fields: ['provider'] },
  M02: { class: 'E0', fields: ['count', 'overdue'] },
};
