import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusMinutes } from '../../../../shared/domain/local-time.ts';
import { letterStore } from '../../../../shared/stores/letter-store.ts';
import { aLetter } from '../../../support/builders.ts';
import { aLocalServer, json, type TestServer } from '../support/a-local-server.ts';

let house: TestServer;
beforeAll(async () => {
  house = await aLocalServer();
});
afterAll(() => house.end());

const read = async (path: string) => (await fetch(`${house.base}${path}`)).text();
const mail = async () => JSON.parse(await read('/_local/mail'));

const send = (letterId: string, at: string, subject = 'Bekräftad beställning') =>
  house.machine.deps.mailer.send({ letterId, to: 'p1@example.se', subject, text: 'Ärende A-1001.\n\nHälsningar', at });

describe('mail out', () => {
  it('is listed newest first, and by letter within the second', async () => {
    expect(await mail()).toEqual([]);
    await send('brev-2', '2026-11-02T07:00:00.000Z');
    await send('brev-1', '2026-11-02T07:00:00.000Z');
    await send('brev-3', '2026-06-01T07:00:00.000Z', 'Påminnelse <script>alert(1)</script>');
    expect(await mail()).toEqual([
      {
        to: 'p1@example.se',
        subject: 'Bekräftad beställning',
        text: 'Ärende A-1001.\n\nHälsningar',
        sentAt: '2026-11-02T08:00:00+01:00',
        file: 'brev-1.eml',
      },
      expect.objectContaining({ file: 'brev-2.eml' }),
      expect.objectContaining({ file: 'brev-3.eml', sentAt: '2026-06-01T09:00:00+02:00' }),
    ]);
  });

  it('is shown on a page, where what it says is text and nothing else', async () => {
    const page = await read('/_local/mailbox');
    // A letter's own id is for machines: it stands in links, and nobody reads it.
    expect(page.replaceAll(/<[^>]*>/g, '')).not.toContain('brev-');
    expect(page.match(/<article/g)).toHaveLength(3);
    expect(page).toContain('Påminnelse &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    const raw = await fetch(`${house.base}/_local/mail/brev-1.eml`);
    expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await raw.text()).toContain('X-Utfort-Letter: brev-1');
    expect((await fetch(`${house.base}/_local/mail/brev-9.eml`)).status).toBe(404);
  });
});

describe('how promptly mail has left today', () => {
  const at = () => house.machine.clock.now();
  const line = async () =>
    /<p>((?:I dag: |Inget mejl har skickats i dag)[^<]*)<\/p>/.exec(await read('/_local/mailbox'))?.[1];

  it('stands on the page, and what has not left is a miss', async () => {
    expect(await line()).toBe('Inget mejl har skickats i dag.');
    const letters = letterStore(house.machine.deps.table);
    const sent = aLetter({ id: 'brev-i-tid', state: 'sent', queuedAt: at(), sentAt: at() });
    await house.machine.deps.table.commit([letters.queue(sent)]);
    expect(await line()).toBe('I dag: 100 procent skickades inom 10 sekunder (1 av 1). Inget väntar för länge.');
    const lost = aLetter({ id: 'brev-borta', state: 'asked', queuedAt: plusMinutes(at(), -1) });
    await house.machine.deps.table.commit([letters.queue(lost)]);
    expect(await line()).toBe(
      'I dag: 50 procent skickades inom 10 sekunder (1 av 2). 1 har inte skickats än, och räknas som för sena.',
    );
  });
});

describe('mail in', () => {
  const transport = () =>
    createTransport({ host: '127.0.0.1', port: house.smtpPort, secure: false, tls: { rejectUnauthorized: false } });
  const inbox = async () => JSON.parse(await read('/_local/inbox'));

  it('is kept as it came and shown with what has become of it, as text and nothing else', async () => {
    await transport().sendMail({
      from: 'Omsorg Ett <p1@example.se>',
      to: 'utfort@kommun.example',
      subject: 'Svar om <A-1001>',
      text: 'Vi kom klockan åtta.',
    });
    const page = await read('/_local/mailbox');
    expect(page).toContain('Inkommet (1)');
    expect(page).toContain('Svar om &lt;A-1001&gt;');
    expect(page).toContain('Från p1@example.se');
    expect(page).toContain('Stoppat, och ingenting är gjort. Inget visar att mejlet kommer från adressen');
    const [{ id, state }] = await inbox();
    expect(state).toBe('quarantined');
    expect(await read(`/_local/inbox/${id}`)).toContain('From: Omsorg Ett <p1@example.se>');
    // What was sent out is another thing.
    expect(await mail()).toHaveLength(3);
  });

  it('one hostile message stands as itself, with its bytes, and the rest as usual', async () => {
    const deep = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    );
    const raw = `From: x@example.se\r\nSubject: \u202e<djup>\r\n${deep.join('')}\r\nhej`;
    await transport().sendMail({ envelope: { from: 'x@example.se', to: 'utfort@kommun.example' }, raw });
    writeFileSync(join(house.folder, 'mail', 'brev-8.eml'), Buffer.alloc(100));
    const page = await read('/_local/mailbox');
    expect(page.match(/<article/g)).toHaveLength(6);
    expect(page.match(/kan inte visas/g)).toHaveLength(1);
    const [{ id, state }] = await inbox();
    expect(state).toBe('quarantined');
    expect((await read(`/_local/inbox/${id}`)).match(/boundary=b/g)).toHaveLength(300);
    expect(await mail()).toHaveLength(4);
  });
});

describe('what the mail server is told of a sender’s domain', () => {
  const tell = (record: unknown) => fetch(`${house.base}/_local/dns`, { ...json(record), method: 'PUT' });

  it('is kept, replaced and taken away', async () => {
    await tell({ name: '_DMARC.Omsorgett.example.', type: 'TXT', values: ['v=DMARC1; p=none'] });
    await tell({ name: 'omsorgett.example', type: 'TXT', values: ['v=spf1 -all'] });
    await tell({ name: '_dmarc.omsorgett.example', type: 'TXT', values: ['v=DMARC1; p=reject'] });
    await tell({ name: 'omsorgett.example', type: 'TXT', values: [] });
    const told = JSON.parse(await read('/_local/dns')) as { name: string }[];
    // Beside the key that the demo signs with, for the domain of the one provider.
    expect(told.filter(({ name }) => name !== 'demo._domainkey.example.se')).toEqual([
      { name: '_dmarc.omsorgett.example', type: 'TXT', values: ['v=DMARC1; p=reject'] },
    ]);
  });

  it.each([
    { name: 'a b', type: 'TXT', values: ['x'] },
    { name: 'a.example', type: 'ANY', values: ['x'] },
    { name: 'a.example', type: 'TXT', values: 'x' },
    { name: 'a.example', type: 'TXT' },
  ])('is refused when it is %j', async (record) => {
    expect((await tell(record)).status).toBe(422);
  });
});
