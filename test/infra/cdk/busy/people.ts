import type { EntryKey } from '../../../../functions/registry.ts';
import type { Actor } from '../../../../infra/local/scripted-month/actors.ts';
import { plusDays } from '../../../../shared/domain/local-time.ts';
import type { Deps } from '../../../../shared/ports/deps.ts';
import { letterStore } from '../../../../shared/stores/letter-store.ts';

type Ask = (person: Actor, key: EntryKey, path?: Record<string, string>, body?: unknown) => Promise<unknown>;

type Cast = {
  readonly officers: readonly [Actor, Actor];
  readonly head: Actor;
  readonly manager: Actor;
  readonly nightPatrol: Actor;
  /** One of the first officer's cases, which the manager's provider has. */
  readonly caseNo: string;
  readonly providerId: string;
  readonly today: string;
  readonly deps: Deps;
};

/** A morning among people: a customer is written in, changed and found; messages go to and fro; somebody stands in. */
export async function busyPeople(ask: Ask, cast: Cast): Promise<void> {
  const { officers, head, manager, nightPatrol, caseNo, providerId, today, deps } = cast;
  const [officer, deputy] = officers;
  // A number that nobody else has: a person of whom this is the only case.
  const customer = { name: 'Berit Prov', personnummer: '191500882392' };
  await ask(officer, 'saveCustomer', { caseNo }, { customer });
  await ask(officer, 'saveCustomer', { caseNo }, { customer: { ...customer, name: 'Berit Provare' } });
  const sought = { name: 'Provare', reason: 'ringer om sitt besök' };
  for (const person of [officer, head, nightPatrol]) await ask(person, 'searchPeople', {}, sought);

  await ask(officer, 'readIdentities', {}, { caseNos: [caseNo], reason: 'egen lista' });
  await ask(officer, 'noteContact', { caseNo }, { with: 'customer', text: 'Vill ha frukosten senare.' });
  for (const person of [officer, head])
    for (const key of ['listPersonsCases', 'listCaseOrders', 'listCaseMonths', 'listContacts'] as const)
      await ask(person, key, { caseNo });

  const about = { caseNo, text: 'Kunden vill ha hjälp före åtta.' };
  const sent = await ask(officer, 'sendMessage', {}, { ...about, to: `provider:${providerId}` });
  await ask(officer, 'sendMessage', {}, { ...about, to: 'head' });
  await ask(head, 'sendMessage', {}, { text: 'Ring mig.', to: `officer:${officer.userId}` });
  const { threadId } = sent as { threadId: string };
  await ask(manager, 'listMessages');
  await ask(manager, 'getThread', { threadId });
  await ask(manager, 'readThread', { threadId });
  await ask(manager, 'replyMessage', { threadId }, { text: 'Det går bra.' });

  const week = { from: today, to: plusDays(today, 7) };
  const standIn = { forUserId: officer.userId, deputyUserId: deputy.userId, role: 'officer' };
  await ask(officer, 'appointDeputy', {}, { ...standIn, ...week });
  for (const person of [head, officer]) await ask(person, 'listDeputies');
  await ask(officer, 'endDeputy', {}, { ...standIn, from: today });

  // A letter about somebody who has become protected: it is told inside instead.
  await ask(officer, 'saveCustomer', { caseNo }, { customer: { ...customer, protected: true } });
  // The number was wrong: nobody is known by it any more.
  await ask(officer, 'saveCustomer', { caseNo }, { customer: { name: customer.name } });
  const { table, clock } = deps;
  const letter = {
    ...({ id: 'brev-hidden', kind: 'N12', to: 'p1@utforare.example', state: 'waiting' } as const),
    fields: { municipality: 'X', link: 'https://utfort.example', caseNo, due: clock.now() },
    inside: { owner: `provider:${providerId}`, threadId: 'trad-hidden' },
    queuedAt: clock.now(),
  };
  await table.commit([letterStore(table).queue(letter)]);
}
