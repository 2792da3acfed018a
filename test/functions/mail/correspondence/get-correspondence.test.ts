import { beforeAll, describe, expect, it } from 'vitest';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import { administrator, colleague, coordinator, head, officer, type World } from '../../../support/a-world.ts';

let world: World;
let to: string;
beforeAll(async () => {
  ({ world, to } = await anOrderByMail());
  world.clock.set('2026-11-02T09:00:00.000Z');
  await comes(world, to, { text: 'JA', subject: 'Sv: <b>hej</b>' });
  world.clock.set('2026-11-02T09:10:00.000Z');
  const body = { to: 'provider:P1', caseNo: 'A-1', text: 'Hur går det?' };
  await world.call('sendMessage', officer, { body });
  await world.tick();
});
type Item = { way: string; title?: string; text?: string; state: string; words: string; at: string };
const read = (person = officer, query: Record<string, string> = {}) =>
  world.call('getCorrespondence', person, { path: { caseNo: 'A-1' }, query });

describe('what was said about a case', () => {
  it('is told in one list, the newest first, each with how far it came', async () => {
    const items: Item[] = (await read()).body.items;
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    );
    expect(items.map(({ way, state, text }) => [way, state, text])).toEqual(
      expect.arrayContaining([
        ['in', 'quarantined', 'JA'],
        ['inside', 'said', 'Hur går det?'],
        ['out', 'sent', undefined],
      ]),
    );
    expect(items.find(({ way }) => way === 'in')).toMatchObject({
      ...{ title: 'Sv: <b>hej</b>', words: 'Stoppat: väntar på beslut', from: 'p1@utforare.example' },
    });
  });

  it('is read a page at a time, and nothing twice', async () => {
    const all: Item[] = (await read()).body.items;
    const found: Item[] = [];
    let before: string | undefined;
    for (let page = 0; page < all.length; page++) {
      const { body } = await read(officer, { limit: '1', ...(before === undefined ? {} : { before }) });
      found.push(...body.items);
      before = body.next;
      if (before === undefined) break;
    }
    expect(found).toEqual(all);
  });

  it('is its officer’s and the head’s, who reads no conversation of others', async () => {
    expect((await read(colleague)).status).toBe(404);
    for (const person of [administrator, coordinator]) expect((await read(person)).status).toBe(403);
    const ways = (await read(head)).body.items.map(({ way }: Item) => way);
    expect(ways).toContain('in');
    expect(ways).not.toContain('inside');
  });

  it('shows no secret of a reply', async () => {
    expect((await read()).text).not.toContain(/\+([a-z2-7]{26})@/.exec(to)?.[1]);
  });
});
