import type { AnswerOf, Asked } from '../../api/contract.ts';

type Search = Asked<'POST /people/search'>['body'];
type Answer = AnswerOf<'POST /people/search'>;
/** What the night patrol is told of a customer: the case, and who gives the help now (S-18). */
export type FoundCare = Extract<Answer['items'][number], { readonly hasProvider: boolean }>;
/** What a search came to, and why it was made; a number is one person's, a name may be several's. */
export type FoundCustomer = {
  readonly cases: readonly FoundCare[];
  readonly more: boolean;
  readonly isOne: boolean;
  readonly reason: string;
};
export type NightProvider = NonNullable<FoundCare['provider']>;

export const foundIn = ({ items, more }: Answer, { number, reason }: Search): FoundCustomer => ({
  cases: items.flatMap((one) => ('hasProvider' in one ? [one] : [])),
  ...{ more, reason, isOne: number !== undefined },
});

export const providersOf = ({ provider, providers }: FoundCare): readonly NightProvider[] =>
  providers ?? (provider ? [provider] : []);

/** Digits are a number, in whatever way they are written; everything else is a name. */
export function soughtIn(text: string, reason: string): Search {
  const sought = text.trim();
  const isNumber = /^[\d\s+-]+$/.test(sought);
  return { ...(isNumber ? { number: sought.replace(/\s/g, '') } : { name: sought }), reason: reason.trim() };
}
