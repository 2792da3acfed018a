import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(page.match(/<article/g)).toHaveLength(3);
    expect(page).toContain('Påminnelse &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script');
    const raw = await fetch(`${house.base}/_local/mail/brev-1.eml`);
    expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await raw.text()).toContain('X-Utfort-Letter: brev-1');
    expect((await fetch(`${house.base}/_local/mail/brev-9.eml`)).status).toBe(404);
  });
});

describe('mail in', () => {
  const transport = () => createTransport({ host: '127.0.0.1', port: house.smtpPort, secure: false });

  it('is kept as it came and shown as waiting for a person', async () => {
    await transport().sendMail({
      from: 'Omsorg Ett <p1@omsorgett.example>',
      to: 'utfort@kommun.example',
      subject: 'Svar om <A-1001>',
      text: 'Vi kom klockan åtta.',
    });
    const page = await read('/_local/mailbox');
    expect(page).toContain('Inkommet, väntar på att läsas av en människa (1)');
    expect(page).toContain('Svar om &lt;A-1001&gt;');
    expect(page).toContain('Från p1@omsorgett.example');
    expect(page).toContain('gör ingenting av den ännu');
    const file = /\/_local\/inbox\/([\w.-]+)/.exec(page)?.[1];
    expect(await read(`/_local/inbox/${file}`)).toContain('From: Omsorg Ett <p1@omsorgett.example>');
    // What was sent out is another thing.
    expect(await mail()).toHaveLength(3);
  });

  it('is refused above 25 megabytes, and nothing of it is kept', async () => {
    const text = `${'x'.repeat(76)}\n`.repeat(340_000);
    await expect(
      transport().sendMail({ from: 'a@example.se', to: 'b@example.se', subject: 'Stor', text }),
    ).rejects.toThrow(/exceeds|552/);
    expect(await read('/_local/mailbox')).toContain('(1)');
  });

  it('survives a sender that breaks off in the middle', async () => {
    await new Promise<void>((resolve) => {
      const line = connect(house.smtpPort, '127.0.0.1', () => {
        line.write('EHLO a\r\nMAIL FROM:<a@example.se>\r\nRCPT TO:<b@example.se>\r\nDATA\r\nSubject: halv');
        setTimeout(() => line.destroy(), 100);
      });
      line.on('close', () => resolve());
    });
    await transport().sendMail({ from: 'a@example.se', to: 'b@example.se', subject: 'Hel', text: 'ja' });
    const page = await read('/_local/mailbox');
    expect(page).toContain('(2)');
    expect(page).not.toContain('halv');
  });
});

it('one hostile message stands as itself on the page, with its bytes, and the rest as usual', async () => {
  const inbox = join(house.folder, 'inbox');
  const before = (await read('/_local/mailbox')).match(/<article/g)?.length ?? 0;
  const deep = Array.from(
    { length: 300 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  );
  writeFileSync(join(inbox, 'in-deep.eml'), `From: x@example.se\r\n${deep.join('')}\r\nhej`);
  writeFileSync(join(inbox, 'in-header.eml'), `X: ${'y'.repeat(3e6)}\r\nFrom: x@example.se\r\n\r\nhej`);
  writeFileSync(join(house.folder, 'mail', 'brev-8.eml'), Buffer.alloc(100));
  const page = await read('/_local/mailbox');
  expect(page.match(/<article/g)).toHaveLength(before + 3);
  expect(page.match(/kan inte visas/g)).toHaveLength(3);
  expect(page).toContain('Svar om &lt;A-1001&gt;');
  expect(page).toContain('href="/_local/inbox/in-header.eml"');
  expect((await read('/_local/inbox/in-header.eml')).length).toBeGreaterThan(3e6);
  expect(await mail()).toHaveLength(4);
});

describe('what the mail server is told of a sender’s domain', () => {
  const tell = (record: unknown) => fetch(`${house.base}/_local/dns`, { ...json(record), method: 'PUT' });

  it('is kept, replaced and taken away', async () => {
    await tell({ name: '_DMARC.Omsorgett.example.', type: 'TXT', values: ['v=DMARC1; p=none'] });
    await tell({ name: 'omsorgett.example', type: 'TXT', values: ['v=spf1 -all'] });
    await tell({ name: '_dmarc.omsorgett.example', type: 'TXT', values: ['v=DMARC1; p=reject'] });
    await tell({ name: 'omsorgett.example', type: 'TXT', values: [] });
    expect(JSON.parse(await read('/_local/dns'))).toEqual([
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
