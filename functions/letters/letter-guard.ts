import type { Letter } from '../../shared/domain/letter.ts';
import { letterKinds } from '../../shared/domain/letter-kinds.ts';
import type { LetterFields } from '../../shared/domain/letters/letter-record.ts';
import { wordsOf } from '../../shared/domain/name-forms.ts';
import { findPersonIds } from '../../shared/domain/person-id.ts';

/** Why a letter must not leave; the words themselves are never repeated. */
export type Block = 'FIELD_NOT_ALLOWED' | 'PERSON_ID' | 'KNOWN_NAME' | 'PROTECTED_IDENTITY' | 'NOT_INTERNAL';

const always = new Set(['municipality', 'link', 'variant', 'orderId']);

/** Whether it goes to somebody of the municipality's own; a provider's people are outside, the municipality's unit too. */
export const isInternal = ({ inside }: Pick<Letter, 'inside'>): boolean =>
  inside !== undefined && !inside.owner.startsWith('provider:');

/**
 * What the letter carries beyond what its kind allows, anything in it that reads as a person's number, and minutes or
 * contacts on their way out of the house (class E2).
 */
export function objections(letter: Pick<Letter, 'kind' | 'fields' | 'inside'>, text: string): readonly Block[] {
  const allowed: ReadonlySet<string> = new Set([...always, ...letterKinds[letter.kind].fields]);
  const given = Object.entries(letter.fields).filter(([, value]) => value !== undefined);
  return [
    ...(given.every(([field]) => allowed.has(field)) ? [] : (['FIELD_NOT_ALLOWED'] as const)),
    ...(letterKinds[letter.kind].class !== 'E2' || isInternal(letter) ? [] : (['NOT_INTERNAL'] as const)),
    ...(findPersonIds(text).length === 0 ? [] : (['PERSON_ID'] as const)),
  ];
}

/**
 * The words of a letter that could be the customer's own: its case's and its codes'. The municipality's and the
 * provider's names are public and are in the register, and the fixed sentences name nobody.
 */
export const wordsToRecognise = ({ caseNo, codes }: LetterFields): readonly string[] =>
  wordsOf([caseNo ?? '', ...(codes ?? [])].join(' '));
