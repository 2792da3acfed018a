import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, expect, it } from 'vitest';
import { tokenIn } from '../../../shared/domain/reply-token.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { replyStore } from '../../../shared/stores/reply-store.ts';
import { administrator, officer } from '../../support/a-world.ts';
import { seeded } from '../../support/shaken-ports.ts';
import { amongQuoted } from './harness/beside.ts';
import { signed } from './harness/dkim.ts';
import type { Chance } from './harness/forged.ts';
import { type Letter, meanings, sent, shapes, ticked } from './harness/genuine.ts';
import { comes, type MailWorld, mailOf, mailWorld, takeAll } from './harness/mail-world.ts';

/** How many, and by which chance: `npm run genuine` has 500. */
const most = Number(process.env.GENUINE ?? 60);
const seed = Number(process.env.SEED ?? 1);
const atOnce = 100;

const senders = {
  P1: { address: 'p1@utforare.example', domain: 'utforare.example', key: 'own' },
  P3: { address: 'kontor@enskild.example', domain: 'enskild.example', key: 'own' },
  P4: { address: 'lilla.hjalpen@gmail.com', domain: 'gmail.com', key: 'house' },
  P5: { address: 'info@xn--sen-tla.example', domain: 'xn--sen-tla.example', key: 'own' },
} as const;
type ProviderId = keyof typeof senders;
const providerIds = Object.keys(senders) as ProviderId[];

type Open = { readonly orderId: string; readonly providerId: ProviderId; readonly letter: Letter };

let world: MailWorld;
const random = seeded(seed);
const by: Chance = {
  upTo: (n) => Math.floor(random() * n),
  pick: (of) => of[Math.floor(random() * of.length)] as (typeof of)[number],
};

beforeAll(async () => {
  world = await mailWorld();
  for (const providerId of providerIds)
    await world.call('declareCeiling', administrator, { path: { providerId }, body: { value: 1_000_000 } });
});

let cases = 0;

/** So many orders, each with the letter that may be answered as it left. */
async function opened(count: number): Promise<readonly Open[]> {
  const placed: { orderId: string; providerId: ProviderId }[] = [];
  const before = new Set((await world.letters()).map(({ id }) => id));
  for (let n = 0; n < count; n++) {
    cases += 1;
    const [caseNo, providerId] = [`G-${cases}`, providerIds[cases % providerIds.length] ?? 'P1'];
    await world.put(caseStore(world.table).save({ caseNo, officerId: officer.userId }, undefined));
    const services = ['OMV', 'INK'].map((code) => ({ code, minutesPerMonth: 300 }));
    const order = { caseNo, providerId, services, customer: { name: 'Karin Provberg' } };
    const { status, body } = await world.call('placeOrder', officer, { body: order });
    expect(status, JSON.stringify(body)).toBe(201);
    placed.push({ orderId: body.id, providerId });
  }
  await world.tick();
  await world.tick();
  const letterOf = new Map<string, Letter>();
  for (const { id } of (await world.letters()).filter((one) => !before.has(one.id))) {
    const eml = await PostalMime.parse(readFileSync(join(world.folder, 'mail', `${id}.eml`)));
    const from = eml.replyTo?.[0]?.address ?? '';
    const reply = await replyStore(world.table).behind(tokenIn([from]) ?? '');
    if (reply?.entity.orderId && reply.entity.kind !== 'M07')
      letterOf.set(reply.entity.orderId, { text: eml.text ?? '', subject: eml.subject ?? '', from });
  }
  return placed.map((one) => {
    const letter = letterOf.get(one.orderId);
    if (!letter) throw new Error(`no letter that may be answered has left of ${one.orderId}`);
    return { ...one, letter };
  });
}

const names = Object.keys(shapes);

/** A mail, and what it must come to. */
function written({ providerId, letter }: Open, n: number) {
  const shape = names[n % names.length] ?? '';
  const meaning = by.pick(Object.keys(meanings));
  const tick = by.upTo(4) === 0 ? ticked[meaning] : undefined;
  const isBelow = by.upTo(3) === 0;
  const words = tick ? by.pick(['', 'Hej!', 'Se svar nedan']) : by.pick(meanings[meaning]?.ways ?? []);
  const shown = tick ? { ...letter, text: letter.text.split('\n').map(tick).join('\n') } : letter;
  const isQuoted = shape !== 'nothing quoted';
  const body =
    shapes[tick && !isQuoted ? 'outlook, text' : shape]?.({ words, letter: shown, isBelow: !tick && isBelow, by }) ??
    {};
  const { address, domain, key } = senders[providerId];
  const subject = `Sv: ${letter.subject}`;
  const from = by.pick([address, address, `Omsorg <${address}>`, `"Andersson, Anna" <${address}>`]);
  const raw = signed(sent({ from, to: letter.from, subject, body, by }), { domain, key: world.keys[key] });
  return {
    raw,
    meaning,
    told: `${shape}, ${meaning}${tick ? ', ticked' : ''}${isBelow ? ', below' : ''}: ${JSON.stringify(words)}`,
  };
}

it(`all of ${most} genuine mails act, and none is refused`, { timeout: 900_000 }, async () => {
  const wrong: string[] = [];
  const counted = new Map<string, number>();
  for (let from = 0; from < most; from += atOnce) {
    const orders = await opened(Math.min(atOnce, most - from));
    const came: { mailId: string; meaning: string; told: string; providerId: string }[] = [];
    for (const [n, open] of orders.entries()) {
      const { raw, ...one } = written(open, from + n);
      const { address } = senders[open.providerId];
      came.push({
        ...one,
        providerId: open.providerId,
        mailId: await comes(world, { raw, to: open.letter.from, from: address }),
      });
    }
    await takeAll(world);
    for (const { mailId, meaning, told, providerId } of came) {
      const mail = await mailOf(world, mailId);
      counted.set(meaning, (counted.get(meaning) ?? 0) + 1);
      const isDone =
        mail.state === 'acted' &&
        JSON.stringify([...(mail.done ?? [])].sort()) === JSON.stringify([...(meanings[meaning]?.done ?? [])].sort());
      if (!isDone)
        wrong.push(
          `${providerId} ${told} → ${mail.state} ${mail.stopped ?? mail.because ?? ''} ${mail.done ?? ''} ${JSON.stringify(mail.text)}`,
        );
    }
  }
  const sums = [...counted].map(([name, count]) => `${name} ${count}`).join(', ');
  console.info(
    `genuine: ${most} in ${names.length} shapes, seed ${seed}: ${most - wrong.length} acted, ${wrong.length} did not (${sums})`,
  );
  expect(wrong).toEqual([]);
});

it.each(['JAG återkommer', 'Ja, men inte onsdagar', 'vi börjar på måndag', 'Vilken tid gäller?'])(
  '%s is asked about in every shape, and nothing is done',
  { timeout: 120_000 },
  async (words) => {
    const orders = await opened(names.length);
    for (const [n, { letter, providerId, orderId }] of orders.entries()) {
      const body = shapes[names[n] ?? '']?.({ words, letter, isBelow: n % 2 === 0, by }) ?? {};
      const { address, domain, key } = senders[providerId];
      const plain = sent({ from: address, to: letter.from, subject: 'Sv', body, by });
      const raw = signed(plain, { domain, key: world.keys[key] });
      const mailId = await comes(world, { raw, to: letter.from, from: address });
      await takeAll(world);
      expect(await mailOf(world, mailId), names[n]).toMatchObject({ state: 'asked', owner: 'officer:O1' });
      expect((await world.call('getOrder', officer, { path: { orderId } })).body.state).toBe('placed');
    }
  },
);

it.each(['men vi kan inte på onsdagar', 'Onsdagar går inte', 'Först den 9 november'])(
  'a yes with %s among what is quoted is asked about, wherever it stands',
  { timeout: 120_000 },
  async (condition) => {
    const ways = Object.entries(amongQuoted);
    const orders = await opened(ways.length);
    for (const [n, { letter, providerId, orderId }] of orders.entries()) {
      const [way, make] = ways[n] ?? ['', () => ({})];
      const { address, domain, key } = senders[providerId];
      const plain = sent({ from: address, to: letter.from, subject: 'Sv', body: make(letter, condition), by });
      const raw = signed(plain, { domain, key: world.keys[key] });
      const mailId = await comes(world, { raw, to: letter.from, from: address });
      await takeAll(world);
      const mail = await mailOf(world, mailId);
      expect(mail, way).toMatchObject({ state: 'asked', because: 'words-in-quote', owner: 'officer:O1' });
      if (!way.includes('older')) expect(mail.text, way).toContain(condition);
      expect((await world.call('getOrder', officer, { path: { orderId } })).body.state).toBe('placed');
    }
  },
);

it('a JA that is only quoted is asked about', { timeout: 120_000 }, async () => {
  const quoting = ['gmail', 'apple', 'telephone'];
  const orders = await opened(quoting.length);
  for (const [n, { letter, providerId, orderId }] of orders.entries()) {
    const shown = { ...letter, text: letter.text.replace('\n', '\nJA\n') };
    const body = shapes[quoting[n] ?? '']?.({ words: 'Hej!', letter: shown, isBelow: false, by }) ?? {};
    const { address, domain, key } = senders[providerId];
    const raw = signed(sent({ from: address, to: letter.from, subject: 'Sv', body, by }), {
      domain,
      key: world.keys[key],
    });
    const mailId = await comes(world, { raw, to: letter.from, from: address });
    await takeAll(world);
    expect(await mailOf(world, mailId), quoting[n]).toMatchObject({ state: 'asked', because: 'nothing-said' });
    expect((await world.call('getOrder', officer, { path: { orderId } })).body.state).toBe('placed');
  }
});
