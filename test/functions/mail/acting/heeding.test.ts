import { beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '../../../../functions/mail/mail.ts';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { draftStore } from '../../../../functions/months/drafting/draft-store.ts';
import { instantAt } from '../../../../shared/domain/local-time.ts';
import { tokensIn } from '../../../../shared/domain/reply-token.ts';
import { identityStore } from '../../../../shared/stores/identity-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { replyStore } from '../../../../shared/stores/reply-store.ts';
import { aMail, arrives, replyAddressOf, signedAnew, signingDomain } from '../../../support/a-mail.ts';
import { aReport } from '../../../support/a-report.ts';
import {
  administrator,
  aWorld,
  coordinator,
  manager,
  officer,
  providers,
  type World,
} from '../../../support/a-world.ts';

let world: World;
let orderId: string;
let to: string;
const from = 'p1@utforare.example';

beforeEach(async () => {
  world = await aWorld({ date: '2026-11-02', clock: '09:00' });
  world.records.push(signingDomain('utforare.example'));
  // The domain is one provider's alone.
  const other = await providerStore(world.table).find('P2');
  await world.put(providerStore(world.table).save({ ...providers.P2, email: 'p2@annan.example' }, other));
  await world.takeIn('A-1');
  const services = ['OMV', 'INK'].map((code) => ({ code, minutesPerMonth: 300 }));
  const customer = { name: 'Maj Provsson', personnummer: '191212121212', phone: '070-174 06 05' };
  const body = { caseNo: 'A-1', providerId: 'P1', services, customer };
  orderId = (await world.call('placeOrder', officer, { body })).body.id;
  await world.tick();
  const letter = (await world.letters()).find((one) => one.to === from);
  to = await replyAddressOf(world, letter?.id ?? '');
});

async function says(text: string, given: { to?: string; from?: string; subject?: string } = {}): Promise<Mail> {
  const mail = { from, to, text, ...given };
  const id = await arrives(world, await aMail(mail), { to: mail.to });
  await world.tick();
  await world.tick();
  const stored = await mailStore(world.table).find(id);
  if (!stored) throw new Error('the mail is lost');
  return stored.entity;
}
const order = async () => (await world.call('getOrder', officer, { path: { orderId } })).body;
const answers = async () =>
  (await world.letters())
    .filter(({ text }) => /ert mejl/i.test(text) || /mejl/i.test(text))
    .filter(({ subject }) => /mejl|kunde inte göras/i.test(subject));

/** All that the table holds, but what is sealed. */
const everything = async () =>
  JSON.stringify((await Promise.all(['MAIL#in-mejl', 'x'].map((pk) => world.table.query({ pk })))).flat());

describe('whose word it is', () => {
  it('the person’s, whose address it is from', async () => {
    const member = await membershipStore(world.table).find('K1', 'provider');
    if (!member) throw new Error('nobody');
    await says('JA', { from: member.entity.email ?? '' });
    expect(await order()).toMatchObject({ confirmed: { by: 'K1' } });
    expect(await world.journal('A-1')).toContain('order-confirmed L-12 K1');
  });
});

describe('once', () => {
  it('said again, it is answered so and nobody is asked', async () => {
    await says('JA');
    expect(await says('Ja, vi bekräftar')).toMatchObject({ state: 'acted', done: [] });
    expect((await answers()).at(-1)?.text).toContain('redan gjort');
  });
  it('another day of the first visit is the officer’s', async () => {
    await says('START 2026-11-02');
    await world.passTo('2026-11-03', '10:00');
    expect(await says('START 2026-11-03')).toMatchObject({ state: 'asked' });
    expect(await order()).toMatchObject({ started: { on: '2026-11-02' } });
  });
  it('the same mail acts once through any envelope', async () => {
    const raw = await aMail({ from, to, text: 'JA' });
    const ids = [await arrives(world, raw, { to }), await arrives(world, raw, { to })];
    await world.tick();
    const states = await Promise.all(ids.map(async (id) => (await mailStore(world.table).find(id))?.entity.state));
    expect(states.sort()).toEqual(['acted', 'repeated']);
  });
});

describe('a day to come is the officer’s', () => {
  it.each(['START 2027-11-02', 'Ja, vi kan börja 2027-01-04', 'JA\r\nSTART 2027-01-02'])('%s', async (text) => {
    expect(await says(text)).toMatchObject({ state: 'asked', because: 'start-far', owner: 'officer:O1' });
    expect(await order()).toMatchObject({ state: 'placed' });
    expect((await answers()).at(-1)?.text).toContain('för långt fram');
  });
});

describe('a day after the one by which help was to begin', () => {
  /** The same said by mail and in the portal, each of an order of its own. */
  const inPortal = async (key: 'confirmOrder' | 'startOrder', body: object) => {
    await world.takeIn('A-2');
    const services = [{ code: 'OMV', minutesPerMonth: 300 }];
    const asked = { caseNo: 'A-2', providerId: 'P1', services, customer: { name: 'Elsa Provgren' } };
    const { id } = (await world.call('placeOrder', officer, { body: asked })).body;
    return async () => {
      const answer = await world.call(key, coordinator, { path: { orderId: id }, body });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return (await world.call('getOrder', officer, { path: { orderId: id } })).body;
    };
  };
  type Shown = { state: string; deadlines: { code: string; state: string }[]; next: string[]; [key: string]: unknown };
  const alike = ({ state, deadlines, next, confirmed, started }: Shown) => ({
    ...{ state, next },
    ...{
      confirmed: { ...(confirmed as object), by: '', at: '' },
      started: started && { ...(started as object), by: '', at: '' },
    },
    waits: deadlines.map((one) => `${one.code} ${one.state}`).sort(),
  });
  const late = 'Det ni har skrivit är senare än så, och handläggaren ser det';

  it.each(['Ja, vi kan börja 2026-11-10', 'START 2026-11-10'])(
    'is confirmed as in the portal, and told: %s',
    async (text) => {
      const confirm = await inPortal('confirmOrder', { canStartAt: '2026-11-10T07:00:00+01:00' });
      expect(await says(text)).toMatchObject({ state: 'acted', done: ['confirm'] });
      expect(alike(await order())).toEqual(alike(await confirm()));
      const { text: told } = (await answers()).at(-1) ?? {};
      expect(told).toContain('Hjälpen skulle börja senast tis 3 nov 2026 09:00');
      expect(told).toContain(late);
    },
  );
  it('is a first visit that is marked as late, as in the portal, and told', async () => {
    const start = await inPortal('startOrder', { startedOn: '2026-11-05' });
    await world.passTo('2026-11-05', '10:00');
    expect(await says('START 2026-11-05')).toMatchObject({ state: 'acted', done: ['start'] });
    expect(await order()).toMatchObject({ started: { late: true } });
    expect(alike(await order())).toEqual(alike(await start()));
    expect((await answers()).at(-1)?.text).toContain(late);
  });
  it.each(['JA', 'Ja, vi kan börja 2026-11-03', 'START 2026-11-02'])(
    'and nothing is told of it in time: %s',
    async (text) => {
      expect(await says(text)).toMatchObject({ state: 'acted' });
      expect((await answers()).at(-1)?.text).not.toContain('skulle börja');
    },
  );
});

describe('a file beside the words', () => {
  const sends = async (filename: string, contentType: string) => {
    const attachments = [{ filename, contentType, content: 'Men inte onsdagar' }];
    const id = await arrives(world, await aMail({ from, to, text: 'JA', attachments }), { to });
    await world.tick();
    return (await mailStore(world.table).find(id))?.entity;
  };
  it.each([
    ['villkor.pdf', 'application/pdf'],
    ['villkor.txt', 'text/plain'],
  ])('is read by a person before anything is done: %s', async (filename, type) => {
    expect(await sends(filename, type)).toMatchObject({ state: 'asked', because: 'files-beside' });
    expect(await order()).toMatchObject({ state: 'placed' });
  });
  const task = async (mailId: string) =>
    (await world.table.query({ pk: `MAIL#${mailId}`, from: 'DEADLINE#', to: 'DEADLINE#~' })).items.length;
  it('acts where it is a picture, which the officer is asked to look at', async () => {
    const mail = await sends('bild.jpg', 'image/jpeg');
    expect(mail).toMatchObject({ state: 'asked', because: 'picture-beside', done: ['confirm'], owner: 'officer:O1' });
    expect(await order()).toMatchObject({ state: 'confirmed' });
    expect(await task(mail?.id ?? '')).toBe(1);
    const path = { mailId: mail?.id ?? '' };
    expect((await world.call('handleMail', officer, { path, body: { note: 'Inget av vikt.' } })).status).toBe(200);
    // The same again says nothing new, but its picture may.
    expect(await sends('bild2.jpg', 'image/jpeg')).toMatchObject({
      state: 'asked',
      because: 'picture-beside',
      done: [],
    });
  });

  const raw = (type: string, parts: readonly string[]) =>
    aMail({ from, to, text: 'JA', signedBy: false }).then((mail) => {
      const head = mail
        .toString()
        .split('\r\n\r\n')[0]
        ?.replace(/\r\nContent-(?:Type|Transfer-Encoding):.*/g, '');
      return signedAnew(
        `${head}\r\nContent-Type: ${type}; boundary=b\r\n\r\n--b\r\n${parts.join('\r\n--b\r\n')}\r\n--b--\r\n`,
      );
    });
  const yes = 'Content-Type: text/plain\r\n\r\nJA';
  const comesAs = async (type: string, parts: readonly string[]) => {
    const id = await arrives(world, await raw(type, parts), { to });
    await world.tick();
    return (await mailStore(world.table).find(id))?.entity;
  };
  it.each(
    ['enriched', 'markdown', 'rtf', 'calendar', 'richtext', 'x-amp-html', 'xml'].flatMap((kind) =>
      ['mixed', 'alternative'].map((how) => [kind, how] as const),
    ),
  )('that is no file and no words of a reader’s is asked about: text/%s, %s', async (kind, how) => {
    const part = `Content-Type: text/${kind}\r\n\r\nmen inte onsdagar`;
    expect(await comesAs(`multipart/${how}`, [yes, part])).toMatchObject({ state: 'asked', because: 'parts-unread' });
    expect(await order()).toMatchObject({ state: 'placed' });
  });
  it('is the mark beneath a name where the mail’s own HTML shows it', async () => {
    const html = 'Content-Type: text/html\r\n\r\nJA<img src="cid:logo@x">';
    const logo =
      'Content-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Disposition: inline; filename=l.png\r\n\r\nx';
    expect(await comesAs('multipart/related', [html, logo])).toMatchObject({ state: 'acted' });
  });
  it.each([
    'Content-Disposition: inline; filename=bild.jpg',
    'Content-ID: <logo@x>\r\nContent-Disposition: attachment; filename=bild.jpg',
  ])('is looked at where it does not, or where it was sent as a file: %s', async (head) => {
    const picture = `Content-Type: image/jpeg\r\n${head}\r\n\r\nx`;
    expect(await comesAs('multipart/mixed', [yes, picture])).toMatchObject({ because: 'picture-beside' });
  });

  it.each([
    '<s>JA</s>',
    '<p>JA</p><p style="display:none">men inte onsdagar</p>',
    '<p>JA <del>men inte onsdagar</del></p>',
  ])('neither are words that are not seen, or are taken back: %s', async (html) => {
    const id = await arrives(world, await aMail({ from, to, html }), { to });
    await world.tick();
    expect((await mailStore(world.table).find(id))?.entity).toMatchObject({ state: 'asked', because: 'unseen-words' });
    expect(await order()).toMatchObject({ state: 'placed' });
  });
});

describe('the month’s files in a reply to an order’s letter', () => {
  const own = aReport({ 'A-1': [[2, 60]] });
  const report = { filename: 'tid.csv', content: own.report.text };
  const form = { filename: 'avvikelser.csv', content: own.deviations.text };
  type Attached = { filename: string; content: string; contentType?: string };
  async function sends(text: string, attachments: readonly Attached[] = [report, form]): Promise<Mail> {
    const id = await arrives(world, await aMail({ from, to, text, attachments }), { to });
    await world.tick();
    await world.tick();
    const stored = await mailStore(world.table).find(id);
    if (!stored) throw new Error('the mail is lost');
    return stored.entity;
  }
  const draft = async () => (await draftStore(world.table).find('2026-10', 'P1'))?.entity;
  const beside = 'JA\r\n\r\nHär är också månadens filer';
  beforeEach(() => world.register({ caseNo: 'A-7', minutes: 300 }));

  it('are taken, and the order is confirmed, each once; the answer says both', async () => {
    expect(await sends(beside)).toMatchObject({ state: 'acted', done: ['confirm', 'month'], month: '2026-10' });
    expect(await order()).toMatchObject({ state: 'confirmed' });
    expect(await draft()).toMatchObject({ state: 'waiting', time: 1 });
    expect((await answers()).at(-1)?.text).toContain('ni har bekräftat, månadens filer har kommit in');
    const receipts = (await world.letters()).filter(({ subject }) => /redovisning/.test(subject));
    expect(receipts.map((one) => one.to)).toContain(from);
    expect(await world.monthJournal('2026-10', 'P1')).toHaveLength(1);
  });

  it('with two things said, each in a commit of its own, and the files with the last', async () => {
    expect(await sends('JA\r\nSTART 2026-11-02\r\nBifogar månadens filer.')).toMatchObject({
      state: 'acted',
      done: ['confirm', 'start', 'month'],
    });
    expect(await order()).toMatchObject({ state: 'started' });
    expect(await draft()).toMatchObject({ time: 1 });
  });

  it('are taken where the order’s own rules say no, which is asked about', async () => {
    expect(await sends('NEJ, FULLT\r\n\r\nHär är också månadens filer')).toMatchObject({
      ...{ state: 'asked', because: 'rejection-without-ceiling', done: ['month'], owner: 'officer:O1' },
    });
    expect(await draft()).toMatchObject({ state: 'waiting' });
    expect(await order()).toMatchObject({ state: 'placed' });
  });

  it('that cannot be taken are a person’s, and the order is confirmed', async () => {
    const text = own.report.text.replaceAll('2026-10', '2026-12');
    expect(await sends(beside, [{ filename: 'tid.csv', content: text }])).toMatchObject({
      ...{ state: 'asked', because: 'month-not-ended', done: ['confirm'], owner: 'officer:O1' },
    });
    expect(await order()).toMatchObject({ state: 'confirmed' });
    const { items } = (await world.call('listTasks', officer, { query: {} })).body;
    expect(items.filter(({ code }: { code: string }) => code === 'D48')).toHaveLength(1);
  });

  it('are taken where the words cannot be understood, and the officer reads those', async () => {
    expect(await sends('JA, men inte onsdagar\r\n\r\nHär är också månadens filer')).toMatchObject({
      ...{ state: 'asked', because: 'asked-beside-files', done: ['month'], owner: 'officer:O1' },
      text: expect.stringContaining('men inte onsdagar'),
    });
    expect(await order()).toMatchObject({ state: 'placed' });
    const receipt = (await world.letters()).find((one) => one.to === from && /redovisning/.test(one.subject));
    expect(receipt?.text).toContain('En person läser vad ni har skrivit');
  });

  it('with another file beside them, which may qualify what is said, do nothing to the order', async () => {
    const other = { filename: 'villkor.txt', content: 'Men inte onsdagar', contentType: 'text/plain' };
    expect(await sends(beside, [report, form, other])).toMatchObject({ state: 'asked', done: ['month'] });
    expect(await order()).toMatchObject({ state: 'placed' });
  });

  it('are said in one answer where the address has been answered twice already', async () => {
    for (const n of [1, 2]) await says(`Fråga ${n}?`);
    await sends(beside);
    expect(await answers()).toHaveLength(3);
    expect((await answers()).at(-1)?.text).toContain('månadens filer har kommit in');
    const receipts = (await world.letters()).filter(({ subject }) => /redovisning/.test(subject));
    expect(receipts.map((one) => one.to)).not.toContain(from);
  });

  it('are laid once when it is cut off between what it says and the files', async () => {
    const raw = await aMail({ from, to, text: `START 2026-11-02\r\n${beside}`, attachments: [report, form] });
    const id = await arrives(world, raw, { to });
    const { commit } = world.table;
    let commits = 0;
    const cut = Object.assign(Object.create(world.table), {
      commit: (changes: Parameters<typeof commit>[0]) => {
        commits += 1;
        if (commits === 2) throw new Error('cut off');
        return world.table.commit(changes);
      },
    });
    const take = world.machine.ways.find(({ key }) => key === 'takeMail');
    if (take?.entry.kind !== 'job') throw new Error('no job');
    await take.entry.run(world.clock.now(), { ...world.deps, table: cut, log: { error: () => {} } });
    expect((await mailStore(world.table).find(id))?.entity).toMatchObject({ state: 'waiting', done: ['confirm'] });
    expect(await draft()).toBeUndefined();
    await world.tick();
    expect((await mailStore(world.table).find(id))?.entity.done).toEqual(['confirm', 'start', 'month']);
    expect(await draft()).toMatchObject({ time: 1 });
  });
});

describe('one act of each kind by one letter', () => {
  it('said again of a letter that has been used for it, it is the officer’s', async () => {
    const [token = ''] = tokensIn([to]);
    const stored = await replyStore(world.table).behind(token);
    if (!stored) throw new Error('the letter has no reply address');
    await world.put(replyStore(world.table).save(token, { ...stored.entity, used: ['confirm'] }, stored));
    expect(await says('JA')).toMatchObject({ state: 'asked', because: 'already-said' });
    expect(await order()).toMatchObject({ state: 'placed' });
  });
  it('what has been done is kept with the letter', async () => {
    await says('JA');
    expect((await replyStore(world.table).behind(tokensIn([to])[0] ?? ''))?.entity.used).toEqual(['confirm']);
  });
});

describe('without the letter’s reply address', () => {
  it('acts on the provider’s one open order in the case that it names', async () => {
    expect(await says('JA', { to: 'utfort@kommun.example', subject: 'Ärende A-1' })).toMatchObject({
      state: 'acted',
      orderId,
      caseNo: 'A-1',
    });
    expect(await order()).toMatchObject({ state: 'confirmed' });
  });
  it.each([
    ['no case', 'Hej'],
    ['an unknown case', 'Ärende A-9'],
    ['a case where it has nothing', 'Ärende A-2'],
  ])('is asked about with %s', async (_, subject) => {
    expect(await says('JA', { to: 'utfort@kommun.example', subject })).toMatchObject({
      state: 'asked',
      because: 'about-nothing',
      owner: 'administrator',
    });
    expect(await order()).toMatchObject({ state: 'placed' });
  });
});

describe('a no', () => {
  it('for want of room, of one with a ceiling', async () => {
    await world.call('declareCeiling', administrator, { path: { providerId: 'P1' }, body: { value: 1_000_000 } });
    expect(await says('NEJ, FULLT')).toMatchObject({ state: 'acted', done: ['reject'] });
    expect(await order()).toMatchObject({ state: 'rejected' });
  });
  it.each([
    ['for want of room, of one without', 'NEJ, FULLT'],
    ['of another kind', 'Nej, det är för långt bort'],
  ])('%s is the officer’s task, and is told kindly (A58)', async (_, text) => {
    expect(await says(text)).toMatchObject({
      state: 'asked',
      because: 'rejection-without-ceiling',
      owner: 'officer:O1',
      text,
    });
    expect(await order()).toMatchObject({ state: 'placed' });
    expect((await answers()).at(-1)).toMatchObject({ subject: 'Det ni skrev kunde inte göras' });
    const { items } = (await world.call('listTasks', officer, { query: {} })).body;
    expect(items).toContainEqual(expect.objectContaining({ code: 'D48' }));
  });
});

describe('what reads as a person is hidden', () => {
  it.each([
    ['JA för Maj Provsson', 'JA för •••'],
    ['JA 19121212-1212', 'JA •••'],
    ['JA, Provssons', 'JA, •••'],
    ['JA 070-174 06 05', 'JA •••'],
  ])('%j is acted on all the same', async (text, shown) => {
    const mail = await says(text, { subject: 'Sv: Maj Provsson' });
    expect(mail).toMatchObject({ state: 'acted', done: ['confirm'], text: shown, subject: 'Sv: •••', masked: true });
    expect((await answers()).at(-1)?.text).toContain('Skriv inga namn eller personnummer');
  });
  it('a reason keeps none of it', async () => {
    expect(await says('EJ UTFÖRT INK Maj handlar själv')).toMatchObject({
      state: 'acted',
      acts: [{ services: [{ code: 'INK', reason: '••• handlar själv' }] }],
    });
    expect(await order()).toMatchObject({ notExecuted: [{ code: 'INK', reason: '••• handlar själv' }] });
  });
  it('a month is no name', async () => {
    await world.passTo('2026-11-03', '09:00');
    expect(
      await says('START 3 november\r\n\r\nMvh\r\nMaj Andersson', { from: `Maj Andersson <${from}>` }),
    ).toMatchObject({ state: 'acted', done: ['start'] });
    expect((await answers()).at(-1)?.text).not.toContain('Skriv inga namn');
  });
  it('in a mail that is stopped too', async () => {
    const id = await arrives(world, await aMail({ from, to, text: 'JA för Maj Provsson', signedBy: false }), { to });
    await world.tick();
    const mail = (await mailStore(world.table).find(id))?.entity;
    expect(mail).toMatchObject({ state: 'quarantined', text: 'JA för •••', masked: true });
    expect(JSON.stringify(mail)).not.toMatch(/Provsson|1212/);
    expect(await everything()).not.toMatch(/Provsson/);
  });
});

describe('an answer', () => {
  it('goes at most three times an hour to an address', async () => {
    for (let n = 0; n < 5; n++) await says(`Fråga ${n}?`);
    expect(await answers()).toHaveLength(3);
    await world.passTo('2026-11-02', '10:05');
    await says('En fråga till?');
    expect(await answers()).toHaveLength(4);
  });
  it('goes to the provider’s own address where that of a colleague is not registered', async () => {
    expect(await says('JA', { from: 'ny@utforare.example' })).toMatchObject({
      state: expect.stringMatching(/acted|quarantined/),
    });
    expect((await world.letters()).map((one) => one.to)).not.toContain('ny@utforare.example');
  });
  it('about somebody protected is never mailed, and what was said is done', async () => {
    const changes = await identityStore(world.table, world.deps.identityKeys).seal(
      'A-1',
      { name: 'Maj Provsson', protected: true },
      instantAt('2026-11-02', '09:00'),
    );
    await world.put(...changes);
    const before = (await world.letters()).filter((one) => one.to === from).length;
    expect(await says('JA')).toMatchObject({ state: 'acted' });
    expect((await world.letters()).filter((one) => one.to === from)).toHaveLength(before);
    const inbox = (await world.call('listMessages', coordinator, { query: {} })).body.items;
    expect(inbox.length).toBeGreaterThan(0);
  });
  it('is never given to a mail that a machine wrote', async () => {
    const raw = await aMail({ from, to, text: 'JA', headers: { 'Auto-Submitted': 'auto-replied' } });
    const id = await arrives(world, raw, { to });
    await world.tick();
    expect((await mailStore(world.table).find(id))?.entity.state).toBe('noted');
    expect(await answers()).toEqual([]);
  });
});

it('goes on where it was cut off between two acts', async () => {
  const raw = await aMail({ from, to, text: 'JA\r\nSTART 2026-11-02' });
  const id = await arrives(world, raw, { to });
  const { commit } = world.table;
  let commits = 0;
  const cut = Object.assign(Object.create(world.table), {
    commit: (changes: Parameters<typeof commit>[0]) => {
      commits += 1;
      if (commits === 2) throw new Error('cut off');
      return world.table.commit(changes);
    },
  });
  const take = world.machine.ways.find(({ key }) => key === 'takeMail');
  if (take?.entry.kind !== 'job') throw new Error('no job');
  await take.entry.run(world.clock.now(), { ...world.deps, table: cut, log: { error: () => {} } });
  expect((await mailStore(world.table).find(id))?.entity).toMatchObject({ state: 'waiting', done: ['confirm'] });
  await world.tick();
  expect((await mailStore(world.table).find(id))?.entity).toMatchObject({ state: 'acted', done: ['confirm', 'start'] });
  expect(await order()).toMatchObject({ state: 'started' });
});

it('is read by the provider’s own people among the case’s papers', async () => {
  await says('JA');
  const { items } = (await world.call('listCaseDocuments', manager, { path: { caseNo: 'A-1' } })).body;
  expect(items).toMatchObject([{ kind: 'MESSAGE' }]);
});

it('a JA to a question about a month confirms no order: its officer reads it, and the answer says how to answer (N17)', async () => {
  const [token = ''] = tokensIn([to]);
  const stored = await replyStore(world.table).behind(token);
  if (!stored) throw new Error('the letter has no reply address');
  const ofQuestion = { ...stored.entity, kind: 'N17', orderId: undefined, month: '2026-10' } as const;
  await world.put(replyStore(world.table).save(token, ofQuestion, stored));
  const mail = await says('JA');
  expect(mail).toMatchObject({ state: 'asked', because: 'question-answered', owner: 'officer:O1', caseNo: 'A-1' });
  expect((await order()).confirmed).toBeUndefined();
  await world.tick();
  const answer = (await world.letters()).find(({ text }) => text.includes('Svara på frågan i systemet'));
  expect(answer?.text).toContain('https://utfort.example/#/manad/2026-10');
  expect(answer?.text).toContain('svara på mejlet med månadens filer');
  expect(answer?.text).not.toContain('vi bekräftar');
});

describe('the answer says what was understood, what is missing, and what is still open', () => {
  const [yes, start, full, left] = ['[ ] JA', '[ ] START', '[ ] NEJ, FULLT', '[ ] EJ UTFÖRT'];
  const answer = async () => (await answers()).at(-1)?.text ?? '';
  const offered = async () => {
    const text = await answer();
    return [yes, start, full, left].filter((row) => text.includes(row));
  };

  it.each([
    ['Vi börjar på måndag', 'day-missing', 'Skriv datumet så här: START 2026-11-03.'],
    [
      'EJ UTFÖRT INK',
      'why-missing',
      'EJ UTFÖRT INK kunden har en egen lösning. Kod är insatsens kod, så som den står i beställningen',
    ],
    ['Vilken tid gäller?', 'question', 'Handläggaren svarar er'],
    ['JA\n\nNEJ, FULLT', 'two-answers', 'inte går ihop'],
    ['JA\n> men inte onsdagar', 'words-in-quote', 'bland de citerade raderna'],
    ['Återkommer', 'not-understood', 'mer än de få ord'],
    ['Hej', 'nothing-said', 'inget besked'],
  ])('%j', async (text, because, words) => {
    expect(await says(text)).toMatchObject({ state: 'asked', because });
    expect(await answer()).toContain('Inget har gjorts eller ändrats.');
    expect(await answer()).toContain(words);
    // Of one without a ceiling it is not asked whether it is full.
    expect(await offered()).toEqual([yes, start, left]);
  });

  it('offers no yes once it is said, and no start once the help has begun', async () => {
    await says('JA');
    await says('Återkommer');
    expect(await offered()).toEqual([start, left]);
    // Of more than three in an hour no more is answered.
    await world.passTo('2026-11-02', '11:00');
    await says('START 2026-11-02');
    await says('Vi hör av oss');
    expect(await offered()).toEqual([left]);
  });

  it('offers nothing to a mail about no order', async () => {
    for (const text of ['JA', 'Återkommer']) {
      await says(text, { to: 'utfort@kommun.example', subject: 'Hej' });
      expect(await offered()).toEqual([]);
    }
  });

  it('tells one without a ceiling why it cannot say that it is full, and of another no something else', async () => {
    expect(await says('NEJ, FULLT')).toMatchObject({ state: 'asked', because: 'rejection-without-ceiling' });
    expect(await answer()).toContain(
      'Ni har inte anmält något tak hos kommunen; därför kan beställningen inte avböjas',
    );
    await says('NEJ, vi saknar personal med delegering');
    expect(await answer()).toContain('Ni kan tacka nej bara när ni har fullt.');
  });

  it('lists what the codes are where one is not ordered', async () => {
    expect(await says('EJ UTFÖRT TVA kunden tvättar själv')).toMatchObject({ state: 'asked' });
    expect(await answer()).toMatch(/Kod är insatsens kod, så som/);
  });
});
