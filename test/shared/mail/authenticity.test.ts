import { describe, expect, it } from 'vitest';
import { authenticity, authorOf } from '../../../shared/mail/authenticity.ts';
import { mailHead } from '../../../shared/mail/mail-head.ts';
import type { Dns } from '../../../shared/ports/dns.ts';
import { dkimKey, dkimRecord, type Signing, signed } from '../../stories/mail/harness/dkim.ts';
import { type Written, written } from '../../stories/mail/harness/written.ts';

const key = dkimKey();
const records = new Map(
  [
    dkimRecord('b.example', key),
    dkimRecord('b.example', key, 's2'),
    dkimRecord('b.example', key, 'strikt', '; t=s'),
    dkimRecord('xn--sen-tla.example', key),
  ].map(({ name, values }) => [name, values]),
);
const failing = (code: string) => Promise.reject(Object.assign(new Error(code), { code }));
const dns = (silent: readonly string[] = []): Dns => ({
  resolve: (name) => {
    if (silent.some((one) => name.endsWith(one))) return failing('ETIMEOUT');
    return records.has(name) ? Promise.resolve((records.get(name) ?? []).map((one) => [one])) : failing('ENOTFOUND');
  },
});
const mail = (more: Partial<Written> = {}) =>
  written({
    from: 'a@b.example',
    to: 'utfort@kommun.example',
    body: 'JA',
    date: new Date(0),
    id: '<1@b.example>',
    ...more,
  });
const own = (raw: Buffer, more: Partial<Signing> = {}) => signed(raw, { domain: 'b.example', key, ...more });

describe('what a raw mail proves', () => {
  it('a signature of its own, and what that covers', async () => {
    const proof = await authenticity(own(mail()), {}, dns());
    expect(proof).toMatchObject({
      from: ['a@b.example'],
      fromFields: 1,
      isPlain: true,
      isTemporary: false,
      hasUnread: false,
    });
    expect(proof.signatures).toMatchObject([
      { result: 'pass', isAligned: true, isPartial: false, domain: 'b.example' },
    ]);
    expect(proof.signatures[0]?.signed).toEqual([
      'from',
      'to',
      'subject',
      'date',
      'message-id',
      'mime-version',
      'content-type',
    ]);
  });

  it('nothing is known while its own domain is silent; a stranger’s silence does not matter', async () => {
    expect(await authenticity(own(mail()), {}, dns(['b.example']))).toMatchObject({ isTemporary: true });
    const both = signed(own(mail()), { domain: 'tyst.example', key });
    expect(await authenticity(both, {}, dns(['tyst.example']))).toMatchObject({ isTemporary: false });
    const strangers = signed(mail(), { domain: 'tyst.example', key });
    expect(await authenticity(strangers, {}, dns(['tyst.example']))).toMatchObject({ isTemporary: false });
  });

  it('the same content by the same sum, whatever it came with', async () => {
    const sums = await Promise.all(
      [
        mail(),
        own(mail()),
        own(own(mail()), { selector: 's2' }),
        Buffer.concat([Buffer.from('Received: av oss\r\n'), own(mail())]),
        Buffer.from(own(mail()).toString().replaceAll('\r\n', '\n')),
        Buffer.from(own(mail()).toString().replace('Subject: ', 'subject:  ')),
        Buffer.from(`${own(mail()).toString()}\r\n\r\n`),
      ].map(async (raw) => (await authenticity(raw, {}, dns())).digests.addressed),
    );
    expect(new Set(sums).size).toBe(1);
    const others = await Promise.all(
      [
        mail({ body: 'NEJ' }),
        mail({ subject: 'A-2' }),
        mail({ date: new Date(1000) }),
        mail({ to: 'x@kommun.example' }),
      ].map(async (raw) => (await authenticity(raw, {}, dns())).digests.addressed),
    );
    expect(new Set([...others, ...sums]).size).toBe(5);
  });

  it('the same content to another, and the same mail with something put in', async () => {
    const digests = async (raw: Buffer) => (await authenticity(raw, {}, dns())).digests;
    const first = await digests(own(mail()));
    const toAnother = await digests(own(mail({ to: 'x@kommun.example' })));
    expect(toAnother.content).toBe(first.content);
    expect(toAnother.addressed).not.toBe(first.addressed);
    const received = await digests(Buffer.concat([Buffer.from('Received: av oss\r\n'), own(mail())]));
    expect(received).toEqual(first);
    const more = await digests(Buffer.concat([Buffer.from('X-Autoreply: yes\r\n'), own(mail())]));
    expect(more).toEqual({ ...first, whole: expect.any(String) });
    expect(more.whole).not.toBe(first.whole);
  });

  it('whom it is to need not be signed; whom it is from, when and about what must', async () => {
    const exchange = ['From', 'Date', 'Subject', 'Message-ID', 'Content-Type', 'MIME-Version'];
    const { has, signatures } = await authenticity(own(mail(), { headers: exchange }), {}, dns());
    expect(has).toEqual(['from', 'date', 'subject']);
    expect(has.every((name) => signatures[0]?.signed.includes(name))).toBe(true);
    expect(signatures).toMatchObject([{ result: 'pass', isPartial: false }]);
  });

  it.each([
    ['strikt', 'i=@sub.b.example', 'policy'],
    ['strikt', 'i=anna@b.example', 'pass'],
    ['s1', 'i=@sub.b.example', 'pass'],
    ['s1', 'i=@annan.example', 'policy'],
  ])('a key %s with %s: %s', async (selector, more, result) => {
    const { signatures } = await authenticity(own(mail(), { selector, more }), {}, dns());
    expect(signatures).toMatchObject([{ result }]);
  });

  it('lines that end in LF alone are signed as CRLF', async () => {
    const raw = Buffer.from(own(mail()).toString().replaceAll('\r\n', '\n'));
    expect((await authenticity(raw, {}, dns())).signatures).toMatchObject([{ result: 'pass' }]);
  });

  it('a domain with å, as it is written and as it is asked for', async () => {
    for (const from of ['info@åsen.example', 'info@xn--sen-tla.example']) {
      const raw = signed(mail({ from }), { domain: 'xn--sen-tla.example', key });
      expect(await authenticity(raw, {}, dns())).toMatchObject({
        isPlain: true,
        signatures: [{ result: 'pass', isAligned: true }],
      });
    }
  });

  it('a signature that has run out is right, and its time is told', async () => {
    const { signatures } = await authenticity(own(mail(), { signedAt: 1000, expiresAt: 2000 }), {}, dns());
    expect(signatures).toMatchObject([
      { result: 'pass', signedAt: '1970-01-01T00:16:40.000Z', expiresAt: '1970-01-01T00:33:20.000Z' },
    ]);
  });

  it('too many signatures are none', async () => {
    let raw = mail();
    for (let n = 0; n < 6; n++) raw = own(raw);
    expect(await authenticity(raw, {}, dns())).toMatchObject({ signatures: [], isPlain: false });
  });
});

describe('the author, before anything is asked', () => {
  it.each([
    ['a@b.example', 'a@b.example'],
    ['<a@b.example>', 'a@b.example'],
    ['Anna Provsson <a@b.example>', 'a@b.example'],
    ['"Provsson, Anna" <a@b.example>', 'a@b.example'],
    ['"a@c.example" <a@b.example>', 'a@b.example'],
    ['a@b.example <a@b.example>', 'a@b.example'],
    ['=?utf-8?Q?Anna_=C3=85?= <a@b.example>', 'a@b.example'],
    ['Anna (Omsorg Ett) <a@b.example>', 'a@b.example'],
    ['a@b.example (Anna)', 'a@b.example'],
    ['Anna Åsén <a@b.example>', 'a@b.example'],
    ['a@c.example <a@b.example>', undefined],
    ['a@b.example, c@b.example', undefined],
    ['Alla: a@b.example;', undefined],
    ['<a@b.example> <c@b.example>', undefined],
    ['', undefined],
    ['Anna', undefined],
  ])('%s', (value, author) => {
    const head = mailHead(Buffer.from(`From: ${value}\r\n\r\n`));
    expect(head && authorOf(head)).toBe(author);
  });
});
