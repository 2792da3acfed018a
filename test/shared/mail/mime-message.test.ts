import type { SESClient } from '@aws-sdk/client-ses';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { compose, offersOf } from '../../../functions/letters/compose.ts';
import { sesMailer } from '../../../shared/aws/ses-mailer.ts';
import { htmlOfLetter } from '../../../shared/domain/letters/html-of-letter.ts';
import { mimeMessage } from '../../../shared/mail/mime-message.ts';
import { oddTexts } from '../../support/odd-texts.ts';

const sender = { name: 'Utfört', address: 'utfort@kommun.example' };
const letter = (to: string) => ({
  ...{ letterId: 'brev-1', to, subject: 'Ny beställning att bekräfta' },
  ...{ text: 'Ärende A-1.\n', at: '2026-11-02T07:00:00.000Z' },
});
const heads = [
  ...['auto-submitted', 'content-language', 'content-type', 'date', 'from', 'message-id', 'mime-version'],
  ...['reply-to', 'subject', 'to', 'x-auto-response-suppress', 'x-utfort-letter'],
];
const [written, sent] = ['info@hemtjänst.example', 'info@xn--hemtjnst-4za.example'];

/** Somebody who takes what is sent, and knows what it was. */
function recording() {
  const inputs: { Destinations?: string[]; RawMessage?: { Data?: Uint8Array } }[] = [];
  const client = { send: async ({ input }: { input: object }) => inputs.push(input) };
  const settings = { address: 'utfort@kommun.example', configurationSet: 'letters' };
  // Of the client the mailer uses `send` alone.
  return { inputs, mailer: sesMailer(client as unknown as SESClient, settings) };
}

const parsed = async (...given: Parameters<typeof mimeMessage>) => PostalMime.parse(await mimeMessage(...given));
const token = 'abcdefghijklmnopqrstuvwxyz'.slice(0, 26);

describe('a letter as it leaves', () => {
  it('is text, and the same lines as HTML', async () => {
    const { text = '', html = '' } = await parsed(letter('p1@utforare.example'), sender);
    expect(text.trimEnd()).toBe('Ärende A-1.');
    expect(html.trimEnd()).toBe(htmlOfLetter('Ny beställning att bekräfta', 'Ärende A-1.\n').trimEnd());
  });

  it('ends in one line end, and no empty line before what closes its parts', async () => {
    for (const text of ['Ärende A-1.\n', 'Ärende A-1.', 'Ärende A-1.\n\n']) {
      const raw = await mimeMessage({ ...letter('p1@utforare.example'), text }, sender);
      expect(raw.toString().match(/\r\n\r\n--/g) ?? []).toEqual([expect.anything()]);
      const { text: read = '', html = '' } = await PostalMime.parse(raw);
      expect(read).toBe('Ärende A-1.\n');
      expect(html).toMatch(/<\/html>\n$/);
    }
  });

  it('has the reply address of its own, and an å in the house’s own domain in ASCII everywhere', async () => {
    const house = { name: 'Utfört', address: 'utfort@häbo.example' };
    const raw = await mimeMessage({ ...letter(written), replyToken: token }, house);
    const { from, replyTo, to } = await PostalMime.parse(raw);
    expect(from).toEqual({ name: 'Utfört', address: 'utfort@xn--hbo-qla.example' });
    expect(replyTo).toEqual([{ name: '', address: `utfort+${token}@xn--hbo-qla.example` }]);
    expect(to).toEqual([{ name: '', address: sent }]);
    // Every head is ASCII: a server on the way may know no other.
    const head = raw.toString('latin1').split('\r\n\r\n')[0] ?? '';
    expect([...head].every((sign) => sign.charCodeAt(0) < 128)).toBe(true);
    await expect(mimeMessage(letter(written), { ...house, address: 'ingen' })).rejects.toThrow('none');
  });

  it('is the same bytes each time it is tried, and other bytes for another letter', async () => {
    const [first, again] = [await mimeMessage(letter(written), sender), await mimeMessage(letter(written), sender)];
    expect(again.equals(first)).toBe(true);
    const parts = (raw: Buffer) => raw.toString('latin1').match(/boundary="([^"]+)"/)?.[1];
    expect(parts(first)).toHaveLength('--_NmP-'.length + 32 + '-Part_1'.length);
    expect(parts(await mimeMessage({ ...letter(written), letterId: 'brev-2' }, sender))).not.toBe(parts(first));
  });

  it('goes to SES with an envelope sender in ASCII', async () => {
    const inputs: { Source?: string }[] = [];
    const client = { send: async ({ input }: { input: object }) => inputs.push(input) };
    const settings = { address: 'utfort@häbo.example', configurationSet: 'letters' };
    await sesMailer(client as unknown as SESClient, settings).send(letter(written));
    expect(inputs.flatMap(({ Source }) => Source ?? [])).toEqual(['utfort@xn--hbo-qla.example']);
  });

  const names = [
    ...Object.values(oddTexts),
    'A-1\r\nBcc: x@y.example',
    'A-1\nSubject: annat',
    'A-1\r\n\r\n<html>',
    'A-1\r\n.\r\nMAIL FROM:<x@y.example>',
    '=?utf-8?q?A?= <x@y.example>',
    '%0d%0aBcc: x@y.example',
    '\u2028Bcc: x@y.example',
    'From x@y.example',
  ];
  it.each(names)('has the heads it should, whatever a name or a number holds: %#', async (odd) => {
    const fields = {
      municipality: odd,
      provider: odd,
      caseNo: odd,
      orderId: odd,
      link: `https://utfort.example/#/${odd}`,
    };
    const { subject, text } = compose('N01', fields, 'E1', offersOf('N01', undefined));
    const message = { ...letter('p1@utforare.example'), subject, text, replyToken: token };
    const raw = await mimeMessage(message, sender);
    const { headers, to, cc, bcc, from, attachments } = await PostalMime.parse(raw);
    expect(headers.map(({ key }) => key).toSorted()).toEqual(heads);
    expect([to, cc, bcc, from?.address, attachments]).toEqual([
      [{ address: 'p1@utforare.example', name: '' }],
      undefined,
      undefined,
      sender.address,
      [],
    ]);
    // No line ends as a server may end the whole message, and none is longer than one may be (RFC 5321, 4.5.3.1.6).
    const lines = raw.toString('latin1').split('\r\n');
    expect(lines.filter((line) => line === '.' || line.length > 998 || /[\r\n]/.test(line))).toEqual([]);
    expect(text.trimEnd().split('\n\n')[0]?.split('\n')).toHaveLength(4);
  });

  it('says in both ways that nobody need be told that somebody is on leave', async () => {
    const { headers } = await PostalMime.parse(await mimeMessage(letter('p1@utforare.example'), sender));
    const told = Object.fromEntries(headers.map(({ key, value }) => [key, value]));
    expect(told).toMatchObject({ 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' });
  });

  it('goes to a domain with å, ä or ö in ASCII, on its head and on its envelope', async () => {
    const { mailer, inputs } = recording();
    await mailer.send(letter(written));
    // Beside it the mailer asks how fast it may send.
    const posted = inputs.filter(({ Destinations }) => Destinations !== undefined);
    expect(posted.map(({ Destinations }) => Destinations)).toEqual([[sent]]);
    const { to } = await PostalMime.parse(posted[0]?.RawMessage?.Data ?? '');
    expect(to).toEqual([{ address: sent, name: '' }]);
  });

  it.each(['p1@exa mple.se', 'p1@example.se, p2@example.se', 'p1@example.se\r\nBcc: x@example.se', 'åsa@example.se'])(
    'does not leave for “%s”, which was kept before addresses were looked at',
    async (to) => {
      const { mailer, inputs } = recording();
      await expect(mailer.send(letter(to))).rejects.toThrow('no address');
      await expect(mimeMessage(letter(to), sender)).rejects.toThrow('no address');
      expect(inputs).toEqual([]);
    },
  );
});
