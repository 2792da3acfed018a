import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, type MailServerSettings, mailIn } from '../../../../infra/local/smtp/mail-server.ts';
import { type Certificate, ownCertificate } from '../../../../infra/local/smtp/own-certificate.ts';
import { aConversation } from '../support/a-conversation.ts';

type Kept = { readonly raw: Buffer; readonly news: Record<string, unknown> };

const certificate: Certificate = ownCertificate(['localhost'], new Date());
const own = 'utfort@kommun.example';

/** The mail server on a port of its own, and what it has handed on; `failing` is what goes wrong meanwhile. */
async function aMailServer(more: Partial<Pick<MailServerSettings, 'isOpen' | 'limits'>> = {}) {
  const laid = new Map<string, Buffer>();
  const kept: Kept[] = [];
  const logged: string[] = [];
  const failing = { put: false, tell: false };
  let count = 0;
  const machine = {
    deps: {
      newId: (kind: string) => `${kind}-${++count}`,
      log: { error: (message: string) => logged.push(message) },
      documents: {
        async put(_: string, id: string, raw: Buffer) {
          if (failing.put) throw new Error('the disk is full');
          laid.set(id, raw);
        },
      },
    },
    async tell(_: string, news: { mailId: string }) {
      if (failing.tell) throw new Error('the table does not answer');
      kept.push({ raw: laid.get(news.mailId) ?? Buffer.alloc(0), news });
    },
  } as unknown as MailServerSettings['machine'];
  const server = await mailIn({ port: 0, machine, certificate, isOpen: () => true, ...more });
  servers.push(server);
  const sender = (extra: object = {}) =>
    createTransport({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      tls: { ca: certificate.cert, servername: 'localhost' },
      ...extra,
    });
  return { ...server, laid, kept, logged, failing, sender };
}
const servers: MailServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.close();
});

const mail = { from: 'p1@utforare.example', to: own, subject: 'Svar', text: 'JA' };
const opening = 'EHLO utforare.example\r\nMAIL FROM:<p1@utforare.example>\r\nRCPT TO:<utfort@kommun.example>\r\n';

type Server = Awaited<ReturnType<typeof aMailServer>>;
let server: Server;
beforeAll(async () => {
  server = await aMailServer();
});

describe('a mail server that anybody may speak to', () => {
  it('offers STARTTLS with a certificate of its own, and takes mail over it', async () => {
    const { response } = await server.sender({ requireTLS: true }).sendMail(mail);
    expect(response).toMatch(/^250 Kept as in-\d+$/);
    expect(server.kept.at(-1)?.raw.toString()).toContain('Subject: Svar');
    expect(server.kept.at(-1)?.news).toMatchObject({
      scan: 'CLEAN',
      laid: { envelope: { from: mail.from, to: [own], remoteAddress: '127.0.0.1', arrivedAt: expect.any(String) } },
    });
    await expect(server.sender({ requireTLS: true, tls: { servername: 'localhost' } }).sendMail(mail)).rejects.toThrow(
      /self-signed/,
    );
  });

  it('takes everything pipelined in one piece, and two messages on one line', async () => {
    const before = server.kept.length;
    const line = await aConversation(server.port);
    line.write(`${opening}DATA\r\n`);
    await line.answers(5);
    line.write(`Subject: ett\r\n\r\n..JA\r\n.\r\n${opening.slice(opening.indexOf('MAIL'))}DATA\r\n`);
    await line.answers(9);
    line.write('Subject: två\r\n\r\nJA\r\n.\r\nQUIT\r\n');
    expect(await line.answers(11)).toEqual([220, 250, 250, 250, 354, 250, 250, 250, 354, 250, 221]);
    expect(server.kept.slice(before).map(({ raw }) => raw.toString('latin1'))).toEqual([
      'Subject: ett\r\n\r\n.JA\r\n',
      'Subject: två\r\n\r\nJA\r\n',
    ]);
  });

  it.each([
    ['LF', 'Subject: a\r\n\r\nJA\n.\n'],
    ['LF before CRLF', 'Subject: a\r\n\r\nJA\n.\r\n'],
    ['CRLF before LF', 'Subject: a\r\n\r\nJA\r\n.\n'],
    ['CR', 'Subject: a\r\n\r\nJA\r.\r'],
  ])('sees no end in %s: a message smuggled behind another is refused with it', async (_, end) => {
    const before = server.kept.length;
    const line = await aConversation(server.port);
    line.write(`${opening}DATA\r\n`);
    await line.answers(5);
    line.write(`${end}MAIL FROM:<chef@utforare.example>\r\nRCPT TO:<${own}>\r\nDATA\r\nSubject: b\r\n\r\nJA\r\n.\r\n`);
    expect((await line.answers(6)).slice(5)).toEqual([554]);
    await setTimeout(50);
    expect(server.kept).toHaveLength(before);
    expect(line.codes()).toHaveLength(6);
    line.destroy();
  });

  it('refuses NUL, and a line without end', async () => {
    const before = server.kept.length;
    for (const text of ['JA\0', 'x'.repeat(100_001)]) {
      const line = await aConversation(server.port);
      line.write(`${opening}DATA\r\n`);
      await line.answers(5);
      line.write(`Subject: a\r\n\r\n${text}\r\n.\r\n`);
      expect((await line.answers(6))[5]).toBe(554);
      line.destroy();
    }
    const line = await aConversation(server.port);
    line.write(`EHLO ${'x'.repeat(3000)}\r\n`);
    expect(await line.answers(2)).toEqual([220, 421]);
    expect(server.kept).toHaveLength(before);
  });

  it.each(['nagon@evil.example', 'utfort@evil.example', 'chef@kommun.example', 'utfort%evil.example@kommun.example'])(
    'passes nothing on to %s',
    async (to) => {
      await expect(server.sender().sendMail({ ...mail, to })).rejects.toThrow(/550 Mail for others/);
    },
  );

  it('keeps what holds the test virus, and says so to those behind', async () => {
    const virus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    await server.sender().sendMail({ ...mail, attachments: [{ filename: 'a.csv', content: virus }] });
    expect(server.kept.at(-1)?.news).toMatchObject({ scan: 'INFECTED' });
  });
});

describe('what is too large', () => {
  it('is refused by the size that the sender announces, and after 25 MiB by what comes', async () => {
    const text = `${'x'.repeat(76)}\n`.repeat(400_000);
    const before = server.laid.size;
    await expect(server.sender().sendMail({ ...mail, text })).rejects.toThrow(/552/);
    const line = await aConversation(server.port);
    line.write('EHLO a.example\r\nMAIL FROM:<p1@utforare.example> SIZE=31457280\r\n');
    expect(await line.answers(3)).toEqual([220, 250, 552]);
    expect(line.heard()).toContain('SIZE 26214400');
    line.destroy();
    const sly = await aConversation(server.port);
    sly.write(`${opening}DATA\r\n`);
    await sly.answers(5);
    sly.write(`${text.replaceAll('\n', '\r\n')}.\r\n`);
    expect((await sly.answers(6))[5]).toBe(552);
    sly.destroy();
    expect(server.laid.size).toBe(before);
    // The same server takes the next.
    await server.sender().sendMail(mail);
    expect(server.laid.size).toBe(before + 1);
  });

  it('is more than a hundred recipients', async () => {
    const line = await aConversation(server.port);
    line.write('EHLO a.example\r\nMAIL FROM:<p1@utforare.example>\r\n');
    for (let n = 0; n < 101; n++) line.write(`RCPT TO:<utfort+${n}@kommun.example>\r\n`);
    const codes = await line.answers(104);
    expect(codes.slice(3, 103).every((code) => code === 250)).toBe(true);
    expect(codes[103]).toBe(452);
    line.destroy();
  });

  it('is more at once than there is room for: the sender tries again later', async () => {
    const small = await aMailServer({ limits: { held: 1_000_000 } });
    const text = `${'x'.repeat(76)}\n`.repeat(20_000);
    await expect(small.sender().sendMail({ ...mail, text })).rejects.toThrow(/452/);
    await small.sender().sendMail(mail);
    expect(small.kept).toHaveLength(1);
  });
});

describe('who comes too fast, too often or too slowly', () => {
  it('is told to come back: 421 for connections, 450 for messages', async () => {
    const { port, kept } = await aMailServer({ limits: { perMinute: 3 } });
    const line = await aConversation(port);
    line.write('EHLO a.example\r\n');
    for (let n = 0; n < 4; n++) line.write('MAIL FROM:<p1@utforare.example>\r\nRSET\r\n');
    expect(await line.answers(10)).toEqual([220, 250, 250, 250, 250, 250, 250, 250, 450, 250]);
    for (const code of [220, 220, 421]) {
      const another = await aConversation(port);
      expect(await another.answers(1)).toEqual([code]);
      another.destroy();
    }
    line.destroy();
    expect(kept).toEqual([]);
  });

  it('is let in by so many at a time', async () => {
    const { port } = await aMailServer({ limits: { clients: 2 } });
    const lines = [await aConversation(port), await aConversation(port)];
    const third = await aConversation(port);
    expect(await third.answers(1)).toEqual([421]);
    for (const line of [...lines, third]) line.destroy();
  });

  it('is put out when silent, or when a message never comes to its end, and nothing of it is kept', async () => {
    const { port, kept, logged } = await aMailServer({ limits: { silent: 300, slowest: 900 } });
    const silent = await aConversation(port);
    const drop = await aConversation(port);
    drop.write(`${opening}DATA\r\n`);
    await drop.answers(5);
    const drip = (async () => {
      while (!drop.isGone()) {
        drop.write('x');
        await setTimeout(100);
      }
    })();
    await silent.closed();
    await drop.closed();
    await drip;
    expect([kept, logged]).toEqual([[], []]);
  });

  it('is asked to come back while the machine is being filled', async () => {
    let isOpen = false;
    const { sender, kept } = await aMailServer({ isOpen: () => isOpen });
    await expect(sender().sendMail(mail)).rejects.toThrow(/421/);
    isOpen = true;
    await sender().sendMail(mail);
    expect(kept).toHaveLength(1);
  });
});

describe('what is answered 250 is safe, and nothing else is', () => {
  it.each(['put', 'tell'] as const)('when %s fails the sender is told to try again', async (step) => {
    const { sender, kept, failing, logged } = await aMailServer();
    failing[step] = true;
    await expect(sender().sendMail(mail)).rejects.toThrow(/451/);
    failing[step] = false;
    await sender().sendMail(mail);
    expect(kept).toHaveLength(1);
    expect(logged).toEqual(['a message could not be kept']);
  });

  it('a sender that breaks off in the middle has left nothing', async () => {
    const { port, kept, laid, logged, sender } = await aMailServer();
    const line = await aConversation(port);
    line.write(`${opening}DATA\r\n`);
    await line.answers(5);
    line.write('Subject: halv');
    await setTimeout(50);
    line.destroy();
    await sender().sendMail(mail);
    expect([kept.length, laid.size, logged]).toEqual([1, 1, []]);
  });
});
