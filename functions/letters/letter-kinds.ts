import type * as z from 'zod';
import type { LetterClass, LetterFields, LetterKind } from '../../shared/domain/letter.ts';

type Field = Exclude<keyof LetterFields, 'municipality' | 'link' | 'variant' | 'orderId'>;
type Kind = { readonly class: z.infer<typeof LetterClass>; readonly fields: readonly Field[] };

/** What each kind of letter may carry, by its class: the whitelist that the sender holds it to (S-24, A46). */
export const letterKinds: Readonly<Record<LetterKind, Kind>> = {
  N01: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N02: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N03: { class: 'E1', fields: ['caseNo', 'at'] },
  N08: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N12: { class: 'E1', fields: ['provider', 'caseNo', 'due'] },
  N13: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N14: { class: 'E0', fields: ['provider', 'month', 'codes'] },
  N15: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N17: { class: 'E1', fields: ['provider', 'caseNo', 'month'] },
  N18: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N19: { class: 'E0', fields: ['provider', 'month'] },
  N20: { class: 'E0', fields: ['provider', 'month', 'due'] },
  N21: { class: 'E0', fields: ['provider', 'month'] },
};
