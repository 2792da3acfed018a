import { beforeEach, expect, it } from 'vitest';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import { colleague, head, officer, type World } from '../../../support/a-world.ts';

let world: World;
let to: string;
let mailId: string;
beforeEach(async () => {
  ({ world, to } = await anOrderByMail());
  const html = { filename: 'faktura.html', content: '<script>1</script>', contentType: 'text/html' };
  const csv = { filename: 'tid.csv', content: 'a;b\r\n1;2\r\n', contentType: 'text/csv' };
  mailId = await comes(world, to, { attachments: [html, csv] });
});
const open = (number: string, person = officer) =>
  world.call('openMailFile', person, { path: { mailId, number }, body: { reason: 'Avgör om mejlet' } });

it('names the files, and lets them be saved and never shown', async () => {
  const { files } = (await world.call('getMail', officer, { path: { mailId } })).body;
  expect(files.map(({ number, name }: { number: number; name: string }) => `${number} ${name}`)).toEqual([
    '1 faktura.html',
    '2 tid.csv',
  ]);
  const opened = await open('1');
  expect(opened.status).toBe(200);
  const stored = await world.deps.documents.find('documents', `${mailId}.1`);
  expect(stored?.contentType).toBe('application/octet-stream');
  expect((await open('1')).status).toBe(200);
  expect((await open('3')).status).toBe(404);
  expect((await open('21')).status).toBe(422);
});

it('writes in the access log who opened what and why', async () => {
  await open('2');
  const { body } = await world.call('listAccess', head, { path: { caseNo: 'A-1' } });
  expect(body.items.at(-1)).toMatchObject({ by: { userId: 'O1' }, entry: 'openMailFile', reason: 'Avgör om mejlet' });
});

it('opens nothing of another officer’s', async () => {
  expect((await open('1', colleague)).status).toBe(404);
});
