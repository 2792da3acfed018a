import { beforeEach, describe, expect, it } from 'vitest';
import { takeDeliveryEvent } from '../../../functions/letters/take-delivery-event.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { administrator, aWorld, colleague, head, officer, type World } from '../../support/a-world.ts';
import { aLetter } from '../../support/builders.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:30' });
  await world.takeIn('A-1');
});
const queue = (letter: Letter) => world.put(letterStore(world.table).queue(letter));
const read = (person = officer, letterId = 'brev-1') => world.call('getLetter', person, { path: { letterId } });
const toProvider = { state: 'sent', inside: { owner: 'provider:P1', threadId: 'trad-1' } } as const;
const comesBack = async (letter: Letter) => {
  await queue(letter);
  await takeDeliveryEvent.run(world.clock.now(), world.deps, { letterId: letter.id, fate: 'bounced' });
};

/** The provider with a number of its own, and somebody at it. */
async function withPhones() {
  const providers = providerStore(world.table);
  const found = await providers.find('P1');
  if (!found) throw new Error('no provider');
  const contacts = [
    { name: 'Anna Berg', phone: '070-000 00 02', email: 'anna@utforare.example' },
    { name: 'Bo Ek', phone: '070-000 00 01', email: 'bo@utforare.example' },
  ];
  await world.put(providers.save({ ...found.entity, phone: '070-000 00 01', contacts }, found));
}

describe('a letter that came back', () => {
  it('tells the case’s officer whom to phone and about what, and names no person', async () => {
    await withPhones();
    await comesBack(aLetter(toProvider));
    const { status, body, text } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ letterId: 'brev-1', state: 'bounced', title: 'Ring mottagaren: ett mejl kom tillbaka' },
      why: ['Adressen finns inte, eller tar inte emot mejl.'],
      provider: { name: expect.any(String), phones: ['070-000 00 01', '070-000 00 02'] },
      ...{ caseNo: 'A-1', orderId: 'B-1', to: 'p1@utforare.example' },
      verdicts: ['delivered', 'send-again', 'drop'],
    });
    expect(body.text).toContain('Ärende A-1');
    expect(text).not.toMatch(/Anna|Bo Ek/);
  });

  it('tells an administrator, who has no case, of none', async () => {
    await comesBack(aLetter(toProvider));
    const { body, text } = await read(administrator);
    expect(body.subject).toBeTruthy();
    expect(text).not.toContain('A-1');
  });

  it('is nobody else’s to see', async () => {
    await comesBack(aLetter(toProvider));
    expect((await read(colleague)).status).toBe(404);
    expect((await read(head)).status).toBe(403);
    expect((await read(officer, 'brev-9')).status).toBe(404);
  });

  it('is refused once it waits for nobody', async () => {
    await comesBack(aLetter(toProvider));
    await world.call('settleLetter', officer, { path: { letterId: 'brev-1' }, body: { verdict: 'drop' } });
    expect(await read()).toMatchObject({ status: 409, body: { code: 'letter-not-asked' } });
  });
});

it('what was stopped is repeated to nobody: why, in words, and that it may only be dropped', async () => {
  await queue(aLetter({ state: 'blocked', blockedBy: ['PERSON_ID', 'KNOWN_NAME'] }));
  const { body } = await read(administrator);
  expect(body.why).toEqual(['Något i mejlet ser ut som ett personnummer.', 'Något i mejlet är kundens eget namn.']);
  expect([body.text, body.verdicts]).toEqual([undefined, ['drop']]);
});

it('of one that was cut off it is said that nobody knows', async () => {
  await queue(aLetter({ state: 'asked' }));
  expect((await read(administrator)).body.why).toEqual([expect.stringContaining('ingen vet')]);
});
