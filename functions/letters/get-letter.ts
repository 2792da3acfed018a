import * as z from 'zod';
import { SafeId } from '../../shared/domain/case-number.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import { providerIn } from '../../shared/domain/owner.ts';
import { refuse } from '../../shared/domain/result.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { done } from '../../shared/http/spec.ts';
import type { Table } from '../../shared/ports/table.ts';
import { providerStore } from '../../shared/stores/provider-store.ts';
import { verdictsOf } from './delivery.ts';
import { LetterView, letterView } from './letter-view.ts';
import { allowedFor } from './load-allowed.ts';
import { ownLetter } from './load-own-letter.ts';

/** The provider that it was meant for. */
const providerOf = ({ inside, proves }: Letter): string | undefined =>
  proves?.providerId ?? (inside && providerIn(inside.owner));

/** Whom to phone by name and numbers, without the people who have them. */
async function phoned(letter: Letter, table: Table) {
  const providerId = providerOf(letter);
  const found = providerId === undefined ? undefined : await providerStore(table).find(providerId);
  if (!found) return undefined;
  const { name, phone, contacts = [] } = found.entity;
  return { name, phones: [...(phone ? [phone] : []), ...contacts.map((contact) => contact.phone)] };
}

/** A letter that did not arrive, for whoever is to phone instead (S-23): refused once it waits for nobody. */
export const getLetter = endpoint({
  summary: 'See whom to phone, and about what, instead of a letter that did not arrive',
  path: z.object({ letterId: SafeId }),
  answer: LetterView,
  async run({ path: { letterId }, caller, at, language }, deps) {
    const own = await ownLetter(letterId, caller, deps.table);
    if (!own.ok) return own;
    const { entity: letter, version } = own.value;
    if (verdictsOf(letter).length === 0) return refuse('conflict', 'letter-not-asked');
    const provider = await phoned(letter, deps.table);
    const allowed = await allowedFor(letter, at, deps);
    const hasCase = caller.role === 'officer';
    return done(letterView(letter, { language, provider, allowed, hasCase }), { version });
  },
});
