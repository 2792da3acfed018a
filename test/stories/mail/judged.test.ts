import { beforeAll, describe, expect, it } from 'vitest';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { signed } from './harness/dkim.ts';
import {
  comes,
  type MailWorld,
  mailOf,
  mailWorld,
  type OpenLetter,
  openOrder,
  standing,
  takeAll,
} from './harness/mail-world.ts';
import { written } from './harness/written.ts';

let world: MailWorld;
const reply = (letter: OpenLetter, body = 'JA') =>
  signed(written({ from: letter.address, to: letter.replyTo, body }), {
    domain: 'enskild.example',
    key: world.keys.own,
  });

beforeAll(async () => {
  world = await mailWorld();
});

describe('a sender whose DNS is silent', () => {
  it('is asked again, less and less often, and acts when it answers', async () => {
    const letter = await openOrder(world, 'T-1', 'P3');
    const { resolve } = world.deps.dns;
    let asked = 0;
    Object.assign(world.deps.dns, {
      resolve: (name: string, type: string) => {
        if (!name.endsWith('enskild.example')) return resolve(name, type);
        asked += 1;
        return Promise.reject(Object.assign(new Error('silent'), { code: 'ESERVFAIL' }));
      },
    });
    const mailId = await comes(world, { raw: reply(letter), to: letter.replyTo });
    await takeAll(world);
    expect(await mailOf(world, mailId)).toMatchObject({
      state: 'waiting',
      times: 1,
      wakesAt: '2026-11-02T08:05:00.000Z',
    });
    await world.passTo('2026-11-02', '12:00');
    const before = asked;
    expect((await mailOf(world, mailId)).times).toBe(6);
    Object.assign(world.deps.dns, { resolve });
    await world.passTo('2026-11-02', '13:00');
    expect(await mailOf(world, mailId)).toMatchObject({ state: 'acted', done: ['confirm'] });
    expect(before).toBeGreaterThan(0);
  });

  it('is for a person after a day', async () => {
    const letter = await openOrder(world, 'T-2', 'P3');
    const { resolve } = world.deps.dns;
    Object.assign(world.deps.dns, {
      resolve: () => Promise.reject(Object.assign(new Error('silent'), { code: 'ETIMEOUT' })),
    });
    const mailId = await comes(world, { raw: reply(letter), to: letter.replyTo });
    await world.passTo('2026-11-03', '12:30');
    expect((await mailOf(world, mailId)).state).toBe('waiting');
    await world.passTo('2026-11-03', '14:30');
    Object.assign(world.deps.dns, { resolve });
    const mail = await mailOf(world, mailId);
    expect(mail).toMatchObject({ state: 'quarantined', stopped: 'dns-silent', file: { bucket: 'documents' } });
    expect(mail.times).toBeLessThan(32);
  });
});

describe('a mail and what its scan says, in either order', () => {
  const tell = (news: object) => world.machine.tell('mail-in', news);
  const laid = (documentId: string, to: string) => ({
    documentId,
    envelope: { from: 'kontor@enskild.example', to: [to], arrivedAt: new Date().toISOString() },
  });
  let letter: OpenLetter;
  const lay = async (mailId: string) => {
    letter = await openOrder(world, `O-${mailId}`, 'P3');
    await world.deps.documents.put('incoming', mailId, reply(letter), 'message/rfc822');
    return laid(mailId, letter.replyTo);
  };

  it('acts when both are there', async () => {
    for (const [mailId, isScanFirst] of [
      ['in-skannad', true],
      ['in-lagd', false],
    ] as const) {
      const news = [
        { mailId, laid: await lay(mailId) },
        { mailId, scan: 'CLEAN' },
      ];
      for (const one of isScanFirst ? news.reverse() : news) {
        await tell(one);
        await takeAll(world);
      }
      expect(await mailOf(world, mailId)).toMatchObject({ state: 'acted' });
      // Told again, late: nothing more is done.
      for (const one of news) await tell(one);
      await takeAll(world);
      expect(await mailOf(world, mailId)).toMatchObject({ state: 'acted' });
    }
  });

  it.each([
    ['in-ensam', 'not-scanned'],
    ['in-okand', 'no-envelope'],
  ] as const)('%s: one alone for an hour is a task of the administrator’s', async (mailId, why) => {
    const news = await lay(mailId);
    await tell(why === 'not-scanned' ? { mailId, laid: news } : { mailId, scan: 'CLEAN' });
    await takeAll(world);
    expect((await mailOf(world, mailId)).state).toBe('arriving');
    await world.machine.moveTo(new Date(Date.parse(world.clock.now()) + 3_660_000).toISOString());
    expect(await mailOf(world, mailId)).toMatchObject({ state: 'quarantined', stopped: why });
    // What is heard late is written down, and a person decides.
    await tell(why === 'not-scanned' ? { mailId, scan: 'CLEAN' } : { mailId, laid: news });
    expect(await mailOf(world, mailId)).toMatchObject({
      state: 'quarantined',
      scan: 'CLEAN',
      laidAs: mailId,
      file: { bytes: expect.any(Number) },
    });
  });

  it('what is infected is read by nobody', async () => {
    const mailId = 'in-smittad';
    await tell({ mailId, laid: await lay(mailId), scan: 'INFECTED' });
    await takeAll(world);
    const mail = await mailOf(world, mailId);
    expect(mail).toMatchObject({ state: 'quarantined', stopped: 'infected', laidAs: mailId });
    expect(mail.text).toBeUndefined();
    expect(await world.deps.documents.find('incoming', mailId)).toBeDefined();
  });
});

describe('a report that a letter could not be delivered', () => {
  const report = (letterId: string, recipient: string) =>
    written({
      from: 'MAILER-DAEMON@post.example',
      to: 'utfort@kommun.example',
      subject: 'Undelivered Mail Returned to Sender',
      type: 'multipart/report; report-type=delivery-status; boundary="b"',
      body: `--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ${recipient}\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: text/rfc822-headers\n\nX-Utfort-Letter: ${letterId}\n--b--`,
    });
  const stateOf = async (letterId: string) => (await letterStore(world.table).find(letterId))?.entity.state;

  it('is looked at by an administrator once, and takes nothing back: anybody can write one', async () => {
    const letter = await openOrder(world, 'T-3', 'P3');
    const before = await standing(world, [letter]);
    const ours = 'utfort@kommun.example';
    for (const [letterId, recipient, more, is] of [
      [letter.letterId, 'x@annan.example', {}, 'noted'],
      ['brev-999', letter.address, {}, 'noted'],
      [letter.letterId, letter.address, { from: 'x@annan.example' }, 'noted'],
      [letter.letterId, letter.address, { to: letter.replyTo }, 'noted'],
      [letter.letterId, letter.address.toUpperCase(), {}, 'asked'],
      [letter.letterId, letter.address, {}, 'noted'],
    ] as const) {
      const mailId = await comes(world, { raw: report(letterId, recipient), to: ours, from: '', ...more });
      await takeAll(world);
      const mail = await mailOf(world, mailId);
      expect(mail.state).toBe(is);
      if (is === 'asked') {
        expect(mail).toMatchObject({ because: 'letter-reported-back', owner: 'administrator' });
        expect(mail.caseNo).toBeUndefined();
      }
      expect(await stateOf(letter.letterId)).toBe('sent');
    }
    expect((await world.journal('T-3')).filter((row) => row.startsWith('letter-reported-back'))).toHaveLength(1);
    expect(await standing(world, [letter], ['letter-reported-back'])).toBe(before);
  });

  it('is nothing about a letter that has arrived', async () => {
    const letter = await openOrder(world, 'T-4', 'P3');
    await world.machine.tell('ses-delivery', { letterId: letter.letterId, fate: 'delivered' });
    expect(await stateOf(letter.letterId)).toBe('delivered');
    const raw = report(letter.letterId, letter.address);
    const mailId = await comes(world, { raw, to: 'utfort@kommun.example', from: '' });
    await takeAll(world);
    expect((await mailOf(world, mailId)).state).toBe('noted');
    expect(await stateOf(letter.letterId)).toBe('delivered');
  });
});
