import type { Mail, StopReason } from '../../../../functions/mail/mail.ts';
import { type DkimKey, dkimKey, dkimRecord, type Signing, signed } from './dkim.ts';
import type { Coming, MailWorld, OpenLetter } from './mail-world.ts';
import { type Written, written } from './written.ts';

/** The letters that forged mail answers: at a domain of one provider's own, at one of two, at a house of everybody's. */
export type Letters = {
  readonly own: OpenLetter;
  readonly two: OpenLetter;
  readonly house: OpenLetter;
  readonly idn: OpenLetter;
  /** What has acted before: replayed, whole or in part. */
  readonly spent: { readonly raw: Buffer; readonly twice: Buffer };
  /** A reply address of a letter to the house that is no longer open. */
  readonly closed: string;
};

export type Chance = { pick<T>(of: readonly T[]): T; upTo(most: number): number };

type Given = { readonly world: MailWorld; readonly letters: Letters; readonly by: Chance };

/** One way to deceive, and where it must end. */
export type Kind = {
  readonly make: (given: Given) => Coming;
  readonly ends?: readonly Mail['state'][];
  readonly why?: readonly StopReason[];
};

const said = [
  'JA',
  'BEKRÄFTAS',
  'Hej!\nJA\nMvh',
  'NEJ, FULLT',
  'START 2026-11-02',
  'JA\nSTART 2026-11-02',
  'Vi bekräftar',
];
const post = 'utfort@kommun.example';
const hour = 3_600_000;
/** The machine's clock and the world's are two: before both of them, and after both. */
const clocks = ({ world }: Given) => [Date.now(), Date.parse(world.clock.now())];
const before = (given: Given, hours: number) => new Date(Math.min(...clocks(given)) - hours * hour);
const after = (given: Given, hours: number) => new Date(Math.max(...clocks(given)) + hours * hour);
const inSeconds = (date: Date) => Math.floor(date.getTime() / 1000);

const weak = dkimKey(768);
const shared = { weak, revoked: dkimKey(), trying: dkimKey() };

/** What the domains of the deceivers, and some broken ones, say of themselves. */
export function deceive(world: MailWorld): void {
  const { stranger, own } = world.keys;
  for (const domain of [
    ...['example', 'enskiid.example', 'enskild-omsorg.example', 'enskild.example.annan.example', 'hus.annan.example'],
    ...['xn--enskld-r9e.example', 'xn--enskld-4ve.example', 'enskild.example.annan.example', 'googlemail.com'],
  ])
    world.records.push(dkimRecord(domain, stranger));
  world.records.push(
    dkimRecord('enskild.example', weak, 'svag'),
    { name: 'aterkallad._domainkey.enskild.example', type: 'TXT', values: ['v=DKIM1; k=rsa; p='] },
    { name: 'trasig._domainkey.enskild.example', type: 'TXT', values: ['v=DKIM1; k=rsa; p=inte-en-nyckel'] },
    dkimRecord('enskild.example', own, 'prov', '; t=y'),
    dkimRecord('enskild.example', own, 'strikt', '; t=s'),
    dkimRecord('granne.gmail.com', stranger),
    { name: 'enskild.example', type: 'TXT', values: ['v=spf1 ip4:192.0.2.7 -all'] },
    { name: 'annan.example', type: 'TXT', values: ['v=spf1 ip4:192.0.2.9 -all'] },
    { name: '_dmarc.utforare.example', type: 'TXT', values: ['v=DMARC1; p=reject'] },
  );
}

const ownAddress = 'kontor@enskild.example';

/** A mail to a letter, that says something that would be done. */
const mail = ({ letters: { own }, by }: Given, more: Partial<Written> = {}): Buffer =>
  written({ from: ownAddress, to: own.replyTo, body: by.pick(said), ...more });

const ownSigned = ({ world }: Given, raw: Buffer, more: Partial<Signing> = {}): Buffer =>
  signed(raw, { domain: 'enskild.example', key: world.keys.own, ...more });
const strangerSigned = ({ world }: Given, raw: Buffer, domain = 'annan.example', key: DkimKey = world.keys.stranger) =>
  signed(raw, { domain, key });

const toOwn = ({ letters }: Given, raw: Buffer, more: Partial<Coming> = {}): Coming => ({
  raw,
  to: letters.own.replyTo,
  ...more,
});

/** An unsigned mail, or one that a stranger has signed, with the author written in some way. */
const authored = (from: Written['from'], more: Partial<Written> = {}, isSigned = true): Kind => ({
  make: (given) => {
    const raw = mail(given, { from, ...more });
    return toOwn(given, isSigned ? strangerSigned(given, raw) : raw);
  },
});

/** Changed after it was signed. */
const changed = (
  change: (text: string) => string,
  more: Partial<Signing> = {},
  written: Partial<Written> = {},
): Kind => ({
  make: (given) =>
    toOwn(given, Buffer.from(change(ownSigned(given, mail(given, written), more).toString('latin1')), 'latin1')),
});

const whole = (make: (given: Given) => Partial<Coming>): Kind => ({
  make: (given) => toOwn(given, ownSigned(given, mail(given)), make(given)),
});

/** Signed by the author's own domain, with something about the signature that is not as it must be. */
const badly = (more: (given: Given) => Partial<Signing>, with_: Partial<Written> = {}): Kind => ({
  make: (given) => toOwn(given, ownSigned(given, mail(given, with_), more(given))),
});

/** What a machine has written, whoever signs it. */
const byMachine = (before: readonly string[], more: Partial<Written> = {}, envelopeFrom?: string): Kind => ({
  make: (given) =>
    toOwn(
      given,
      ownSigned(given, mail(given, { before, ...more })),
      envelopeFrom === undefined ? {} : { from: envelopeFrom },
    ),
  ends: ['noted'],
});

const parts = (count: number, body: string): Partial<Written> => ({
  type: 'multipart/mixed; boundary="b"',
  body: `${Array.from({ length: count }, () => `--b\nContent-Type: application/octet-stream\n\n${body}`).join('\n')}\n--b--`,
});
/** One mail that says a thing as text and another as HTML. */
const alternative = (text: string, html: string): Partial<Written> => ({
  type: 'multipart/alternative; boundary="b"',
  body: `--b\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--`,
});
/** The heads that some sign: none that tells how the body is read. */
const withoutType = ['From', 'To', 'Subject', 'Date'];
/** A head changed that the signature does not cover. */
const readAnew = (given: Given, with_: Partial<Written>, from: string, to: string): Coming =>
  toOwn(
    given,
    Buffer.from(ownSigned(given, mail(given, with_), { headers: withoutType }).toString().replace(from, to)),
  );
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary="b${at + 1}"\n\n`).join(
    '',
  );

/** A yes, and beside it what takes it back, where one that reads in haste does not look. */
const takenBack = (make: (given: Given, condition: string) => Partial<Written>): Kind => ({
  make: (given) => {
    const condition = given.by.pick(['men inte onsdagar', 'Först den 9 november', 'JA, om ni ordnar nycklar', 'NEJ']);
    return toOwn(given, ownSigned(given, mail(given, make(given, condition))));
  },
  ends: ['asked', 'repeated'],
});
const inHtml = (body: string): Partial<Written> => ({ type: 'text/html; charset=utf-8', body });

const attached =
  'From: kontor@enskild.example\nTo: utfort@kommun.example\nSubject: Sv\nContent-Type: text/plain\n\nJA\n';

export const kinds: Readonly<Record<string, Kind>> = {
  unsigned: authored(ownAddress, {}, false),
  'unsigned, with Authentication-Results': authored(
    ownAddress,
    { before: ['Authentication-Results: utfort; dkim=pass header.d=enskild.example; dmarc=pass; spf=pass'] },
    false,
  ),
  'unsigned, with the verdicts of a mail service': authored(
    ownAddress,
    { before: ['X-SES-Spam-Verdict: PASS', 'X-SES-Virus-Verdict: PASS', 'Received-SPF: pass (inbound-smtp)'] },
    false,
  ),
  'unsigned, with a chain of ARC': authored(
    ownAddress,
    {
      before: [
        'ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=annan.example; s=s1; b=AAAA',
        'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=enskild.example; s=s1; h=from; bh=AAAA; b=AAAA',
        'ARC-Authentication-Results: i=1; utfort; dkim=pass header.d=enskild.example; dmarc=pass',
      ],
    },
    false,
  ),
  'SPF alone': {
    make: (given) => toOwn(given, mail(given), { from: ownAddress, remoteAddress: '192.0.2.7' }),
    why: ['not-signed'],
  },
  'SPF of another domain': {
    make: (given) =>
      toOwn(given, written({ from: 'p1@utforare.example', to: given.letters.two.replyTo, body: 'JA' }), {
        to: given.letters.two.replyTo,
        from: 'x@annan.example',
        remoteAddress: '192.0.2.9',
      }),
    why: ['not-signed'],
  },
  'signed by a stranger': authored(ownAddress),
  'signed by a part of the name': {
    make: (given) => toOwn(given, strangerSigned(given, mail(given), 'example')),
  },
  'signed with another key': {
    make: (given) => toOwn(given, strangerSigned(given, mail(given), 'enskild.example')),
    why: ['signature-bad'],
  },
  'selector that is not there': badly(() => ({ selector: 'finnsinte' })),
  'key taken back': badly(() => ({ selector: 'aterkallad' })),
  'key that is none': badly(() => ({ selector: 'trasig' })),
  'key that is only tried': badly(() => ({ selector: 'prov' })),
  'short key': badly(() => ({ selector: 'svag', key: shared.weak })),
  'rsa-sha1': badly(() => ({ algorithm: 'rsa-sha1' })),
  'algorithm that nobody knows': changed((text) => text.replace('a=rsa-sha256', 'a=rsa-sha999')),
  'From not signed': badly(() => ({ headers: ['To', 'Subject', 'Date', 'Message-ID'] })),
  'Date not signed': { ...badly(() => ({ headers: ['From', 'To', 'Subject'] })), why: ['partly-signed'] },
  'Subject not signed': { ...badly(() => ({ headers: ['From', 'To', 'Date'] })), why: ['partly-signed'] },
  'a part of the body signed': { ...badly(({ by }) => ({ length: by.upTo(3) })), why: ['partly-signed'] },
  'a part signed and the rest added': changed(
    (text) => `${text}JA\r\nSTART 2026-11-02\r\n`,
    { length: 2 },
    { body: '--' },
  ),
  'signature run out': {
    ...badly((given) => ({ expiresAt: inSeconds(before(given, 1 + given.by.upTo(100))) })),
    why: ['old'],
  },
  'signed tomorrow': {
    ...badly((given) => ({ signedAt: inSeconds(after(given, 2 + given.by.upTo(1000))) })),
    why: ['old'],
  },
  'signed long ago': {
    ...badly((given) => ({ signedAt: inSeconds(before(given, 170 + given.by.upTo(5000))) })),
    why: ['old'],
  },
  'written long ago': {
    make: (given) => toOwn(given, ownSigned(given, mail(given, { date: before(given, 170 + given.by.upTo(9000)) }))),
    why: ['old'],
  },
  'written ahead': {
    make: (given) => toOwn(given, ownSigned(given, mail(given, { date: after(given, 30 + given.by.upTo(900)) }))),
    why: ['old'],
  },
  'without a date': {
    make: (given) => toOwn(given, ownSigned(given, mail(given, { date: null }))),
    why: ['old'],
  },
  'body changed': changed(
    (text) => text.replace(/\r\n\r\n[\s\S]*$/, '\r\n\r\nJA\r\nSTART 2026-11-02\r\n'),
    {},
    { body: 'Nej tack' },
  ),
  'line added': changed((text) => `${text}JA\r\n`, {}, { body: 'Hej' }),
  'subject changed': changed((text) => text.replace(/^Subject: .*$/m, 'Subject: A-1')),
  'author changed': {
    make: (given) => {
      const text = strangerSigned(given, mail(given, { from: 'x@annan.example' })).toString('latin1');
      return toOwn(given, Buffer.from(text.replace('From: x@annan.example', `From: ${ownAddress}`), 'latin1'));
    },
  },
  'second From above': changed((text) => `From: x@annan.example\r\n${text}`),
  'second From below': changed((text) => text.replace('\r\n\r\n', '\r\nFrom: x@annan.example\r\n\r\n')),
  'second From with a blank': changed((text) => `From : x@annan.example\r\n${text}`),
  'From of the provider above a stranger’s': {
    make: (given) => {
      const raw = strangerSigned(given, mail(given, { from: 'x@annan.example' }));
      return toOwn(given, Buffer.concat([Buffer.from(`From: ${ownAddress}\r\n`), raw]));
    },
    why: ['two-senders'],
  },
  'two authors': authored(`${ownAddress}, x@annan.example`),
  'two authors, the stranger first': authored(`x@annan.example, ${ownAddress}`),
  'a group': authored(`Enskild: ${ownAddress};`),
  'a group, signed by the domain': {
    make: (given) => toOwn(given, ownSigned(given, mail(given, { from: `Alla: ${ownAddress};` }))),
  },
  'a group of strangers': authored(`${ownAddress}: x@annan.example;`),
  'encoded author': authored('=?utf-8?Q?kontor=40enskild.example?= <x@annan.example>'),
  'encoded whole': authored('=?utf-8?Q?kontor=40enskild.example?='),
  'encoded, with angles': authored(
    `=?utf-8?B?${Buffer.from(`<${ownAddress}>`).toString('base64')}?= <x@annan.example>`,
  ),
  'name that is an address': authored(`"${ownAddress}" <x@annan.example>`),
  'bare name that is an address': authored(`${ownAddress} <x@annan.example>`),
  'two in angles': authored(`<${ownAddress}> <x@annan.example>`),
  'two in angles, the stranger first': authored(`<x@annan.example> <${ownAddress}>`),
  'angles within angles': authored(`<x@annan.example<${ownAddress}>>`),
  'comment with the address': authored(`x@annan.example (${ownAddress})`),
  'comment with the stranger': authored(`${ownAddress} (<x@annan.example>)`),
  'comment within the address': authored('kontor@(hej)enskild.example <x@annan.example>'),
  route: authored(`<@enskild.example:x@annan.example>`),
  'route of a stranger': authored(`<@annan.example:${ownAddress}>`),
  'quoted mailbox': authored(`"${ownAddress}"@annan.example`),
  'quote that has no end': authored(`"${ownAddress} <x@annan.example>`),
  'two signs': authored(`${ownAddress}@annan.example`),
  'address literal': authored('kontor@[192.0.2.9]'),
  'empty author': authored(''),
  'Sender of the provider': authored('x@annan.example', { before: [`Sender: ${ownAddress}`] }),
  'Reply-To of the provider': authored('x@annan.example', { before: [`Reply-To: ${ownAddress}`] }),
  'Resent-From of the provider': authored('x@annan.example', { before: [`Resent-From: ${ownAddress}`] }),
  'Return-Path of the provider': authored('x@annan.example', { before: [`Return-Path: <${ownAddress}>`] }),
  'X-Original-From': authored('x@annan.example', { before: [`X-Original-From: ${ownAddress}`] }),
  'look-alike': {
    make: (given) => {
      const domain = given.by.pick(['enskiid.example', 'enskild-omsorg.example', 'enskild.example.annan.example']);
      return toOwn(given, strangerSigned(given, mail(given, { from: `kontor@${domain}` }), domain));
    },
    why: ['unknown-sender'],
  },
  'look-alike of another alphabet': {
    make: (given) => {
      const domain = given.by.pick(['xn--enskld-r9e.example', 'xn--enskld-4ve.example']);
      return toOwn(given, strangerSigned(given, mail(given, { from: `kontor@${domain}` }), domain));
    },
  },
  'signs that are left out': {
    make: (given) => {
      const domain = given.by.pick([
        'ensk\u00adild.example',
        'ｅnskild.example',
        'enskild\u200b.example',
        'enskild。example',
      ]);
      return toOwn(given, strangerSigned(given, mail(given, { from: `kontor@${domain}` })));
    },
  },
  'å without its ring': {
    make: (given) => {
      const { idn } = given.letters;
      const raw = mail(given, { from: 'info@asen.example', to: idn.replyTo });
      return { raw: strangerSigned(given, raw, 'annan.example'), to: idn.replyTo };
    },
  },
  'line break in the author': {
    make: (given) =>
      toOwn(given, Buffer.from(mail(given).toString().replace('From: ', 'From: x@annan.example\rFrom: '))),
  },
  'NUL in the author': changed((text) => text.replace('From: kontor', 'From: \0kontor')),
  'body put in by a bare return': changed((text) => `X-A: b\r\n\r\r\nJA\r\n${text}`, {}, { body: 'Hej' }),
  'line that is no field': changed((text) => text.replace('\r\nTo:', '\r\nJA\r\nTo:'), {}, { body: 'Hej' }),
  'second Subject': changed((text) => `Subject: A-1\r\n${text}`),
  'second Content-Type': changed((text) => `Content-Type: multipart/mixed; boundary="x"\r\n${text}`),
  'second To': changed((text) => `To: utfort@kommun.example\r\n${text}`),
  'divided in another way': {
    make: (given) => {
      const body = '--a\nContent-Type: text/plain\n\nNej\n--b\nContent-Type: text/plain\n\nJA\n--b--\n--a--';
      const headers = ['From', 'To', 'Subject', 'Date'];
      const raw = ownSigned(given, mail(given, { type: 'multipart/mixed; boundary="a"', body }), { headers });
      return toOwn(given, Buffer.from(raw.toString().replace('boundary="a"', 'boundary="b"')));
    },
    why: ['partly-signed'],
  },
  'parts taken for a text': {
    make: (given) => {
      const body = '--a\nContent-Type: application/pdf\n\n\nJA\n--a--';
      const headers = ['From', 'To', 'Subject', 'Date'];
      const raw = ownSigned(given, mail(given, { type: 'multipart/mixed; boundary="a"', body }), { headers });
      return toOwn(given, Buffer.from(raw.toString().replace('multipart/mixed; boundary="a"', 'text/plain')));
    },
    why: ['partly-signed'],
  },
  'text that says yes, HTML that does not': {
    make: (given) => {
      const html = given.by.pick([
        '<p>Nej</p>',
        '<p>Nej, vi har fullt</p>',
        '<p>JA, men inte onsdagar</p>',
        '<p>Vi återkommer</p>',
        '<img src="cid:nej">',
      ]);
      return toOwn(given, ownSigned(given, mail(given, alternative(given.by.pick(['JA', 'Vi bekräftar']), html))));
    },
    ends: ['asked', 'repeated'],
  },
  'HTML that says yes, text that does not': {
    make: (given) => {
      const text = given.by.pick(['Nej tack', 'JA, men inte onsdagar', 'Ditt program visar inte HTML.']);
      return toOwn(given, ownSigned(given, mail(given, alternative(text, '<p>JA</p>'))));
    },
    ends: ['asked', 'repeated'],
  },
  'two days, one in the text and one in the HTML': {
    make: (given) => {
      const html = `<div>JA</div><div>START 2026-11-0${given.by.pick([1, 3, 4])}</div>`;
      return toOwn(given, ownSigned(given, mail(given, alternative('JA\nSTART 2026-11-02', html))));
    },
    ends: ['asked', 'repeated'],
  },
  'two cases, one in the text and one in the HTML': {
    make: (given) => {
      const { own } = given.letters;
      const html = '<p>JA</p><p>Ärende F-5</p>';
      const raw = mail(given, { ...alternative(`JA\n\nÄrende ${own.caseNo}`, html), to: post, subject: 'Sv' });
      return { raw: ownSigned(given, raw), to: post };
    },
    ends: ['asked', 'quarantined', 'repeated'],
  },
  'text taken for HTML, which hides words': {
    make: (given) => {
      const { by } = given;
      const more = ['<!-- men inte onsdagar -->', '<men inte onsdagar>', '<style>men inte onsdagar</style>'];
      const html = by.pick(['Content-Type: text/html; charset=utf-8', 'Content-Type: TEXT/HTML; charset="utf-8"']);
      const body = `${by.pick(['JA', 'Vi bekräftar'])} ${by.pick(more)}`;
      return readAnew(given, { body }, 'Content-Type: text/plain; charset=utf-8', html);
    },
    ends: ['asked', 'repeated'],
  },
  'HTML taken for text, which shows what was hidden': {
    make: (given) =>
      readAnew(
        given,
        { type: 'text/html; charset=utf-8', body: 'EJ UTFÖRT OMV <!-- avböjer -->hör av oss' },
        'Content-Type: text/html; charset=utf-8\r\n',
        given.by.pick(['Content-Type: text/plain; charset=utf-8\r\n', 'X-Content: -\r\n']),
      ),
    ends: ['asked', 'repeated'],
  },
  'encoding taken away': {
    make: (given) =>
      readAnew(
        given,
        {
          after: ['Content-Transfer-Encoding: quoted-printable'],
          ...{ isEncoded: true, body: 'EJ UTFÖRT OMV =6B=75nden klarar sig' },
        },
        'Content-Transfer-Encoding: quoted-printable',
        'Content-Transfer-Encoding: 8bit',
      ),
    ends: ['asked', 'repeated'],
  },
  'a condition among what is quoted': takenBack(({ by }, condition) => ({
    body: by.pick([`JA\n> ${condition}`, `JA\n\n> Ärende F-1.\n> ${condition}`, `JA\n>> ${condition}\n> Hej`]),
  })),
  'a condition that is moved in': takenBack(({ by }, condition) =>
    inHtml(
      `<div>JA</div><blockquote style="${by.pick(['margin:0 0 0 40px', 'border:none', ''])}">${condition}</blockquote>`,
    ),
  ),
  'a yes struck through': takenBack(({ by }) => inHtml(by.pick(['<s>JA</s>', '<del>JA</del>', '<strike>JA</strike>']))),
  'words that nobody sees': takenBack(({ by }, condition) => {
    const style = by.pick([
      ...['display:none', 'font-size:0', 'color:#fff', 'color:transparent', 'visibility:hidden', 'mso-hide:all'],
      ...['position:absolute;left:-9999px', 'opacity:0', 'text-decoration:line-through', 'height:0;overflow:hidden'],
    ]);
    const [seen, unseen] = by.upTo(2) === 0 ? ['JA', condition] : ['Hej', 'JA'];
    return inHtml(`<p>${seen}</p><p style="${style}">${unseen}</p>`);
  }),
  'a part that no reader shows': takenBack(({ by }, condition) => {
    const kind = by.pick(['enriched', 'markdown', 'rtf', 'calendar', 'richtext']);
    return {
      type: `multipart/${by.pick(['mixed', 'alternative'])}; boundary="b"`,
      body: `--b\nContent-Type: text/plain\n\nJA\n--b\nContent-Type: text/${kind}\n\n${condition}\n--b--`,
    };
  }),
  'the same again': { make: (given) => toOwn(given, given.letters.spent.raw), ends: ['repeated'] },
  'the same again to another letter': {
    make: ({ letters: { spent, idn } }) => ({ raw: spent.raw, to: idn.replyTo }),
    ends: ['repeated', 'quarantined'],
  },
  'the same again, folded anew': {
    make: (given) =>
      toOwn(
        given,
        Buffer.from(`X-Received: av oss\r\n${given.letters.spent.raw.toString().replace('Subject: ', 'Subject:   ')}`),
      ),
    ends: ['repeated'],
  },
  'the same with one signature taken away': {
    make: (given) =>
      toOwn(given, Buffer.from(given.letters.spent.twice.toString().replace(/^DKIM-Signature: [^\r]*\r\n/, ''))),
    ends: ['repeated'],
  },
  'answer to another’s letter': {
    make: (given) => ({ raw: ownSigned(given, mail(given)), to: given.letters.idn.replyTo }),
    why: ['token-of-another'],
  },
  'house, without its letter': {
    make: ({ world, by }) => ({
      raw: signed(written({ from: 'lilla.hjalpen@gmail.com', to: post, body: by.pick(said) }), {
        domain: 'gmail.com',
        key: world.keys.house,
      }),
      to: post,
    }),
    why: ['shared-domain-without-token'],
  },
  'house, letter that is closed': {
    make: ({ world, letters, by }) => ({
      raw: signed(written({ from: 'lilla.hjalpen@gmail.com', to: letters.closed, body: by.pick(said) }), {
        domain: 'gmail.com',
        key: world.keys.house,
      }),
      to: letters.closed,
    }),
    why: ['shared-domain-without-token'],
  },
  'house, letter that never was': {
    make: ({ world, by }) => {
      const to = `utfort+${'abcdefgh234567abcdefgh2345'.slice(by.upTo(5)).padEnd(26, 'a')}@kommun.example`;
      return {
        raw: signed(written({ from: 'lilla.hjalpen@gmail.com', to, body: by.pick(said) }), {
          domain: 'gmail.com',
          key: world.keys.house,
        }),
        to,
      };
    },
    why: ['shared-domain-without-token'],
  },
  'house, another mailbox': {
    make: ({ world, letters: { house }, by }) => {
      const from = by.pick([
        'lillahjalpen@gmail.com',
        'lilla.hjalpen+1@gmail.com',
        'lilla-hjalpen@gmail.com',
        'x@gmail.com',
      ]);
      return {
        raw: signed(written({ from, to: house.replyTo, body: by.pick(said) }), {
          domain: 'gmail.com',
          key: world.keys.house,
        }),
        to: house.replyTo,
      };
    },
    why: ['unknown-sender'],
  },
  'house, its other name': {
    make: ({ world, letters: { house }, by }) => ({
      raw: signed(written({ from: 'lilla.hjalpen@googlemail.com', to: house.replyTo, body: by.pick(said) }), {
        domain: 'googlemail.com',
        key: world.keys.stranger,
      }),
      to: house.replyTo,
    }),
    why: ['unknown-sender'],
  },
  'house, another’s letter': {
    make: ({ world, letters: { own }, by }) => ({
      raw: signed(written({ from: 'lilla.hjalpen@gmail.com', to: own.replyTo, body: by.pick(said) }), {
        domain: 'gmail.com',
        key: world.keys.house,
      }),
      to: own.replyTo,
    }),
  },
  'domain of two, without its letter': {
    make: ({ world, by }) => ({
      raw: signed(written({ from: 'p1@utforare.example', to: post, body: by.pick(said) }), {
        domain: 'utforare.example',
        key: world.keys.own,
      }),
      to: post,
    }),
    why: ['shared-domain-without-token'],
  },
  'domain of two, the other’s mailbox': {
    make: ({ world, letters: { two }, by }) => ({
      raw: signed(written({ from: 'p2@utforare.example', to: two.replyTo, body: by.pick(said) }), {
        domain: 'utforare.example',
        key: world.keys.own,
      }),
      to: two.replyTo,
    }),
  },
  'domain of two, a mailbox of nobody’s': {
    make: ({ world, letters: { two }, by }) => ({
      raw: signed(written({ from: 'chef@utforare.example', to: two.replyTo, body: by.pick(said) }), {
        domain: 'utforare.example',
        key: world.keys.own,
      }),
      to: two.replyTo,
    }),
    why: ['unknown-sender'],
  },
  'colleague without the letter': {
    make: (given) => ({ raw: ownSigned(given, mail(given, { from: 'anna@enskild.example', to: post })), to: post }),
    why: ['unknown-sender'],
  },
  'colleague below the domain': {
    make: (given) => toOwn(given, ownSigned(given, mail(given, { from: 'kontor@hus.enskild.example' }))),
  },
  'verdict that is bad': whole(({ by }) => {
    const name = by.pick(['spam', 'virus', 'spf', 'dkim', 'dmarc']);
    const verdicts = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };
    return { verdicts: { ...verdicts, [name]: by.pick(['FAIL', 'PROCESSING_FAILED', '', 'pass']) } };
  }),
  'verdict that is missing': whole(({ by }) => {
    const verdicts: Record<string, string> = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };
    delete verdicts[by.pick(Object.keys(verdicts))];
    return { verdicts };
  }),
  'verdict that is grey': whole(({ by }) => ({
    verdicts: {
      spam: 'PASS',
      virus: 'PASS',
      spf: 'PASS',
      dkim: 'PASS',
      dmarc: 'PASS',
      [by.pick(['spam', 'virus', 'dkim'])]: 'GRAY',
    },
  })),
  'grey without a signature': {
    make: (given) =>
      toOwn(given, mail(given), {
        verdicts: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' },
      }),
  },
  infected: { ...whole(() => ({ scan: 'INFECTED' })), why: ['infected'] },
  'not scanned': { ...whole(() => ({ scan: 'NOT_SCANNED' })), why: ['not-scanned'] },
  away: byMachine(['Auto-Submitted: auto-replied']),
  'away, by its subject': { ...byMachine([], { subject: 'Automatiskt svar: Ny beställning' }), ends: ['asked'] },
  'away, of Exchange': { ...byMachine(['X-Auto-Response-Suppress: All']), ends: ['asked'] },
  'away, by nobody known': {
    ...authored('x@annan.example', { before: ['X-Auto-Response-Suppress: All'] }),
    ends: ['noted'],
  },
  'signed for another letter': {
    make: (given) => {
      const to = given.letters.idn.replyTo;
      return toOwn(given, ownSigned(given, mail(given, { to })));
    },
    ends: ['asked'],
  },
  'signed for a friend': {
    make: (given) => {
      const { own } = given.letters;
      const to = given.by.pick(['friend@evil.example', `"${own.replyTo}" <friend@evil.example>`, post]);
      const body = `${given.by.pick(said)}\n\n> Ärende ${own.caseNo}.`;
      return toOwn(given, ownSigned(given, mail(given, { to, body, subject: 'Re: Kan du komma på fredag?' })));
    },
    ends: ['asked'],
  },
  'signed for a friend, who names the case to us': {
    make: (given) => {
      const { own } = given.letters;
      const raw = mail(given, { to: 'friend@evil.example', subject: own.caseNo });
      return { raw: ownSigned(given, raw), to: post };
    },
    ends: ['asked'],
  },
  'signed for nobody, and of nothing': {
    make: (given) => toOwn(given, ownSigned(given, mail(given), { headers: ['From', 'Subject', 'Date'] })),
    ends: ['asked'],
  },
  'to two letters at once': {
    make: (given) => {
      const { own, idn } = given.letters;
      return { raw: ownSigned(given, mail(given)), to: given.by.pick([[own.replyTo, idn.replyTo]]) };
    },
    ends: ['asked'],
  },
  'house, signed by a neighbour': {
    make: ({ world, letters: { house }, by }) => ({
      raw: signed(written({ from: 'lilla.hjalpen@gmail.com', to: house.replyTo, body: by.pick(said) }), {
        ...{ domain: 'granne.gmail.com', key: world.keys.stranger },
      }),
      to: house.replyTo,
    }),
    why: ['not-signed'],
  },
  'signed beneath, with a key that may not': {
    ...badly(() => ({ selector: 'strikt', more: 'i=@hus.enskild.example' })),
    why: ['signature-bad'],
  },
  '500 texts': {
    make: (given) => {
      const body = `${Array.from({ length: 500 }, () => '--b\nContent-Type: text/plain\n\nJA').join('\n')}\n--b--`;
      return toOwn(given, ownSigned(given, mail(given, { type: 'multipart/mixed; boundary="b"', body })));
    },
    why: ['too-many-parts'],
  },
  'a list': byMachine(['List-Id: <alla.enskild.example>', 'Precedence: list']),
  'in bulk': byMachine(['Precedence: bulk']),
  'a report of delivery': byMachine(
    [],
    { type: 'multipart/report; report-type=delivery-status; boundary="b"', body: '--b\n\nJA\n--b--' },
    '',
  ),
  'nobody to answer': byMachine([], {}, ''),
  'our own letter': byMachine(['X-Utfort-Letter: brev-1']),
  postmaster: {
    make: (given) => toOwn(given, ownSigned(given, mail(given, { from: 'postmaster@enskild.example' }))),
    ends: ['noted'],
  },
  '500 parts': {
    make: (given) => toOwn(given, ownSigned(given, mail(given, parts(500, 'JA')))),
    why: ['too-many-parts'],
  },
  '2,000 parts': { make: (given) => toOwn(given, mail(given, parts(2000, 'JA'))), why: ['too-many-parts'] },
  'parts in parts': {
    make: (given) =>
      toOwn(given, ownSigned(given, mail(given, { type: 'multipart/mixed; boundary="b0"', body: nested(60) }))),
    why: ['unreadable'],
  },
  'a mail within the mail': {
    make: (given) =>
      toOwn(
        given,
        ownSigned(
          given,
          mail(given, {
            type: 'multipart/mixed; boundary="b"',
            body: `--b\nContent-Type: message/rfc822\n\n${attached}\n--b--`,
          }),
        ),
      ),
    // Of two that are alike to the second, the other is the same again.
    ends: ['asked', 'repeated'],
  },
  'a mail within the mail, shown': {
    make: (given) =>
      toOwn(
        given,
        ownSigned(given, mail(given, { type: 'multipart/digest; boundary="b"', body: `--b\n\n${attached}\n--b--` })),
      ),
    // Of two that are alike to the second, the other is the same again.
    ends: ['asked', 'repeated'],
  },
  'winmail.dat': {
    make: (given) => toOwn(given, mail(given, { type: 'application/ms-tnef; name="winmail.dat"', body: 'x\u009f>"' })),
  },
  'letters of no alphabet': {
    make: (given) =>
      toOwn(
        given,
        mail(given, { type: `text/plain; charset=${given.by.pick(['x-unknown', 'utf-7', 'utf-16', '"', 'utf-8;;'])}` }),
      ),
  },
  'head without end': {
    make: (given) => toOwn(given, Buffer.from(`From: ${ownAddress}\r\n${'X-Lang: a\r\n'.repeat(14_000)}\r\nJA`)),
    why: ['unreadable'],
  },
  'many signatures': changed(
    (text) =>
      `${'DKIM-Signature: v=1; a=rsa-sha256; d=annan.example; s=s1; h=from; l=1; bh=AA==; b=AA==\r\n'.repeat(40)}${text}`,
  ),
  nothing: { make: (given) => toOwn(given, Buffer.from('')) },
  'only a line': { make: (given) => toOwn(given, Buffer.from('JA')) },
  'no head': { make: (given) => toOwn(given, Buffer.from('\r\nJA\r\n')) },
  noise: {
    make: (given) =>
      toOwn(given, Buffer.from(Array.from({ length: 200 + given.by.upTo(2000) }, () => given.by.upTo(256)))),
  },
  'lines put in by the subject': authored(ownAddress, { subject: 'A-1\r\nBcc: x@annan.example' }),
};
