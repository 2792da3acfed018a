import * as z from 'zod';
import type { Letter } from '../../shared/domain/letter.ts';
import { localIso } from '../../shared/domain/local-time.ts';
import { sentence } from '../../shared/messages/sentence.ts';
import { compose } from './compose.ts';
import { LetterVerdict, verdictsOf } from './delivery.ts';

/** So many numbers of a provider are shown to whoever is to phone it. */
const mostPhones = 5;

/** A letter that waits for a person, as they need it to phone instead: whom, about what, and why it did not arrive. */
export const LetterView = z
  .object({
    letterId: z.string(),
    state: z.string(),
    title: z.string().meta({ description: 'What is to be done, in words' }),
    why: z.array(z.string()).meta({ description: 'Why it did not arrive, in words' }),
    to: z.string(),
    provider: z
      .object({ name: z.string(), phones: z.array(z.string()) })
      .optional()
      .meta({ description: 'Whom to phone: never a person' }),
    caseNo: z.string().optional(),
    orderId: z.string().optional(),
    subject: z.string(),
    text: z.string().optional().meta({ description: 'What it said; absent where it was stopped for what it said' }),
    queuedAt: z.string(),
    verdicts: z.array(LetterVerdict),
  })
  .meta({ id: 'LetterView' });
export type LetterView = z.infer<typeof LetterView>;

const whyOf = ({ state, returned, blockedBy = [] }: Letter, language: string): string[] => {
  if (state === 'asked') return [sentence('letter-asked-why', language)];
  if (returned) return [sentence(`returned-${returned}`, language)];
  return blockedBy.map((rule) => sentence(`blocked-${rule}`, language));
};

type Known = {
  readonly language: string;
  /** The one that it was meant for, with all its numbers. */
  readonly provider: { readonly name: string; readonly phones: readonly string[] } | undefined;
  /** What the municipality lets its mail say of a case (A46). */
  readonly allowed: 'E0' | 'E1';
  /** Only who has the case is told which it is. */
  readonly hasCase: boolean;
};

export function letterView(letter: Letter, { language, provider, allowed, hasCase }: Known): LetterView {
  const { id, kind, state, to, fields, queuedAt } = letter;
  const { subject, text } = compose(kind, fields, hasCase ? allowed : 'E0');
  return {
    ...{ letterId: id, state, title: sentence(`task-letter-${state}`, language), why: whyOf(letter, language), to },
    ...(provider
      ? { provider: { name: provider.name, phones: [...new Set(provider.phones)].slice(0, mostPhones) } }
      : {}),
    ...(hasCase && fields.caseNo ? { caseNo: fields.caseNo } : {}),
    ...(hasCase && fields.orderId ? { orderId: fields.orderId } : {}),
    subject,
    // What the guard has stopped is repeated nowhere.
    ...(state === 'blocked' ? {} : { text }),
    ...{ queuedAt: localIso(queuedAt), verdicts: [...verdictsOf(letter)] },
  };
}
