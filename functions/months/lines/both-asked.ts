import * as z from 'zod';
import { Remark } from '../../../shared/domain/free-text.ts';
import type { Instant } from '../../../shared/domain/local-time.ts';
import type { Fault } from '../../../shared/domain/result.ts';
import type { Contact, Line } from './line.ts';

/** The customer or the provider was asked what happened, as the officer says it. */
export const ContactIn = z.strictObject({
  with: z.enum(['customer', 'provider']),
  at: z.iso.datetime({ offset: true }).optional(),
  note: Remark.optional(),
});
type Said = readonly z.infer<typeof ContactIn>[] | undefined;

export type By = { readonly userId: string; readonly at: Instant };

/** Of a line that does not match, the officer asks both the customer and the provider before it is decided (L-32). */
export const notAsked = (contacts: readonly Contact[]): readonly Fault[] =>
  (['customer', 'provider'] as const)
    .filter((who) => !contacts.some((contact) => contact.with === who))
    .map((who) => ({ at: 'body.contacts', code: `${who}-not-asked` }));

/** So many contacts with each side are shown beside a line, the latest; the journal counts those of every decision. */
const mostContacts = 20;

/** With what has been asked now, in order; of the earliest contacts, those beyond what is kept go. */
export function withContacts(line: Line, more: readonly Contact[]): readonly Contact[] {
  const all = [...line.contacts, ...more];
  const kept = new Set(
    (['customer', 'provider'] as const).flatMap((who) =>
      all.filter((contact) => contact.with === who).slice(-mostContacts),
    ),
  );
  return all.filter((contact) => kept.has(contact));
}

/** What has been asked of the line, with what is said now. */
export const contactsOf = (line: Line, said: Said, by: By): readonly Contact[] =>
  withContacts(
    line,
    (said ?? []).map((contact) => ({
      with: contact.with,
      at: contact.at ? new Date(contact.at).toISOString() : by.at,
      by: by.userId,
      ...(contact.note ? { note: contact.note } : {}),
    })),
  );

/** Contacts that nobody can have had: ahead of now (L-32). */
export const contactsAhead = (said: Said, by: By): readonly Fault[] =>
  (said ?? []).flatMap(({ at }, n) =>
    at !== undefined && Date.parse(at) > Date.parse(by.at) ? [{ at: `body.contacts.${n}.at`, code: 'time-ahead' }] : [],
  );
