import { beforeEach, expect, it } from 'vitest';
import { anOrderByMail, comes } from '../../../support/a-stopped-mail.ts';
import { administrator, colleague, head, officer, type World } from '../../../support/a-world.ts';

let world: World;
let to: string;
beforeEach(async () => {
  ({ world, to } = await anOrderByMail());
});
const read = (mailId: string, person = officer) => world.call('getMail', person, { path: { mailId } });

it('shows whom it claims to be from, why it was stopped and what it would come to, and no secret', async () => {
  const text = 'JA\r\nSTART 2026-11-02\r\n\r\n<b>fet</b> fakt\u202Efdp.exe';
  const mailId = await comes(world, to, { text: 'JA\r\nSTART 2026-11-02' });
  const { body, text: all } = await read(mailId);
  expect(body).toMatchObject({
    ...{ mailId, state: 'quarantined', stopped: 'not-signed', claims: 'p1@utforare.example', caseNo: 'A-1' },
    ...{ why: 'Inget visar att mejlet kommer från adressen som står som avsändare.', claimedProviderId: 'P1' },
    ...{ text: 'JA\nSTART 2026-11-02', mayDecide: true, mayBeReleased: true },
    understood: ['Bekräftar beställningen', 'Meddelar att första besöket var 2026-11-02'],
    ...{ done: [], files: [] },
  });
  expect(body.to).toEqual(['utfort@kommun.example']);
  expect(all).not.toContain(to.replace(/@.*/, '').replace(/^[^+]*\+/, ''));

  const odd = (await read(await comes(world, to, { text, subject: 'Sv: \u202Eab' }))).body;
  expect(odd.text).toBe('JA\nSTART 2026-11-02\n\n<b>fet</b> fakt[U+202E]fdp.exe');
  expect(odd.subject).toBe('Sv: [U+202E]ab');
  expect(odd.understood).toEqual([]);
});

it('shows by which letters an address with others is sent', async () => {
  const mailId = await comes(world, to, { from: 'p1@utförare.example' });
  expect((await read(mailId)).body.claims).toMatch(/xn--utfrare-c1a\.example/);
});

it('is read by its case’s officer and the head, who decides nothing; another’s does not exist', async () => {
  const mailId = await comes(world, to);
  expect((await read(mailId, head)).body).toMatchObject({ mailId, mayDecide: false });
  const others = await Promise.all([colleague, administrator].map((person) => read(mailId, person)));
  for (const other of others) expect(other.body).toEqual({ ...(await read('in-ingen', officer)).body });
  expect(others.map(({ status }) => status)).toEqual([404, 404]);
});

it('goes with its case to another officer', async () => {
  const mailId = await comes(world, to);
  await world.takeIn('A-1', colleague);
  expect((await read(mailId)).status).toBe(404);
  expect((await read(mailId, colleague)).status).toBe(200);
});

it('says that it is proven from whom it is only where the message itself proves it', async () => {
  const signed = await comes(world, to, { text: 'Vad gäller för den här?', signedBy: 'utforare.example' });
  expect((await read(signed)).body).toMatchObject({ state: 'asked', providerId: 'P1', isProven: true });
  const unsigned = await comes(world, to, { text: 'Vad gäller då?' });
  expect((await read(unsigned)).body).toMatchObject({ state: 'quarantined', isProven: false });
  const released = { path: { mailId: unsigned }, body: { reason: 'Jag har ringt dem' } };
  await world.call('releaseMail', officer, released);
  await world.tick();
  expect((await read(unsigned)).body).toMatchObject({ state: 'asked', providerId: 'P1', isProven: false });
});
