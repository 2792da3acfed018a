import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeLease } from '../../../functions/letters/delivery.ts';
import { sendLetters } from '../../../functions/letters/send-letters.ts';
import { takeDeliveryEvent } from '../../../functions/letters/take-delivery-event.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import {
  administrator,
  aWorld,
  coordinator,
  head,
  officer,
  type Person,
  providers,
  type World,
} from '../../support/a-world.ts';
import { aLetter, at } from '../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:30' });
});

const queue = (...letters: readonly Letter[]) => world.put(...letters.map(letterStore(world.table).queue));
const stateOf = async (id = 'brev-1') => (await letterStore(world.table).find(id))?.entity.state;
const tasks = async () => {
  const { body } = await world.call('listTasks', administrator);
  return body.items.map(({ code, subject }: { code: string; subject: object }) => ({ code, ...subject }));
};
/** A sender that took the letter at this time and was heard of no more. */
const crashAfterTaking = async (id = 'brev-1') => {
  const letters = letterStore(world.table);
  const found = await letters.find(id);
  if (!found) throw new Error('no letter');
  await world.put(letters.save(takeLease(found.entity, 'utskick-crashed', world.clock.now()), found));
};

describe('a letter that waits', () => {
  it('is sent once, in the words of its kind, and then it is sent', async () => {
    await queue(aLetter());
    await world.tick();
    await world.tick();
    expect(await world.letters()).toMatchObject([
      { id: 'brev-1', to: 'p1@utforare.example', subject: 'Ny beställning att bekräfta' },
    ]);
    expect(await stateOf()).toBe('sent');
  });

  it('is sent once by two senders at once', async () => {
    await queue(...Array.from({ length: 10 }, (_, at) => aLetter({ id: `brev-${at + 1}` })));
    const now = world.clock.now();
    const done = await Promise.all([sendLetters.run(now, world.deps), sendLetters.run(now, world.deps)]);
    expect(done.reduce((sum, one) => sum + one.done, 0)).toBe(10);
    expect(await world.letters()).toHaveLength(10);
  });

  it('after an outage of days is sent as well', async () => {
    await world.tick();
    await queue(aLetter());
    world.sleepTo('2026-09-25', '08:00');
    await world.tick();
    expect(await stateOf()).toBe('sent');
  });

  it('when nothing had ever been sent before the outage, too', async () => {
    await queue(aLetter());
    world.sleepTo('2026-09-25', '08:00');
    await world.tick();
    expect(await stateOf()).toBe('sent');
  });

  it('and cannot be sent now stops none of the others; after its lease a person is asked', async () => {
    await queue(aLetter(), aLetter({ id: 'brev-2' }));
    mkdirSync(join(world.folder, 'mail', 'brev-1.eml'));
    await sendLetters.run(world.clock.now(), world.deps);
    expect(world.failures.splice(0)).toHaveLength(1);
    expect([await stateOf(), await stateOf('brev-2')]).toEqual(['sending', 'sent']);
    await world.passTo('2026-09-16', '16:31');
    expect(await stateOf()).toBe('asked');
  });
});

describe('a sender that dies after it took a letter', () => {
  it('leaves it alone until the lease is over; then a person is asked, and it is never sent blind', async () => {
    await queue(aLetter());
    await crashAfterTaking();
    await world.passTo('2026-09-16', '16:29');
    expect([await stateOf(), await world.letters()]).toEqual(['sending', []]);
    await world.passTo('2026-09-16', '16:31');
    expect(await stateOf()).toBe('asked');
    await world.passTo('2026-09-20', '08:00');
    expect([await stateOf(), await world.letters()]).toEqual(['asked', []]);
    expect(await tasks()).toMatchObject([{ code: 'letter-asked', letterId: 'brev-1', letter: 'N01' }]);
  });

  const settle = (verdict: string, letterId = 'brev-1') =>
    world.call('settleLetter', administrator, { path: { letterId }, body: { verdict } });

  it('and the administrator says that it arrived', async () => {
    await queue(aLetter());
    await crashAfterTaking();
    await world.passTo('2026-09-16', '16:31');
    expect(await settle('delivered')).toMatchObject({ status: 200, body: { letterId: 'brev-1', state: 'delivered' } });
    await world.passTo('2026-09-17', '08:00');
    expect([await world.letters(), await tasks()]).toEqual([[], []]);
  });

  it('or that it is to be sent again, which is then done once', async () => {
    await queue(aLetter());
    await crashAfterTaking();
    await world.passTo('2026-09-16', '16:31');
    expect(await settle('send-again')).toMatchObject({ status: 200, body: { state: 'waiting' } });
    await world.passTo('2026-09-17', '08:00');
    expect(await world.letters()).toHaveLength(1);
    expect([await stateOf(), await tasks()]).toEqual(['sent', []]);
  });

  it('but only of a letter that waits for an answer', async () => {
    await queue(aLetter());
    expect(await settle('delivered')).toMatchObject({ status: 409, body: { code: 'letter-not-asked' } });
    await crashAfterTaking();
    expect(await settle('send-again')).toMatchObject({ status: 409, body: { code: 'letter-not-asked' } });
    expect(await settle('delivered', 'brev-9')).toMatchObject({ status: 404, body: { code: 'letter-not-found' } });
    expect(await settle('lost')).toMatchObject({ status: 422, body: { code: 'bad-request' } });
    const byHead = { path: { letterId: 'brev-1' }, body: { verdict: 'delivered' } };
    expect((await world.call('settleLetter', head, byHead)).status).toBe(403);
  });

  it('and comes back after its lease: it is no longer the letter’s sender', async () => {
    await queue(aLetter());
    await crashAfterTaking();
    await world.passTo('2026-09-16', '16:31');
    const found = await letterStore(world.table).find('brev-1');
    expect(found?.entity.lease).toBeUndefined();
    await sendLetters.run(world.clock.now(), world.deps);
    expect(await world.letters()).toEqual([]);
  });
});

describe('what must not leave does not leave, and the administrator is told by which rule', () => {
  const blocked = async (letter: Letter) => {
    await queue(letter);
    await world.tick();
    expect(await stateOf()).toBe('blocked');
    expect(await world.letters()).toEqual([]);
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ code: 'letter-blocked', letterId: 'brev-1' });
    return task.rules;
  };
  const customer = {
    name: 'Anna Provsson',
    personnummer: '191212121212',
    address: 'Provgatan 12',
    phone: '070-1740605',
  };
  const seal = async (over: object = {}) =>
    world.put(
      ...(await identityStore(world.table, world.deps.identityKeys).seal(
        'Provsson-7',
        { ...customer, ...over },
        world.clock.now(),
      )),
    );
  const about = (caseNo: string) => aLetter({ fields: { ...aLetter().fields, caseNo } });

  it('E50: a person’s number', async () => {
    const provider = 'Firma 191212121212';
    expect(await blocked(aLetter({ fields: { ...aLetter().fields, provider } }))).toBe('PERSON_ID');
  });

  it('a field that the kind does not allow', async () => {
    expect(await blocked(aLetter({ kind: 'N19' }))).toBe('FIELD_NOT_ALLOWED');
  });

  it('minutes and contacts to anyone who is not the municipality’s own (class E2)', async () => {
    const { municipality, provider, link } = aLetter().fields;
    const near = aLetter({ kind: 'N32', fields: { municipality, provider, link, used: 900, ceiling: 1000 } });
    expect(await blocked(near)).toBe('NOT_INTERNAL');
    await queue({
      ...near,
      id: 'brev-2',
      to: 'o1@kommun.example',
      inside: { owner: 'officer:O1', threadId: 'trad-1' },
    });
    await world.tick();
    expect(await world.letters()).toMatchObject([{ id: 'brev-2', text: expect.stringContaining('900 av 1000') }]);
  });

  it('E50: the customer’s own words, hidden in a case number (S-24)', async () => {
    await seal();
    expect(await blocked(about('Provsson-7'))).toBe('KNOWN_NAME');
  });

  it('any letter about a customer with protected identity', async () => {
    await seal({ name: 'Bo Ek', protected: true });
    expect(await blocked(about('Provsson-7'))).toBe('PROTECTED_IDENTITY');
  });

  it('but another customer’s words stop nothing', async () => {
    await seal();
    await queue(about('Provsson-8'));
    await world.tick();
    expect(await stateOf()).toBe('sent');
  });

  it('E50: the task never repeats the word', async () => {
    await seal();
    await blocked(about('Provsson-7'));
    const { text } = await world.call('listTasks', administrator);
    expect(text).not.toMatch(/provsson/i);
  });
});

describe('a letter about somebody with protected identity', () => {
  const post = async () => {
    const settings = await settingsStore(world.table).find();
    if (!settings) throw new Error('no settings');
    return outbox(world.deps, settings.entity, world.clock.now());
  };
  const about = { to: 'orders', orderId: 'B-1', caseNo: 'A-7', due: '2026-09-17T13:20:00.000Z' } as const;
  const inbox = async (who: Person) => (await world.call('listMessages', who)).body;
  const seal = (hidden: boolean) =>
    identityStore(world.table, world.deps.identityKeys).seal(
      'A-7',
      { name: 'Bo Ek', protected: hidden },
      world.clock.now(),
    );

  it('is told to its recipient inside the system instead, and is nobody’s chore', async () => {
    await world.put(...(await seal(true)));
    await world.put(...(await post()).toProvider(providers.P1, 'N01', about));
    await world.put(...(await (await post()).toOfficer('O1', 'N12', about)));
    await world.tick();
    expect([await stateOf('brev-1'), await stateOf('brev-2')]).toEqual(['withheld', 'withheld']);
    expect(await world.letters()).toEqual([]);
    expect(await tasks()).toEqual([]);
    const { unread, items } = await inbox(coordinator);
    expect([unread, items.length]).toEqual([1, 1]);
    expect(items[0]).toMatchObject({ caseNo: 'A-7', isNotice: true });
    const { body } = await world.call('getThread', coordinator, { path: { threadId: items[0].threadId } });
    expect(body.items[0].text).toMatch(/A-7/);
    expect((await inbox(officer)).unread).toBe(1);
    expect((await inbox(administrator)).unread).toBe(0);
  });

  it('is told the heads once, however many they are', async () => {
    await world.put(...(await seal(true)), membershipStore(world.table).save(another, undefined));
    await world.put(...(await (await post()).toHeads('N08', about)));
    await world.tick();
    expect([await stateOf('brev-1'), await stateOf('brev-2')]).toEqual(['withheld', 'withheld']);
    expect((await inbox(head)).items).toHaveLength(1);
  });

  it('is sent as ever when nobody is protected', async () => {
    await world.put(...(await seal(false)), membershipStore(world.table).save(another, undefined));
    await world.put(...(await (await post()).toHeads('N08', about)));
    await world.tick();
    expect((await world.letters()).map(({ to }) => to)).toEqual(['h1@kommun.example', 'h2@kommun.example']);
    expect((await inbox(head)).items).toEqual([]);
  });
});

const another = { userId: 'H2', role: 'head', email: 'h2@kommun.example' } as const;

it('what was stopped, or came back and is about no case, is told the administrators inside as well (N47)', async () => {
  const { caseNo, orderId, ...fields } = aLetter().fields;
  await queue(
    aLetter({ fields: { ...aLetter().fields, provider: 'Firma 191212121212' } }),
    aLetter({ id: 'brev-2', state: 'sent', fields }),
  );
  await world.tick();
  await takeDeliveryEvent.run(world.clock.now(), world.deps, { letterId: 'brev-2', fate: 'bounced' });
  const { unread, items } = (await world.call('listMessages', administrator)).body;
  expect([unread, items.length]).toEqual([2, 2]);
  for (const { threadId, title } of items) {
    expect(title).toBe('Ett mejl kom inte fram');
    const { text } = await world.call('getThread', administrator, { path: { threadId } });
    expect(text).not.toMatch(/1212|A-1|Firma/);
  }
  expect(await tasks()).toHaveLength(2);
});

describe('a letter to a provider that came back, or is unwanted', () => {
  const asked = async (person: Person) => {
    const { body } = await world.call('listTasks', person, { query: { kind: 'letter' } });
    return body.items;
  };
  const tell = (fate: string, because?: string) =>
    takeDeliveryEvent.run(world.clock.now(), world.deps, { letterId: 'brev-1', fate, because });
  const settle = (person: Person, verdict: string) =>
    world.call('settleLetter', person, { path: { letterId: 'brev-1' }, body: { verdict } });

  beforeEach(async () => {
    await world.takeIn('A-1');
  });

  it.each([
    ['bounced', undefined, 'Adressen finns inte'],
    ['bounced', 'not-now', 'kunde inte ta emot mejlet nu'],
    ['bounced', 'suppressed', 'har kommit tillbaka förut'],
    ['bounced', 'refused', 'tog inte emot'],
    ['complained', 'complaint', 'skräppost'],
  ])('%s, %s: is the case’s officer’s to phone about, with the reason in words', async (fate, because, words) => {
    await queue(aLetter({ state: 'sent', inside: { owner: 'provider:P1', threadId: 'trad-1' } }));
    expect(await tell(fate, because)).toEqual({ done: 1 });
    expect(await asked(officer)).toMatchObject([
      { code: `letter-${fate}`, title: expect.stringContaining('Ring'), about: expect.stringContaining(words) },
    ]);
    expect((await asked(officer))[0].subject).toMatchObject({ caseNo: 'A-1', letterId: 'brev-1' });
    expect(await asked(administrator)).toEqual([]);
    const { items } = (await world.call('listMessages', officer)).body;
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Ett mejl kom inte fram']);
  });

  it('is settled by that officer, and by no other', async () => {
    await queue(aLetter({ state: 'sent' }));
    await tell('bounced');
    expect((await settle({ userId: 'O2', role: 'officer' }, 'drop')).status).toBe(404);
    expect((await settle(officer, 'drop')).body).toMatchObject({ state: 'dropped' });
    expect(await asked(officer)).toEqual([]);
  });

  it('is the administrator’s where it went to one of the municipality’s own, or is about no case', async () => {
    await queue(aLetter({ state: 'sent', inside: { owner: 'officer:O1', threadId: 'trad-1' } }));
    await tell('bounced');
    expect([await asked(officer), (await asked(administrator)).length]).toEqual([[], 1]);
  });
});

it('the sender holds a letter no longer than its lease', async () => {
  const now = at('2026-09-16 15:30');
  await queue(aLetter());
  // The machine stopped between taking the letter and sending it, for longer than the lease.
  const slow = { ...world.deps, clock: { now: () => at('2026-09-16 17:00') } };
  expect(await sendLetters.run(now, slow)).toEqual({ done: 0 });
  expect([await stateOf(), await world.letters()]).toEqual(['sending', []]);
});

describe('a municipality whose mail names no case (A46)', () => {
  beforeEach(async () => {
    world = await aWorld({ date: '2026-09-16', clock: '15:30', settings: { overrides: ['email.allowedFields=E0'] } });
  });

  it('has the rest of the letter sent', async () => {
    await queue(aLetter());
    await world.tick();
    const [letter] = await world.letters();
    expect(letter?.text).toContain('Bekräfta snarast');
    expect(letter?.text).toContain('/#/bestallningar/B-1');
    expect(letter?.text).not.toMatch(/A-1|Ärende/);
  });

  it('still stops a letter about a customer with protected identity', async () => {
    const identities = identityStore(world.table, world.deps.identityKeys);
    await world.put(...(await identities.seal('A-1', { name: 'Bo Ek', protected: true }, world.clock.now())));
    await queue(aLetter());
    await world.tick();
    expect(await stateOf()).toBe('blocked');
  });
});
