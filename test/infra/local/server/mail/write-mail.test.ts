import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLocalServer, json, type TestServer } from '../../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
  await house.machine.deps.mailer.send({
    letterId: 'brev-1',
    to: 'p1@example.se',
    subject: 'Ny beställning att bekräfta',
    text: 'Ärende A-1001.\n\n[ ] JA – vi bekräftar\n[ ] START åååå-mm-dd – dagen för första besöket',
    at: '2026-11-02T07:00:00.000Z',
    replyToken: 'abcdefghijklmnopqrstuvwxyz',
  });
});
afterAll(() => house.end());

const read = async (path: string) => (await fetch(`${house.base}${path}`)).text();
const inbox = async () => JSON.parse(await read('/_local/inbox'));
const rawOf = (id: string) => read(`/_local/inbox/${id}`);

/** The form as a browser sends it. */
async function send(fields: Record<string, string>, files: readonly File[] = [], headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append('filer', file);
  return fetch(`${house.base}/_local/mailbox/skriv`, { method: 'POST', body, headers, redirect: 'manual' });
}

describe('a mail written on the page', () => {
  it('begins with whom it is from, where it goes, and the rows that the mail offers', async () => {
    expect(await read('/_local/mailbox')).toContain('href="/_local/mailbox/skriv?svar=brev-1.eml"');
    const page = await read('/_local/mailbox/skriv?svar=brev-1.eml');
    expect(page).toContain('utfort+abcdefghijklmnopqrstuvwxyz@kommun.example');
    expect(page).toContain('value="p1@example.se"');
    expect(page).toContain('value="Sv: Ny beställning att bekräfta"');
    expect(page).toContain('[ ] JA – vi bekräftar\n[ ] START åååå-mm-dd – dagen för första besöket</textarea>');
    expect(page).not.toContain('<script');
    expect(await read('/_local/mailbox/skriv?svar=nothing')).toContain('<b>Till</b> utfort@kommun.example');
  });

  it('goes through the mail server to the reply address, signed, with the letter quoted and the files with it', async () => {
    const file = new File(['a;b\n1;2\n'], 'rapport.csv', { type: 'text/csv' });
    const fields = { svar: 'brev-1.eml', fran: 'p1@example.se', amne: 'Sv: x', text: 'JA\r\n\r\nHej', signerat: 'ja' };
    const answer = await send(fields, [file]);
    expect(answer.status).toBe(303);
    const id = answer.headers.get('location')?.split('#')[1] ?? '';
    expect(answer.headers.get('location')).toBe(`/_local/mailbox#${id}`);
    const raw = await rawOf(id);
    expect(raw).toContain('To: utfort+abcdefghijklmnopqrstuvwxyz@kommun.example');
    expect(raw).toContain('In-Reply-To: <brev-1@kommun.example>');
    expect(raw).toContain('d=example.se');
    expect(raw).toMatch(/\r\nJA\r\n/);
    expect(raw).toContain('> =C3=84rende A-1001.');
    expect(raw).toContain('filename=rapport.csv');
    // The signature is taken for what it is: it is only that nothing is known of what it replies to.
    const [{ state, fate }] = await inbox();
    expect([state, fate]).toEqual(['asked', expect.stringContaining('Från utföraren')]);
    expect(await read('/_local/mailbox')).toContain(`id="${id}"`);
  });

  it('unsigned it is anybody’s, and is stopped', async () => {
    const answer = await send({ svar: 'brev-1.eml', fran: 'p1@example.se', amne: 'x', text: 'JA' });
    expect(answer.status).toBe(303);
    const [{ state, fate }] = await inbox();
    expect([state, fate]).toEqual([
      'quarantined',
      expect.stringContaining('Inget visar att mejlet kommer från adressen'),
    ]);
  });

  it('is shown again with what is wrong, and with what was written', async () => {
    const answer = await send({ fran: 'p1@example.se, chef@example.se', amne: 'Hej <b>', text: 'Mycket <text>' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Skriv en e-postadress att skicka från.');
    expect(page).toContain('value="Hej &lt;b&gt;"');
    expect(page).toContain('Mycket &lt;text&gt;</textarea>');
    const huge = await send({ fran: 'p1@example.se' }, [new File([new Uint8Array(20_000_000)], 'a.pdf')]);
    expect(huge.status).toBe(422);
    expect(await huge.text()).toContain('552');
  });

  it('is refused from another site, and when a header is smuggled in with the subject nothing of it is one', async () => {
    expect((await send({ fran: 'p1@example.se' }, [], { origin: 'http://evil.example' })).status).toBe(403);
    const answer = await send({ fran: 'p1@example.se', amne: 'x\r\nBcc: y@evil.example', text: 'a' });
    const raw = await rawOf(answer.headers.get('location')?.split('#')[1] ?? '');
    expect(raw).not.toMatch(/^Bcc:/im);
  });
});

it('the demo’s key is told to DNS for each provider, and what somebody sets stays set', async () => {
  const pem = readFileSync(join(house.folder, 'keys', 'demo-mail.pem'), 'utf8');
  const published = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
  const records = JSON.parse(await read('/_local/dns'));
  const name = 'demo._domainkey.example.se';
  expect(records).toContainEqual({ name, type: 'TXT', values: [`v=DKIM1; k=rsa; p=${published}`] });
  await fetch(`${house.base}/_local/dns`, { ...json({ name, type: 'TXT', values: ['v=DKIM1; p='] }), method: 'PUT' });
  await send({ fran: 'p1@example.se', amne: 'x', text: 'a', signerat: 'ja' });
  expect(JSON.parse(await read('/_local/dns'))).toContainEqual({ name, type: 'TXT', values: ['v=DKIM1; p='] });
  expect((await inbox())[0].state).toBe('quarantined');
});
