import { beforeAll, expect, it } from 'vitest';
import type { Mail } from '../../../functions/mail/mail.ts';
import { mailStore } from '../../../functions/mail/mail-store.ts';
import { type Crash, crashingAt } from '../../support/shaken-ports.ts';
import { signed } from './harness/dkim.ts';
import {
  comes,
  lastCome,
  type MailWorld,
  mailWorld,
  type OpenLetter,
  openOrder,
  takeAll,
} from './harness/mail-world.ts';
import { written } from './harness/written.ts';

/** More writes than any of them makes: the enumeration ends by itself, when nothing was cut off any more. */
const mostWrites = 60;

let world: MailWorld;
let n = 0;

beforeAll(async () => {
  world = await mailWorld();
});

type Told = {
  readonly ends: Mail['state'];
  readonly body: string;
  readonly isSigned: boolean;
  readonly journal: readonly string[];
};

const kinds: Readonly<Record<string, Told>> = {
  'confirmed and begun': {
    ...{ ends: 'acted', body: 'JA\nSTART 2026-11-02', isSigned: true },
    journal: ['order-confirmed', 'order-started'],
  },
  confirmed: { ends: 'acted', body: 'JA', isSigned: true, journal: ['order-confirmed'] },
  'asked about': { ends: 'asked', body: 'Jag återkommer', isSigned: true, journal: [] },
  'in quarantine': { ends: 'quarantined', body: 'JA', isSigned: false, journal: [] },
};

const mailTo = (letter: OpenLetter, { body, isSigned }: Told): Buffer => {
  const raw = written({ from: letter.address, to: letter.replyTo, body });
  return isSigned ? signed(raw, { domain: 'enskild.example', key: world.keys.own }) : raw;
};

/** One mail with the machine cut off once: every mail that has come of it, when all has been taken. */
async function life(letter: OpenLetter, told: Told, at: number, when: Crash) {
  const raw = mailTo(letter, told);
  const coming = { raw, to: letter.replyTo };
  const crash = crashingAt(world, at, when);
  const came: string[] = [];
  let isTaken = false;
  try {
    came.push(await comes(world, coming));
    isTaken = true;
    await takeAll(world);
  } catch {
    // The machine is down: what it did is what the table and the files say.
  }
  if (!isTaken) came.push(lastCome());
  const happened = crash.happened();
  crash.restore();
  world.failures.length = 0;
  // What was not answered is sent again, as the same mail.
  if (!isTaken) came.push(await comes(world, coming));
  await takeAll(world);
  // And once more, through another envelope: nothing is done twice.
  came.push(await comes(world, coming));
  await takeAll(world);
  const mails: Mail[] = [];
  for (const id of came) {
    const stored = await mailStore(world.table).find(id);
    if (stored) mails.push(stored.entity);
  }
  return { happened, mails };
}

it.each(Object.entries(kinds))(
  '%s: cut off before and after every write, nothing is lost and nothing done twice',
  { timeout: 300_000 },
  async (name, told) => {
    let cuts = 0;
    for (const when of ['before', 'after'] as const) {
      for (let at = 0; at < mostWrites; at++) {
        n += 1;
        const letter = await openOrder(world, `K-${n}`, 'P3');
        const { happened, mails } = await life(letter, told, at, when);
        const where = `${name}, ${when} write ${at}`;
        const states = mails.map(({ state }) => state);
        expect(states, where).toContain(told.ends);
        expect(states.filter((state) => state === 'acted').length, where).toBeLessThanOrEqual(1);
        const rows = (await world.journal(letter.caseNo)).map((row) => row.split(' ')[0]);
        for (const event of told.journal)
          expect(rows.filter((row) => row === event).length, `${where}: ${event}`).toBe(1);
        if (told.journal.length === 0) expect(rows, where).not.toContain('order-confirmed');
        for (const { id, state } of mails) {
          const tasks = (await world.table.query({ pk: `MAIL#${id}`, from: 'DEADLINE#', to: 'DEADLINE#~' })).items;
          expect(tasks.length, `${where}: ${id} is ${state}`).toBe(
            state === 'quarantined' || state === 'asked' ? 1 : 0,
          );
        }
        if (!happened) break;
        cuts += 1;
      }
    }
    expect(cuts).toBeGreaterThan(5);
    console.log(`${name}: ${cuts} cuts, 0 lost, 0 done twice`);
  },
);
