import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { loadClaims } from '../../../../functions/mail/reading/load-claims.ts';
import { arrives } from '../../../support/a-mail.ts';
import { anOrderByMail } from '../../../support/a-stopped-mail.ts';
import { administrator, head, officer, type World } from '../../../support/a-world.ts';

let world: World;
beforeEach(async () => {
  ({ world } = await anOrderByMail());
  await world.takeIn('A-2');
  const services = [{ code: 'OMV', minutesPerMonth: 300 }];
  const customer = {
    ...{ name: 'Elsa Provdal', personnummer: '199006022397', phone: '070-174 06 32' },
    address: 'Provgatan 21, 793 00 Exempelby',
  };
  await world.call('placeOrder', officer, { body: { caseNo: 'A-2', providerId: 'P1', services, customer } });
});

const personal = /Elsa|Provdal|Provgatan|2397|1740632|174 06 32|793 00/i;
const to = 'utfort@kommun.example';

/** A mail as it stands, with everything that is kept of it and shown. */
async function kept(from: string, rest: { subject?: string; body?: string; envelope?: string; file?: string } = {}) {
  const { subject = 'Hej', body = 'Hej', envelope = 'a@evil.example', file } = rest;
  const heads = `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nDate: Mon, 2 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n`;
  const text = `Content-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`;
  const attached = `--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="${file}"\r\n\r\nx\r\n--x--\r\n`;
  const whole = file ? `Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n${text}${attached}` : text;
  const mailId = await arrives(world, Buffer.from(`${heads}${whole}`), { from: envelope, to });
  await world.tick();
  const stored = (await mailStore(world.table).find(mailId))?.entity;
  const views = await Promise.all(
    [officer, administrator, head].map((person) => world.call('getMail', person, { path: { mailId } })),
  );
  const lists = await Promise.all([officer, administrator].map((person) => world.call('listMail', person)));
  const timeline = await world.call('getCorrespondence', officer, { path: { caseNo: 'A-2' } });
  return { stored, shown: [...views, ...lists, timeline].map((one) => one.text).join('\n'), view: views.at(-1)?.body };
}

describe('whom a mail claims to be from', () => {
  it.each([
    ['a number in the name', '"Elsa Provdal 19900602-2397" <a@evil.example>', 'evil.example'],
    ['no mailbox at all', 'Elsa Provdal, Provgatan 21, 199006022397', '•••'],
    ['no mailbox, in another alphabet', '=?utf-8?B?RWxzYSBQcm92ZGFsLCAxOTkwMDYwMjIzOTc=?=, b@evil.example', '•••'],
    ['a number for an address', '199006022397@evil.example', '•••@evil.example'],
    ['a telephone for an address', '0701740632@evil.example', '•••@evil.example'],
    ['a divided telephone for an address', '070.174.06.32@evil.example', '•••@evil.example'],
    ['a home for an address', 'provgatan.21@evil.example', '•••@evil.example'],
    ['a customer’s name for an address', 'elsa.provdal@evil.example', '•••@evil.example'],
    ['two of them', 'Elsa Provdal <199006022397@evil.example>, b@evil.example', '@evil.example'],
  ])('is kept and shown without what is a person’s: %s', async (_, from, shows) => {
    const { stored, shown, view } = await kept(from, { envelope: '199006022397@evil.example' });
    expect(stored).toMatchObject({ state: 'quarantined' });
    expect(JSON.stringify(stored)).not.toMatch(personal);
    expect(shown).not.toMatch(personal);
    expect(view.claims).toContain(shows);
  });

  it('is shown as it is where it is registered, or nobody’s', async () => {
    const claims = (text: string) => loadClaims(text, { isUnproven: true }, world.deps);
    expect(await claims('p1@utforare.example')).toBe('p1@utforare.example');
    expect(await claims('anna.andersson@hemma.example')).toBe('anna.andersson@hemma.example');
  });

  it('still tells whose domain it is', async () => {
    const { view } = await kept('199006022397@utforare.example');
    expect(view).toMatchObject({ claims: '•••@utforare.example' });
  });
});

describe('a stopped mail that names a customer', () => {
  const body = 'Min mor Elsa Provdal, 199006022397, Provgatan 21, 793 00 Exempelby, A-2 tel 070-174 06 32';
  it.each([
    ['with the case’s number', { body }],
    ['with the case’s number in the subject', { subject: 'A-2 Elsa', body: 'Elsa vill prata' }],
    ['without one', { body: 'Min mor Elsa Provdal vill prata' }],
    ['in the name of a file', { file: 'Elsa_Provdal.pdf' }],
    ['in the name of a file, with the case’s number', { body: 'A-2', file: 'elsa.pdf' }],
  ])('is kept and shown without the name: %s', async (_, rest) => {
    const { stored, shown, view } = await kept('a@evil.example', rest);
    expect(stored).toMatchObject({ state: 'quarantined' });
    expect(JSON.stringify(stored)).not.toMatch(personal);
    expect(shown).not.toMatch(personal);
    expect(view.isMasked).toBe(true);
  });

  it('is said to hide something only where it does', async () => {
    expect((await kept('a@evil.example', { body: 'Hej på er' })).view.isMasked).toBe(false);
  });
});
