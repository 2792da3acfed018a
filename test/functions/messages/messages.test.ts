import { beforeEach, describe, expect, it } from 'vitest';
import type { LetterKind } from '../../../shared/domain/letter-kinds.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import {
  administrator,
  aWorld,
  colleague,
  coordinator,
  feeOfficer,
  head,
  manager,
  neighbour,
  nightPatrol,
  nurse,
  officer,
  type Person,
  providers,
  type World,
} from '../../support/a-world.ts';

const text = 'Kunden är på sjukhus sedan i går. Ring när du kan.';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '08:00' });
  await world.register(
    { caseNo: 'A-1' },
    { caseNo: 'A-2', officerId: 'O2', providerId: 'P2' },
    { caseNo: 'A-3', providerId: 'P2', to: '2026-10-31' },
  );
});

const send = (who: Person, body: object) => world.call('sendMessage', who, { body: { text, ...body } });
const begun = async (who: Person = officer, body: object = { to: 'provider:P1', caseNo: 'A-1' }) => {
  const answer = await send(who, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.threadId as string;
};
const reply = (who: Person, threadId: string, body: object = { text: 'Tack, jag ringer.' }) =>
  world.call('replyMessage', who, { path: { threadId }, body });
const read = (who: Person, threadId: string) => world.call('readThread', who, { path: { threadId }, body: {} });
const thread = (who: Person, threadId: string, query = {}) =>
  world.call('getThread', who, { path: { threadId }, query });
const inbox = async (who: Person, query: Record<string, string> = {}) =>
  (await world.call('listMessages', who, { query })).body;
const letters = async () => {
  await world.tick();
  return (await world.letters()).map(({ to, subject }) => `${to} ${subject}`);
};

describe('who may write to whom', () => {
  it.each<[string, Person, object]>([
    ['an officer to the provider of their case', officer, { to: 'provider:P1', caseNo: 'A-1' }],
    ['an officer to one that has had it', officer, { to: 'provider:P2', caseNo: 'A-3' }],
    ['an officer to the head, about a case', officer, { to: 'head', caseNo: 'A-1' }],
    ['an officer to the head, about anything', officer, { to: 'head' }],
    ['the head to an officer', head, { to: 'officer:O2' }],
    ['the head to an officer about their case', head, { to: 'officer:O2', caseNo: 'A-2' }],
    ['a coordinator to the officer of their case', coordinator, { to: 'officer:O1', caseNo: 'A-1' }],
    ['a manager to the officer of their case', manager, { to: 'officer:O1', caseNo: 'A-1' }],
    ['a coordinator to whoever has their case', coordinator, { caseNo: 'A-1' }],
    ['the head to whoever has a case', head, { caseNo: 'A-2' }],
  ])('%s', async (_what, who, body) => {
    expect(await send(who, body)).toMatchObject({ status: 201, body: { threadId: 'trad-1', messageId: 'medd-1' } });
  });

  it.each<[string, Person, object, number, string]>([
    ['an officer about another’s case', officer, { to: 'provider:P2', caseNo: 'A-2' }, 404, 'case-not-found'],
    ['an officer to the head about another’s', officer, { to: 'head', caseNo: 'A-2' }, 404, 'case-not-found'],
    [
      'an officer to a provider without it',
      officer,
      { to: 'provider:P2', caseNo: 'A-1' },
      422,
      'recipient-not-in-case',
    ],
    ['an officer to a provider about nothing', officer, { to: 'provider:P1' }, 422, 'case-needed'],
    ['an officer to an officer', officer, { to: 'officer:O2', caseNo: 'A-1' }, 403, 'may-not-write-to'],
    ['the head to a provider', head, { to: 'provider:P1', caseNo: 'A-1' }, 403, 'may-not-write-to'],
    ['the head to nobody', head, { to: 'officer:X9' }, 422, 'recipient-not-found'],
    ['the head to an officer about another’s', head, { to: 'officer:O2', caseNo: 'A-1' }, 422, 'recipient-not-in-case'],
    ['a provider about another’s case', coordinator, { to: 'officer:O2', caseNo: 'A-2' }, 404, 'case-not-found'],
    ['a provider about one that it had', neighbour, { to: 'officer:O1', caseNo: 'A-3' }, 404, 'case-not-found'],
    ['a provider to another officer', coordinator, { to: 'officer:O2', caseNo: 'A-1' }, 422, 'recipient-not-in-case'],
    ['a provider to the head', coordinator, { to: 'head', caseNo: 'A-1' }, 403, 'may-not-write-to'],
    ['a provider about nothing', coordinator, { to: 'officer:O1' }, 422, 'case-needed'],
    ['anybody to nobody about nothing', head, {}, 422, 'case-needed'],
    ['a provider to whoever has another’s case', coordinator, { caseNo: 'A-2' }, 404, 'case-not-found'],
    ['a provider to whoever has a case that is none', coordinator, { caseNo: 'A-404' }, 404, 'case-not-found'],
    ['an officer to themself', officer, { caseNo: 'A-1' }, 403, 'may-not-write-to'],
  ])('not %s', async (_what, who, body, status, code) => {
    const refused = await send(who, body);
    expect(refused.status).toBe(status);
    expect([refused.body.code, ...(refused.body.faults ?? []).map((fault: { code: string }) => fault.code)]).toContain(
      code,
    );
    expect(await letters()).toEqual([]);
  });

  it('another’s case and none at all answer alike', async () => {
    const about = (caseNo: string) => send(coordinator, { to: 'officer:O2', caseNo });
    expect(await about('A-2')).toEqual(await about('A-404'));
  });

  it('nobody else writes, and everybody who is told something reads', async () => {
    for (const who of [feeOfficer, administrator, nurse, nightPatrol])
      expect((await send(who, { to: 'head' })).status).toBe(403);
    for (const who of [feeOfficer, administrator, nurse, nightPatrol, head, officer, coordinator])
      expect(await inbox(who)).toEqual({ unread: 0, items: [] });
  });

  it.each([
    ['nothing', '   ', 'too-little'],
    ['too much', 'x'.repeat(4001), 'too-much'],
    ['a person’s number', 'Det gäller 19121212-1212.', 'person-id-in-text'],
  ])('not %s', async (_what, words, code) => {
    const faults = [{ at: 'body.text', code }];
    const body = { to: 'provider:P1', caseNo: 'A-1', text: words };
    expect(await send(officer, body)).toMatchObject({ status: 422, body: { faults } });
    expect(await reply(coordinator, await begun(), { text: words })).toMatchObject({ status: 422, body: { faults } });
  });
});

describe('a conversation', () => {
  it('stands with both, in words, unread with the one who has not written', async () => {
    const threadId = await begun();
    expect(await inbox(officer)).toMatchObject({
      unread: 0,
      items: [{ threadId, title: text, caseNo: 'A-1', with: ['provider:P1'], isNotice: false, unread: 0 }],
    });
    expect(await inbox(coordinator)).toMatchObject({ unread: 1, items: [{ with: ['officer:O1'], unread: 1 }] });
    expect((await thread(manager, threadId)).body.items).toEqual([
      {
        id: 'medd-1',
        at: '2026-11-02T08:00:00+01:00',
        from: { owner: 'officer:O1', userId: 'O1' },
        mine: false,
        text,
      },
    ]);
  });

  it('is answered, and read, by anybody of the house', async () => {
    const threadId = await begun();
    world.sleepTo('2026-11-02', '08:30');
    expect((await reply(manager, threadId)).status).toBe(201);
    expect((await inbox(coordinator)).unread).toBe(0);
    expect(await inbox(officer)).toMatchObject({
      unread: 1,
      items: [{ unread: 1, lastAt: '2026-11-02T08:30:00+01:00' }],
    });
    const { items } = (await thread(officer, threadId)).body;
    expect(items.map(({ mine, text: words }: { mine: boolean; text: string }) => [mine, words])).toEqual([
      [true, text],
      [false, 'Tack, jag ringer.'],
    ]);
    expect((await inbox(officer)).unread).toBe(1);
    expect((await read(officer, threadId)).body).toEqual({ threadId, unread: 0 });
    expect((await read(officer, threadId)).body).toEqual({ threadId, unread: 0 });
    expect((await inbox(officer)).items[0].unread).toBe(0);
  });

  it('of others does not exist, byte for byte', async () => {
    const threadId = await begun();
    for (const who of [colleague, neighbour, head]) {
      for (const way of [thread, read, reply] as const) {
        const theirs = await way(who, threadId);
        expect(theirs).toEqual(await way(who, 'trad-404'));
        expect(theirs).toMatchObject({ status: 404, body: { code: 'thread-not-found' } });
      }
      expect((await inbox(who)).items).toEqual([]);
    }
  });

  it('is kept whole: answers written at once are all there, in one order for both', async () => {
    const threadId = await begun();
    const said = await Promise.all([
      reply(officer, threadId, { text: 'ett' }),
      reply(coordinator, threadId, { text: 'två' }),
      reply(officer, threadId, { text: 'tre' }),
    ]);
    expect(said.map(({ status }) => status)).toEqual([201, 201, 201]);
    const words = async (who: Person) =>
      (await thread(who, threadId)).body.items.map((item: { text: string }) => item.text);
    expect((await words(officer)).toSorted()).toEqual([text, 'ett', 'tre', 'två'].toSorted());
    expect(await words(manager)).toEqual(await words(officer));
  });

  it('comes a page at a time, and the inbox too, and by case', async () => {
    const threadId = await begun();
    for (const words of ['ett', 'två', 'tre']) await reply(officer, threadId, { text: words });
    const first = (await thread(coordinator, threadId, { limit: '3' })).body;
    const rest = (await thread(coordinator, threadId, { limit: '3', cursor: first.next })).body;
    expect([first.items.length, rest.items.length, rest.next]).toEqual([3, 1, undefined]);

    world.sleepTo('2026-11-02', '08:01');
    await begun(officer, { to: 'head', caseNo: 'A-1' });
    world.sleepTo('2026-11-02', '08:02');
    await begun(officer, { to: 'provider:P2', caseNo: 'A-3' });
    const page = await inbox(officer, { limit: '2' });
    expect(page.items.map(({ caseNo }: { caseNo: string }) => caseNo)).toEqual(['A-3', 'A-1']);
    expect((await inbox(officer, { limit: '2', cursor: page.next })).items).toHaveLength(1);
    const ofA1 = await inbox(officer, { caseNo: 'A-1' });
    expect(ofA1.items.map((item: { with: string[] }) => item.with[0])).toEqual(['head', 'provider:P1']);
    expect((await inbox(officer, { caseNo: 'A-2' })).items).toEqual([]);
  });

  it('leaves ids in the journal and not a word', async () => {
    const threadId = await begun();
    await reply(coordinator, threadId);
    await begun(officer, { to: 'head' });
    expect(await world.journal('A-1')).toEqual(['message-sent - O1', 'message-sent - K1']);
    const { body } = await world.call('getJournal', officer, { path: { caseNo: 'A-1' } });
    expect(body.items[0].refs).toEqual({ threadId, messageId: 'medd-1', to: 'provider:P1' });
    expect(JSON.stringify(body)).not.toMatch(/sjukhus|ringer/);
  });
});

describe('the letter that something waits (M01)', () => {
  it('tells nothing of what, and comes once until they have read', async () => {
    const threadId = await begun();
    const first = ['p1@utforare.example Ett meddelande väntar'];
    expect(await letters()).toEqual(first);
    await reply(officer, threadId, { text: 'En sak till.' });
    await begun();
    expect(await letters()).toEqual(first);
    const [letter] = await world.letters();
    expect(letter?.text).not.toMatch(/A-1|sjukhus|kunden|Ring/i);
    expect(letter?.text).toContain(`/meddelanden/${threadId}`);

    await read(coordinator, threadId);
    await begun();
    expect(await letters()).toEqual(first);
    for (const { threadId: each } of (await inbox(manager)).items) await read(manager, each);
    await begun();
    expect(await letters()).toEqual([...first, ...first]);
  });

  it('goes to the officer and to every head when it is for them', async () => {
    const threadId = await begun(coordinator, { to: 'officer:O1', caseNo: 'A-1' });
    await begun(officer, { to: 'head' });
    await reply(officer, threadId);
    expect((await letters()).toSorted()).toEqual([
      'h1@kommun.example Ett meddelande väntar',
      'o1@kommun.example Ett meddelande väntar',
      'p1@utforare.example Ett meddelande väntar',
    ]);
  });

  it('is not kept back by what the system has told, which nobody has had a letter of', async () => {
    await told('N04');
    await begun();
    expect(await letters()).toHaveLength(1);
  });

  it('is not sent about somebody with protected identity: there is no mail at all', async () => {
    const customer = { name: 'Elsa Prov', protected: true };
    await world.call('saveCustomer', officer, { path: { caseNo: 'A-1' }, body: { customer } });
    const threadId = await begun();
    await reply(coordinator, threadId);
    expect(await letters()).toEqual([]);
    expect([(await inbox(officer)).unread, (await inbox(coordinator)).items.length]).toEqual([1, 1]);
    expect((await world.call('listTasks', administrator)).body.items).toEqual([]);
  });
});

/** The system tells P1 something about A-1. */
async function told(kind: LetterKind) {
  const settings = await settingsStore(world.table).find();
  if (!settings) throw new Error('no settings');
  const post = outbox(world.deps, settings.entity, world.clock.now());
  const fields = { to: 'orders', orderId: 'B-1', caseNo: 'A-1', provider: providers.P1.name } as const;
  await world.put(...post.inside('provider:P1', kind, fields));
}

describe('what the system tells', () => {
  it('stands in the inbox in the words of its letter, and is read like the rest', async () => {
    await told('N04');
    const { unread, items } = await inbox(coordinator);
    expect([unread, items.length]).toEqual([1, 1]);
    expect(items[0]).toMatchObject({ caseNo: 'A-1', with: [], isNotice: true, unread: 1 });
    expect(items[0].title).not.toBe('N04');
    const [message] = (await thread(manager, items[0].threadId)).body.items;
    expect(message).toMatchObject({ from: { owner: 'system', userId: 'system' }, mine: false });
    expect(message.text).toContain('A-1');
    expect((await read(manager, items[0].threadId)).body.unread).toBe(0);
  });

  it('is not answered', async () => {
    await told('N04');
    const [{ threadId }] = (await inbox(coordinator)).items;
    expect(await reply(coordinator, threadId)).toMatchObject({ status: 409, body: { code: 'thread-is-notice' } });
  });
});

it('whoever stands in for an officer reads and writes for them, by their own hand', async () => {
  const threadId = await begun(coordinator, { to: 'officer:O1', caseNo: 'A-1' });
  const standIn = { forUserId: 'O1', deputyUserId: 'O2', role: 'officer', from: '2026-11-02', to: '2026-11-06' };
  await world.call('appointDeputy', officer, { body: standIn });
  const headers = { 'x-acting-for': 'O1' };
  expect((await world.call('listMessages', colleague, { headers })).body.unread).toBe(1);
  const answer = { path: { threadId }, body: { text: 'Jag tar det.' }, headers };
  expect((await world.call('replyMessage', colleague, answer)).status).toBe(201);
  const { items } = (await thread(coordinator, threadId)).body;
  expect(items[1].from).toEqual({ owner: 'officer:O1', userId: 'O2' });
});
