import { expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { aReport } from '../../../support/a-report.ts';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import { officer } from '../../../support/a-world.ts';

const own = aReport({ 'A-1': [[2, 60]] });
const attachments = [
  { filename: 'tid.csv', content: own.report.text },
  { filename: 'avvikelser.csv', content: own.deviations.text },
];

it.each([
  ['a reply', {}, ['confirm']],
  ['a question', { text: 'Vem ringer vi?' }, undefined],
  ['a month’s files', { attachments, text: 'JA\n\nHär är också månadens filer' }, ['confirm']],
])('what a person has let through is not answered: %s', async (_, sent, done) => {
  const { world, to } = await anOrderByMail();
  const mailId = await comes(world, to, sent);
  const before = (await world.letters()).length;
  const body = { providerId: 'P1', reason: 'Jag har ringt dem' };
  expect((await world.call('releaseMail', officer, { path: { mailId }, body })).status).toBe(200);
  await world.tick();
  await world.tick();
  expect((await mailStore(world.table).find(mailId))?.entity.done).toEqual(done);
  const after = (await world.letters()).slice(before);
  expect(after.filter(({ to }) => to === 'p1@utforare.example')).toEqual([]);
});
