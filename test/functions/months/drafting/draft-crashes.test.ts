import { describe, expect, it } from 'vitest';
import { takeMail } from '../../../../functions/mail/acting/take-mail.ts';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { draftStore } from '../../../../functions/months/drafting/draft-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { aMonthEnd, month, path, visits } from '../../../support/a-handed-in-month.ts';
import { aMail, arrives, signingDomain } from '../../../support/a-mail.ts';
import { aReport } from '../../../support/a-report.ts';
import { manager, providers, signInFor, type World } from '../../../support/a-world.ts';
import { type Crash, crashingAt } from '../../../support/shaken-ports.ts';

const files = aReport(visits);
const own = 'p1@omsorg-ett.example';
const to = 'utfort@kommun.example';
/** More writes than any of the two has. */
const most = 30;

async function aWorldWithMail(): Promise<{ world: World; id: string }> {
  const world = await aMonthEnd();
  const stored = await providerStore(world.table).find('P1');
  await world.put(providerStore(world.table).save({ ...providers.P1, email: own }, stored));
  world.records.push(signingDomain('omsorg-ett.example'));
  const attachments = [
    { filename: 'tid.csv', content: files.report.text },
    { filename: 'avvikelser.csv', content: files.deviations.text },
  ];
  const date = new Date(world.clock.now());
  const id = await arrives(world, await aMail({ from: own, to, subject: 'Oktober', attachments, date }), { to });
  return { world, id };
}

/** Time goes on until what was cut off has been tried again. */
async function goesOn(world: World): Promise<void> {
  for (let n = 0; n < 3; n++) {
    world.clock.set(new Date(Date.parse(world.clock.now()) + 120_000).toISOString());
    await world.tick();
  }
}

const cuts: readonly Crash[] = ['before', 'after'];

describe('a month’s files by mail, cut off at every write', () => {
  it('wait once, are journalled once and told of once, and nothing is lost', async () => {
    const tried = { before: 0, after: 0 };
    for (const when of cuts) {
      for (let n = 0; n < most; n++) {
        const { world, id } = await aWorldWithMail();
        const crash = crashingAt(world, n, when);
        // That it was cut off is what is tried; what becomes of it is asked below.
        await takeMail.run(world.clock.now(), world.deps).catch(() => undefined);
        const happened = crash.happened();
        crash.restore();
        world.failures.length = 0;
        await goesOn(world);
        const where = `cut ${when} write ${n}`;
        expect((await mailStore(world.table).find(id))?.entity, where).toMatchObject({
          state: 'acted',
          done: ['month'],
        });
        expect((await draftStore(world.table).find(month, 'P1'))?.entity, where).toMatchObject({
          state: 'waiting',
          time: 1,
        });
        expect(await world.monthJournal(month, 'P1'), where).toEqual(['month-drafted L-22 epost-P1']);
        const told = (await world.letters()).map(({ to: address }) => address).filter((one) => one === own);
        expect(told, where).toEqual([own]);
        if (!happened) break;
        tried[when] += 1;
      }
    }
    console.info(`drafts by mail: cut before ${tried.before} writes and after ${tried.after}, none lost, none twice`);
    expect(tried.before).toBeGreaterThan(4);
    expect(tried.after).toBe(tried.before);
  }, 120_000);
});

describe('the manager’s signature of a draft, cut off at every write', () => {
  it('is made once, and takes the draft with it', async () => {
    const tried = { before: 0, after: 0 };
    for (const when of cuts) {
      for (let n = 0; n < most; n++) {
        const { world } = await aWorldWithMail();
        await world.tick();
        const intent = await world.call('intendSubmission', manager, { path, body: { draft: true } });
        const { intentId } = intent.body;
        const sign = () =>
          world.call('submitMonth', manager, {
            ...{ path, body: { intentId }, ...signInFor(intentId) },
            headers: { 'idempotency-key': 'one-press' },
          });
        const crash = crashingAt(world, n, when);
        await sign().catch(() => undefined);
        const happened = crash.happened();
        crash.restore();
        world.failures.length = 0;
        const again = await sign();
        const where = `cut ${when} write ${n}`;
        expect(again.status, where).toBe(201);
        expect(again.body.submission, where).toMatchObject({ version: 1, by: 'M1' });
        expect((await draftStore(world.table).find(month, 'P1'))?.entity.state, where).toBe('signed');
        expect(await world.monthJournal(month, 'P1'), where).toEqual([
          'month-drafted L-22 epost-P1',
          'month-submitted L-22 M1',
        ]);
        if (!happened) break;
        tried[when] += 1;
      }
    }
    console.info(`signatures of drafts: cut before ${tried.before} writes and after ${tried.after}, each made once`);
    expect(tried.before).toBeGreaterThan(2);
    expect(tried.after).toBe(tried.before);
  }, 120_000);
});
