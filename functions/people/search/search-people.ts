import * as z from 'zod';
import { dateOf, type LocalDate } from '../../../shared/domain/local-time.ts';
import { byOf, type Caller } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { assignmentStore } from '../../../shared/stores/assignment-store.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore, type Lead } from '../../../shared/stores/identity-store.ts';
import { personStore } from '../../../shared/stores/person-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { accessLogStore } from '../logs/access-log-store.ts';
import { searchStore } from './search-store.ts';
import { countedSearch, type Hit, isOwn, mayName, Sought, samePerson, shownTo, wordsSought } from './searching.ts';

/** What an officer and the head get: whose case it is, and the name where they may read it. */
const FoundCase = z.object({
  caseNo: z.string(),
  officerId: z.string(),
  own: z.boolean(),
  name: z.string().optional(),
  cases: z
    .array(z.string())
    .optional()
    .meta({ description: 'All that are shown of the same person, where several (A73)' }),
});

const FoundProvider = z.object({ id: z.string(), name: z.string(), phone: z.string().optional() });

/** What the night patrol gets: whom to give an urgent order to (S-17, S-18), and not who the customer is. */
const FoundCare = z.object({
  caseNo: z.string(),
  hasProvider: z.boolean(),
  provider: FoundProvider.optional(),
  providers: z.array(FoundProvider).optional().meta({ description: 'Each of them, where several have the customer' }),
});

/** One page of hits; a search that finds more has said too little of whom it looks for. */
const most = 50;

async function hitsOf(sought: Sought, today: LocalDate, deps: Deps) {
  const identities = identityStore(deps.table, deps.identityKeys);
  const found = await Promise.all(wordsSought(sought, today).map((words) => identities.find(words, most)));
  const led = found.flatMap((one) => one.leads);
  // A search reaches all of a person's cases, however the name is spelled in each (A73).
  const persons = await personStore(deps.table).findMany(led.flatMap(({ person }) => person ?? []));
  const others = [...persons.values()].flatMap(({ id, cases, protected: hidden }) =>
    cases.map((caseNo): Lead => ({ caseNo, person: id, protected: hidden })),
  );
  const leads = [...new Map([...led, ...others].map((lead) => [lead.caseNo, lead])).values()]
    .toSorted((a, b) => (a.caseNo < b.caseNo ? -1 : 1))
    .slice(0, most);
  const more = found.some((one) => one.more);
  const hits = await Promise.all(
    leads.map(async ({ caseNo, person, protected: hidden }): Promise<Hit | undefined> => {
      const found = await caseStore(deps.table).find(caseNo);
      return found && { caseNo, officerId: found.entity.officerId, protected: hidden, ...(person ? { person } : {}) };
    }),
  );
  return { hits: hits.filter((hit) => hit !== undefined), more };
}

async function foundCase(
  hit: Hit,
  shown: readonly Hit[],
  caller: Caller,
  deps: Deps,
): Promise<z.infer<typeof FoundCase>> {
  const identity = mayName(hit, caller)
    ? await identityStore(deps.table, deps.identityKeys).open(hit.caseNo)
    : undefined;
  const { caseNo, officerId } = hit;
  const cases = samePerson(hit, shown);
  return {
    ...{ caseNo, officerId, own: isOwn(hit, caller) },
    ...(identity ? { name: identity.name } : {}),
    ...(cases.length > 1 ? { cases } : {}),
  };
}

async function foundCare({ caseNo }: Hit, today: LocalDate, { table }: Deps): Promise<z.infer<typeof FoundCare>> {
  const assignments = await assignmentStore(table).ofCase(caseNo);
  const now = assignments.filter(({ from, to }) => from <= today && (to === null || today <= to));
  const ids = [...new Set(now.map(({ providerId }) => providerId))].toSorted();
  const known = await Promise.all(ids.map((id) => providerStore(table).find(id)));
  const providers = known
    .flatMap((one) => (one ? [one.entity] : []))
    .map(({ id, name, phone }) => ({ id, name, ...(phone ? { phone } : {}) }));
  const [provider] = providers;
  return {
    ...{ caseNo, hasProvider: now.length > 0 },
    ...(provider ? { provider } : {}),
    ...(providers.length > 1 ? { providers } : {}),
  };
}

/**
 * Finds a customer by the whole number or by words of the name. Whoever looks says why, no oftener than so many times an
 * hour; the log names the cases that were shown, and that nobody was.
 */
export const searchPeople = endpoint({
  summary: 'Find a customer by number or name, with the reason for it',
  body: Sought,
  answer: z.object({
    items: z.array(z.union([FoundCase, FoundCare])),
    more: z.boolean().meta({ description: 'Some may be left out: say more of whom you look for' }),
  }),
  keepsAnswer: false,
  async run({ body, caller, at, entry }, deps) {
    const { table } = deps;
    const before = await searchStore(table).of(caller.userId);
    const counted = countedSearch(before?.entity.at ?? [], at);
    if (!counted.ok) return counted;
    const today = dateOf(at);
    const { hits, more } = await hitsOf(body, today, deps);
    const shown = shownTo(hits, caller);
    const items = await Promise.all(
      shown.map(async (hit) =>
        caller.role === 'night-patrol' ? foundCare(hit, today, deps) : foundCase(hit, shown, caller, deps),
      ),
    );
    const caseNos = shown.map(({ caseNo }) => caseNo);
    const row = { id: deps.newId('lasning'), at, by: byOf(caller), entry, caseNos, reason: body.reason };
    return done(
      { items, more },
      {
        saves: [
          searchStore(table).save(caller.userId, { at: counted.value }, before, at),
          ...accessLogStore(table).append(row),
        ],
      },
    );
  },
});
