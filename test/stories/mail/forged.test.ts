import { beforeAll, expect, it } from 'vitest';
import { tokenIn } from '../../../shared/domain/reply-token.ts';
import { replyStore } from '../../../shared/stores/reply-store.ts';
import { seeded } from '../../support/shaken-ports.ts';
import { dkimRecord, signed } from './harness/dkim.ts';
import { type Chance, deceive, kinds, type Letters } from './harness/forged.ts';
import { comes, type MailWorld, mailOf, mailWorld, openOrder, standing, takeAll } from './harness/mail-world.ts';
import { written } from './harness/written.ts';

/** How many, and by which chance: `npm run forged` has 5,500. */
const most = Number(process.env.FORGED ?? 330);
const seed = Number(process.env.SEED ?? 1);
const atOnce = 150;
/** How long the worst may take, in milliseconds, and some for a busy machine. */
const longest = 2000;

let world: MailWorld;
let letters: Letters;

async function spentMail(selectors: readonly string[], caseNo: string): Promise<Buffer> {
  const letter = await openOrder(world, caseNo, 'P3');
  let raw = written({ from: letter.address, to: letter.replyTo, body: 'JA' });
  for (const selector of selectors) raw = signed(raw, { domain: 'enskild.example', key: world.keys.own, selector });
  const mailId = await comes(world, { raw, to: letter.replyTo });
  await takeAll(world);
  expect(await mailOf(world, mailId)).toMatchObject({ state: 'acted', done: ['confirm'] });
  return raw;
}

/** The reply address of a letter that has run out. */
async function closedLetter(caseNo: string): Promise<string> {
  const { replyTo } = await openOrder(world, caseNo, 'P4');
  const token = tokenIn([replyTo]) ?? '';
  const stored = await replyStore(world.table).behind(token);
  if (!stored) throw new Error('no reply address');
  await world.put(replyStore(world.table).save(token, { ...stored.entity, expiresAt: world.clock.now() }, stored));
  return replyTo;
}

beforeAll(async () => {
  world = await mailWorld();
  world.records.push(dkimRecord('enskild.example', world.keys.own, 's2'));
  deceive(world);
  letters = {
    own: await openOrder(world, 'F-1', 'P3'),
    two: await openOrder(world, 'F-2', 'P1'),
    house: await openOrder(world, 'F-3', 'P4'),
    idn: await openOrder(world, 'F-4', 'P5'),
    spent: { raw: await spentMail(['s1'], 'F-5'), twice: await spentMail(['s1', 's2'], 'F-6') },
    closed: await closedLetter('F-7'),
  };
});

it(`none of ${most} forged mails acts, and none is lost`, { timeout: 1_800_000 }, async () => {
  const random = seeded(seed);
  const by: Chance = {
    upTo: (n) => Math.floor(random() * n),
    pick: (of) => of[Math.floor(random() * of.length)] as (typeof of)[number],
  };
  const all = Object.entries(kinds);
  const open = [letters.own, letters.two, letters.house, letters.idn];
  const before = await standing(world, open);
  const counted = new Map<string, number>();
  let slowest = { name: '', took: 0 };

  for (let from = 0; from < most; from += atOnce) {
    const came: { name: string; mailId: string; raw: Buffer }[] = [];
    for (let at = from; at < Math.min(from + atOnce, most); at++) {
      const [name, kind] = all[at % all.length] as (typeof all)[number];
      const coming = kind.make({ world, letters, by });
      came.push({ name, mailId: await comes(world, coming), raw: coming.raw });
    }
    const begun = performance.now();
    await takeAll(world);
    const took = (performance.now() - begun) / came.length;
    if (took > slowest.took) slowest = { name: `${from}`, took };

    for (const { name, mailId, raw } of came) {
      const { ends = ['quarantined'], why } = kinds[name] as (typeof kinds)[string];
      const mail = await mailOf(world, mailId);
      expect(ends, `${name}: ${JSON.stringify(mail)}`).toContain(mail.state);
      if (why) expect(why, name).toContain(mail.stopped);
      expect(mail.done, name).toBeUndefined();
      const kept = mail.file ?? { bucket: 'incoming' as const, id: mailId };
      const pieces: Uint8Array[] = [];
      for await (const piece of world.deps.documents.read(kept.bucket, kept.id)) pieces.push(piece);
      expect(Buffer.concat(pieces).equals(raw), `${name}: the bytes that came`).toBe(true);
      if (mail.state === 'quarantined' || mail.state === 'asked') {
        const task = await world.table.query({ pk: `MAIL#${mailId}`, from: 'DEADLINE#', to: 'DEADLINE#~' });
        expect(task.items.length, `${name}: a task`).toBe(1);
        if (mail.scan === 'CLEAN') expect(mail.file?.bucket, `${name}: kept until decided`).toBe('documents');
      }
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
  }

  expect(await standing(world, open)).toBe(before);
  expect(world.failures).toEqual([]);
  expect(slowest.took, slowest.name).toBeLessThan(longest);
  // The process lives, and a genuine one is taken after all of them.
  const raw = signed(written({ from: letters.own.address, to: letters.own.replyTo, body: 'JA' }), {
    domain: 'enskild.example',
    key: world.keys.own,
  });
  const mailId = await comes(world, { raw, to: letters.own.replyTo });
  await takeAll(world);
  expect((await mailOf(world, mailId)).state).toBe('acted');

  const total = [...counted.values()].reduce((sum, one) => sum + one, 0);
  expect(total).toBe(most);
  const lines = [...counted].map(([name, count]) => `${String(count).padStart(5)}  ${name}`);
  console.log(`forged: ${total} of ${counted.size} kinds, seed ${seed}: 0 acted, 0 lost\n${lines.join('\n')}`);
});
