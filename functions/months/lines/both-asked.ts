import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import { asksOf } from './asking.ts';
import { type Contact, contactKinds, type Line } from './line.ts';

/** Somebody was asked what happened, or nobody on the customer's side could be, as the officer says it (A68). */
export const ContactIn = z.strictObject({
  with: z.enum(contactKinds).meta({
    description: 'relative: also the estate · not-possible: nobody on the customer’s side, with a reason',
  }),
  at: z.iso.datetime({ offset: true }).optional(),
  note: Remark.optional(),
  reason: Remark.optional().meta({ description: 'Needed with not-possible; stands in the signed report' }),
});
type Said = readonly z.infer<typeof ContactIn>[] | undefined;

export type By = { readonly userId: string; readonly at: Instant };

/**
 * Of a line that does not match, the officer asks the provider, and the customer's side where it can tell what happened,
 * before it is decided (L-32, A68).
 */
export function notAsked(line: Line, contacts: readonly Contact[]): readonly Fault[] {
  const asks = asksOf(line);
  const asked = (...who: Contact['with'][]) => contacts.some((contact) => who.includes(contact.with));
  return [
    ...(asks.customer && !asked('customer', 'relative', 'not-possible')
      ? [{ at: 'body.contacts', code: 'customer-not-asked' }]
      : []),
    ...(asks.provider && !asked('provider') ? [{ at: 'body.contacts', code: 'provider-not-asked' }] : []),
  ];
}

/** So many contacts of each kind are shown beside a line, the latest; the journal counts those of every decision. */
const mostContacts = 20;

/** With what has been asked now, in order; of the earliest contacts, those beyond what is kept go. */
export function withContacts(line: Line, more: readonly Contact[]): readonly Contact[] {
  const all = [...line.contacts, ...more];
  const kept = new Set(
    contactKinds.flatMap((who) => all.filter((contact) => contact.with === who).slice(-mostContacts)),
  );
  return all.filter((contact) => kept.has(contact));
}

/** What is said now to have been asked, and by whom. */
export const contactsIn = (said: Said, by: By): readonly Contact[] =>
  (said ?? []).map((contact) => ({
    with: contact.with,
    at: contact.at ? new Date(contact.at).toISOString() : by.at,
    by: by.userId,
    ...(contact.note ? { note: contact.note } : {}),
    ...(contact.with === 'not-possible' && contact.reason ? { reason: contact.reason } : {}),
  }));

/** What has been asked of the line, with what is said now. */
export const contactsOf = (line: Line, said: Said, by: By): readonly Contact[] =>
  withContacts(line, contactsIn(said, by));

/** Contacts that nobody can have had: ahead of now (L-32), or not possible without a word of why (A68). */
export const untrueContacts = (said: Said, by: By): readonly Fault[] =>
  (said ?? []).flatMap(({ with: who, at, reason }, n) => [
    ...(at !== undefined && Date.parse(at) > Date.parse(by.at)
      ? [{ at: `body.contacts.${n}.at`, code: 'time-ahead' }]
      : []),
    ...(who === 'not-possible' && !reason ? [{ at: `body.contacts.${n}.reason`, code: 'reason-missing' }] : []),
  ]);
