import { beforeEach, describe, expect, it } from 'vitest';
import { aWorld, colleague, coordinator, head, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-10-12', clock: '09:00' });
  await world.register({ caseNo: 'A-1' });
});
const path = { caseNo: 'A-1' };
const note = (body: object = {}, who: Person = officer) =>
  world.call('noteContact', who, { path, body: { with: 'customer', text: 'Vill ha frukosten senare.', ...body } });
const list = async (who: Person, query: Record<string, string> = {}) =>
  world.call('listContacts', who, { path, query });

describe('a contact in a case', () => {
  it('is noted by its officer or the head, the latest first, and the journal says that, not what was said', async () => {
    expect(await note()).toMatchObject({ status: 201, body: { with: 'customer', by: 'O1' } });
    world.sleepTo('2026-10-12', '10:00');
    await note({ with: 'relative', text: 'Sonen undrar om bytet.' }, head);
    const { body } = await list(officer);
    expect(body.items.map(({ by, text }: { by: string; text: string }) => `${by} ${text}`)).toEqual([
      'H1 Sonen undrar om bytet.',
      'O1 Vill ha frukosten senare.',
    ]);
    expect((await list(head, { limit: '1' })).body).toMatchObject({ items: [{ by: 'H1' }], next: expect.any(String) });
    const journal = await world.call('getJournal', officer, { path });
    expect(journal.body.items.map(({ event }: { event: string }) => event)).toEqual(['contact-noted', 'contact-noted']);
    expect(journal.text).not.toMatch(/frukosten|Sonen/);
  });

  it('holds nobody’s number, and is nobody else’s', async () => {
    expect((await note({ text: 'Ring 191212121212' })).body.faults).toMatchObject([{ code: 'person-id-in-text' }]);
    expect((await note({ with: 'nobody' })).status).toBe(422);
    expect((await note({}, colleague)).status).toBe(404);
    expect((await list(colleague)).status).toBe(404);
    for (const who of [coordinator]) expect((await list(who)).status).toBe(403);
    expect((await list(officer)).body.items).toEqual([]);
  });
});
