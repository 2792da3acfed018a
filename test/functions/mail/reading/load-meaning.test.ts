import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { aMail, arrives, replyAddressOf, signingDomain } from '../../../support/a-mail.ts';
import { aWorld, officer, type World } from '../../../support/a-world.ts';

let world: World;
let to: string;
const from = 'p1@utforare.example';

beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  world.records.push(signingDomain('utforare.example'));
  await world.takeIn('A-1');
  const services = [{ code: 'OMV', minutesPerMonth: 300 }];
  const body = { caseNo: 'A-1', providerId: 'P1', services, customer: { name: 'Maj Provsson' } };
  await world.call('placeOrder', officer, { body });
  await world.tick();
  to = await replyAddressOf(world, (await world.letters()).find((one) => one.to === from)?.id ?? '');
});

async function comes(mail: { text: string; html: string; attachments?: Parameters<typeof aMail>[0]['attachments'] }) {
  const mailId = await arrives(world, await aMail({ from, to, ...mail }), { to });
  await world.tick();
  await world.tick();
  const stored = await mailStore(world.table).find(mailId);
  if (!stored) throw new Error('the mail is lost');
  return stored.entity;
}

describe('a mail of text and HTML', () => {
  it.each([
    ['the same', 'JA', '<div>JA</div>'],
    ['the same in other words', 'JA\n\nMvh\nAnna', '<p>Vi bekräftar</p><p>Mvh<br>Anna</p>'],
    ['nothing as text, which some programs write', ' ', '<p>JA</p>'],
  ])('acts where they say %s', async (_, text, html) => {
    expect(await comes({ text, html })).toMatchObject({ state: 'acted', done: ['confirm'] });
  });

  it.each([
    ['JA', '<p>JA, men inte onsdagar</p>'],
    ['JA', '<p>NEJ</p>'],
    ['JA', '<img src="https://utforare.example/nej.png">'],
    ['Se HTML', '<p>JA</p>'],
    ['START 2026-11-02', '<p>START 2026-11-01</p>'],
  ])('is asked about where they do not: %j, %j', async (text, html) => {
    const mail = await comes({ text, html });
    expect(mail).toMatchObject({ state: 'asked', because: 'two-readings', owner: 'officer:O1' });
    expect(mail.acts).toBeUndefined();
    const told = (await world.letters()).filter(({ subject }) => /mejl/i.test(subject));
    expect(told.length).toBeGreaterThan(0);
  });

  it('shows whoever decides both of them, and why', async () => {
    const mail = await comes({ text: 'JA för Maj Provsson', html: '<p>NEJ, Provsson <b>vill</b> inte</p>' });
    const { body } = await world.call('getMail', officer, { path: { mailId: mail.id } });
    expect(body).toMatchObject({ because: 'two-readings', isMasked: true });
    expect(body.why).toContain('säger inte samma sak');
    expect(body.text).toMatch(/JA för •••[\s\S]+andra sättet[\s\S]+NEJ, ••• vill inte/);
  });

  it('hands in no files by words that say two things', async () => {
    const content = 'Ärende;Datum\r\n';
    const attachments = [{ filename: 'rapport.csv', contentType: 'text/csv', content }];
    expect(
      await comes({ text: 'Tidsrapport oktober', html: '<p>Tidsrapport september</p>', attachments }),
    ).toMatchObject({ state: 'asked', because: 'two-readings' });
  });
});
