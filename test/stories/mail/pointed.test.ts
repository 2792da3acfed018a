import { beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { administrator, colleague, officer } from '../../support/a-world.ts';
import { signed } from './harness/dkim.ts';
import { comes, type MailWorld, mailOf, mailWorld, type OpenLetter, openOrder, takeAll } from './harness/mail-world.ts';
import { type Written, written } from './harness/written.ts';

let world: MailWorld;
let cases = 0;
const opened = () => {
  cases += 1;
  return openOrder(world, `V-${cases}`, 'P3');
};
beforeAll(async () => {
  world = await mailWorld();
});

/** As Microsoft 365 signs: without whom it is to. */
const exchange = ['From', 'Date', 'Subject', 'Message-ID', 'Content-Type', 'MIME-Version'];
const post = 'utfort@kommun.example';
const by = (more: Partial<Written> & { readonly to: string }, headers?: readonly string[]): Buffer =>
  signed(written({ from: 'kontor@enskild.example', body: 'JA', ...more }), {
    domain: 'enskild.example',
    key: world.keys.own,
    ...(headers ? { headers } : {}),
  });
const taken = async (raw: Buffer, to: string | readonly string[]) => {
  const mailId = await comes(world, { raw, to });
  await takeAll(world);
  return mailOf(world, mailId);
};
const stateOf = async ({ orderId }: OpenLetter) =>
  (await world.call('getOrder', officer, { path: { orderId } })).body.state;

describe('a mail that does not sign whom it is to', () => {
  it('acts where its own signed words or quote name the letter', async () => {
    const quoted = await opened();
    const body = `JA\n\nDen 2 nov. 2026 skrev Exempelkommun:\n> Ärende ${quoted.caseNo}.`;
    expect(await taken(by({ to: quoted.replyTo, body }, exchange), quoted.replyTo)).toMatchObject({ state: 'acted' });
    const named = await opened();
    const subject = `Sv: Ny beställning ${named.caseNo}`;
    expect(await taken(by({ to: named.replyTo, subject }, exchange), named.replyTo)).toMatchObject({ state: 'acted' });
    const answers = await opened();
    const after = [`In-Reply-To: <${answers.letterId}@kommun.example>`];
    const headers = [...exchange, 'In-Reply-To'];
    expect(await taken(by({ to: answers.replyTo, after }, headers), answers.replyTo)).toMatchObject({ state: 'acted' });
  });

  it('is asked about where nothing that is signed does, whatever else it carries', async () => {
    const letter = await opened();
    const after = [`In-Reply-To: <${letter.letterId}@kommun.example>`];
    const mail = await taken(by({ to: letter.replyTo, after }, exchange), letter.replyTo);
    expect(mail).toMatchObject({ state: 'asked', because: 'mail-not-to-us', caseNo: letter.caseNo });
    expect(await stateOf(letter)).toBe('placed');
  });

  it('acts once, whomever it is said to be to', async () => {
    const letter = await opened();
    const raw = by({ to: letter.replyTo, subject: letter.caseNo }, exchange);
    expect(await taken(raw, letter.replyTo)).toMatchObject({ state: 'acted' });
    const again = Buffer.from(raw.toString().replace(`To: ${letter.replyTo}`, `To: ${post}`));
    expect(await taken(again, post)).toMatchObject({ state: 'repeated' });
  });
});

describe('two mails that are alike to the second, to two letters', () => {
  const headers = [...exchange, 'In-Reply-To'];
  const date = new Date(Date.now() - 4000_000);
  const reply = ({ replyTo, letterId }: OpenLetter) =>
    by({ to: replyTo, date, after: [`In-Reply-To: <${letterId}@kommun.example>`] }, headers);

  it('both act, where what they answer is signed and whom they are to is not', async () => {
    const [one, two] = [await opened(), await opened()];
    expect(await taken(reply(one), one.replyTo)).toMatchObject({ state: 'acted', done: ['confirm'] });
    expect(await taken(reply(two), two.replyTo)).toMatchObject({ state: 'acted', done: ['confirm'] });
    expect([await stateOf(one), await stateOf(two)]).toEqual(['confirmed', 'confirmed']);
  });

  it('each acts once through any envelope', async () => {
    const [one, two] = [await opened(), await opened()];
    const after = [`In-Reply-To: <${one.letterId}@kommun.example>`];
    const raw = by({ to: one.replyTo, after }, headers);
    expect(await taken(raw, one.replyTo)).toMatchObject({ state: 'acted' });
    for (const to of [one.replyTo, two.replyTo, post])
      expect(await taken(Buffer.from(raw.toString().replace(`To: ${one.replyTo}`, `To: ${to}`)), to)).toMatchObject({
        state: 'repeated',
      });
    expect(await stateOf(two)).toBe('placed');
  });

  it('with the signature of what it answers taken away, its content is known', async () => {
    const letter = await opened();
    const after = [`In-Reply-To: <${letter.letterId}@kommun.example>`];
    const mail = { to: letter.replyTo, subject: letter.caseNo, date, after };
    expect(await taken(by(mail, headers), letter.replyTo)).toMatchObject({ state: 'acted' });
    const { after: _, ...bare } = mail;
    expect(await taken(by(bare, exchange), letter.replyTo)).toMatchObject({ state: 'repeated' });
  });
});

describe('a yes that was written to somebody else', () => {
  it('confirms nothing, and takes nothing from the one that comes rightly', async () => {
    const [one, two] = [await opened(), await opened()];
    const raw = by({
      to: two.replyTo,
      body: `JA\n\nDen 2026-11-01 kl. 09:12, skrev Exempelkommun:\n> Ärende ${one.caseNo}.`,
    });
    expect(await taken(raw, one.replyTo)).toMatchObject({ state: 'asked', because: 'mail-not-to-us' });
    expect(await taken(raw, post)).toMatchObject({ state: 'asked', because: 'mail-not-to-us' });
    expect(await taken(raw, one.replyTo)).toMatchObject({ state: 'repeated' });
    expect(await stateOf(one)).toBe('placed');
    expect(await taken(raw, two.replyTo)).toMatchObject({ state: 'acted', done: ['confirm'] });
    expect(await stateOf(one)).toBe('placed');
    expect(await stateOf(two)).toBe('confirmed');
  });

  it('is the task of the officer of the letter that it was brought to, and nobody is answered', async () => {
    const letter = await opened();
    const before = (await world.letters()).length;
    const raw = by({ to: 'friend@evil.example', subject: 'Re: Kan du komma på fredag?' });
    const { id, ...mail } = await taken(raw, letter.replyTo);
    expect(mail).toMatchObject({ state: 'asked', caseNo: letter.caseNo, owner: `officer:${officer.userId}` });
    expect((await world.letters()).length).toBe(before);
    const handled = await world.call('handleMail', officer, { path: { mailId: id }, body: { note: 'Inte till oss.' } });
    expect(handled).toMatchObject({ status: 200 });
  });

  it('brought to two letters at once is asked about, and acts when it comes to its own', async () => {
    const [one, two] = [await opened(), await opened()];
    const raw = by({ to: one.replyTo });
    const both = await taken(raw, [one.replyTo, two.replyTo]);
    expect(both).toMatchObject({ state: 'asked', because: 'mail-of-two-letters' });
    expect(await stateOf(one)).toBe('placed');
    expect(await taken(raw, one.replyTo)).toMatchObject({ state: 'acted' });
  });
});

describe('a mail that seems a machine’s', () => {
  const before = (header: string) => ({ before: [header] });
  it('is a person’s to read where its sender is known and answers a letter', async () => {
    const letter = await opened();
    const raw = by({ to: letter.replyTo, ...before('X-Auto-Response-Suppress: All') });
    expect(await taken(raw, letter.replyTo)).toMatchObject({ state: 'asked', because: 'mail-seems-automatic' });
    const other = by({ to: post, subject: 'Automatiskt svar: Ny beställning' });
    expect(await taken(other, post)).toMatchObject({ state: 'noted' });
    // Put in by somebody on the way, it takes nothing from the genuine one.
    expect(await taken(by({ to: letter.replyTo }), letter.replyTo)).toMatchObject({ state: 'acted' });
  });
  it.each(['Feedback-ID: 1:mail', 'List-Unsubscribe: <mailto:av@enskild.example>', 'X-Loop: kontor'])(
    '%s says nothing: it acts',
    async (header) => {
      const letter = await opened();
      expect(await taken(by({ to: letter.replyTo, ...before(header) }), letter.replyTo)).toMatchObject({
        state: 'acted',
      });
    },
  );
});

describe('a stopped mail that names a case', () => {
  const unsigned = (subject: string, body = 'JA') =>
    written({ from: 'kontor@enskild.example', to: post, subject, body });
  const release = (mailId: string, person = officer) =>
    world.call('releaseMail', person, { path: { mailId }, body: { reason: 'Jag har ringt dem.', providerId: 'P3' } });

  it('is decided on by that case’s officer, and by no administrator', async () => {
    const letter = await opened();
    const mail = await taken(unsigned(`Sv: ${letter.caseNo}`), post);
    expect(mail).toMatchObject({
      state: 'quarantined',
      caseNo: letter.caseNo,
      owner: `officer:${officer.userId}`,
    });
    expect((await release(mail.id, administrator)).status).toBe(404);
    expect((await release(mail.id, colleague)).status).toBe(404);
    expect((await release(mail.id)).status).toBe(200);
    await takeAll(world);
    expect(await stateOf(letter)).toBe('confirmed');
  });

  it('of two officers is let through by an administrator to the officer, who is asked', async () => {
    const letter = await opened();
    await world.put(caseStore(world.table).save({ caseNo: 'V-99', officerId: colleague.userId }, undefined));
    const mail = await taken(unsigned(`Sv: ${letter.caseNo} och V-99`), post);
    expect(mail).toMatchObject({ state: 'quarantined', owner: 'administrator' });
    expect((await release(mail.id, administrator)).status).toBe(200);
    await takeAll(world);
    expect(await mailOf(world, mail.id)).toMatchObject({
      state: 'asked',
      because: 'mail-of-other-case',
      caseNo: letter.caseNo,
      owner: `officer:${officer.userId}`,
    });
    expect(await stateOf(letter)).toBe('placed');
  });
});
