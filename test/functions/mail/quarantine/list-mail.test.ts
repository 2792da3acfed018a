import { beforeEach, expect, it } from 'vitest';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import { administrator, colleague, head, officer, type Person, type World } from '../../../support/a-world.ts';

let world: World;
let to: string;
beforeEach(async () => {
  ({ world, to } = await anOrderByMail());
});
const listed = async (person: Person, query: Record<string, string> = {}) => {
  const { body } = await world.call('listMail', person, { query });
  return body.items.map(({ mailId }: { mailId: string }) => mailId);
};

it('lists what waits for each, and what they have lately decided', async () => {
  const own = await comes(world, to);
  const other = await comes(world, 'utfort@kommun.example', { from: 'okand@annan.example' });
  expect(await listed(officer)).toEqual([own]);
  expect(await listed(administrator)).toEqual([other]);
  expect(await listed(colleague)).toEqual([]);
  expect(await listed(head)).toEqual(expect.arrayContaining([own, other]));

  const body = { reason: 'Det är inte från dem.' };
  await world.call('refuseMail', officer, { path: { mailId: own }, body });
  expect(await listed(officer)).toEqual([]);
  expect(await listed(officer, { state: 'decided' })).toEqual([own]);
  expect(await listed(head, { state: 'decided' })).toEqual([own]);
  expect(await world.journal('A-1')).toContain('mail-refused S-39 O1');
});

it('takes its task and itself along when a case gets another officer', async () => {
  const own = await comes(world, to);
  const body = { to: 'O2', cases: ['A-1'], reason: 'OTHER' };
  const moved = await world.call('moveCases', head, { path: { officerId: 'O1' }, body });
  expect(moved.status).toBeLessThan(300);
  await world.tick();
  expect(await listed(officer)).toEqual([]);
  expect(await listed(colleague)).toEqual([own]);
});

it('is read a page at a time', async () => {
  const first = await comes(world, to);
  const second = await comes(world, to, { subject: 'Igen' });
  const one = await world.call('listMail', officer, { query: { limit: '1' } });
  const rest = await world.call('listMail', officer, { query: { limit: '1', cursor: one.body.next } });
  const ids = [...one.body.items, ...rest.body.items].map(({ mailId }: { mailId: string }) => mailId);
  expect(ids.toSorted()).toEqual([first, second].toSorted());
});
