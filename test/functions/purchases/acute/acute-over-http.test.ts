import { beforeEach, describe, expect, it } from 'vitest';
import type { Purchase } from '../../../../functions/purchases/purchase.ts';
import type { EntryKey } from '../../../../functions/registry.ts';
import { anAcuteHelp } from '../../../support/a-purchase.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld } from '../../../support/a-purchase-world.ts';
import type { Person } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: PurchaseWorld;
const { pam, hcm, crd, arh } = buyers;
const ask = (key: EntryKey, person: Person, purchaseId: string, body: unknown) =>
  world.call(key, person, { path: { purchaseId }, body });
const say = (person: Person, id: string, decision: 'PLANNED' | 'END') =>
  world.step('decideFollowUp', person, id, { decision, words: 'så här' });
const statesOf = (purchase: { deadlines: { code: string; state: string }[] }, code: string) =>
  purchase.deadlines.filter((one) => one.code === code).map(({ state }) => state);
/** Acute letters by whom, on which day, and which of them. */
const acuteLetters = async () =>
  (await world.letters())
    .filter(({ subject }) => subject === 'Akut hjälp mellan enheter')
    .map(({ to, at: when, text }) => {
      const what = ['tolfte', 'längre än 14', 'inte överens', 'har beslutat', 'sagt'].find((word) =>
        text.includes(word),
      );
      return `${new Date(when).toISOString().slice(5, 10)} ${to.split('@')[0]} ${what}`;
    })
    .sort();

/** Began on Monday 1 June 2026 at 08:00 over the way in, so that the clock has what follows from it. */
const begins = async (over: Partial<Purchase> = {}) => {
  const { begun: _, ...waiting } = anAcuteHelp({
    state: 'acute-requested',
    dialogue: [{ at: at('2026-06-01 07:10'), by: 'pam', heldAt: at('2026-06-01 07:05'), words: 'ja', outcome: 'FULL' }],
    handovers: (['INFORMATION', 'RISK', 'INSTRUCTION'] as const).map((kind) => ({
      ...{ at: at('2026-06-01 07:30'), by: 'pam', kind, documentId: `h-${kind}`, readBy: [] },
    })),
    ...over,
  });
  const id = await world.stands(waiting);
  await world.step('startPurchase', hcm, id, { at: '2026-06-01T08:00:00+02:00' });
  return id;
};

beforeEach(async () => {
  world = await aPurchaseWorld('helsingborg', { date: '2026-06-01', clock: '09:00' });
});

describe('acute help that goes on (H-28, E43)', () => {
  it('warns both managers on day 12, asks both and the area head on day 15, nothing twice', async () => {
    const id = await begins();
    await world.passTo('2026-06-14', '23:59');
    expect(await acuteLetters()).toEqual(['06-12 hcm tolfte', '06-12 pam tolfte']);
    expect(await world.read(pam, id)).toMatchObject({
      state: 'running',
      acute: { day: 14, followUpDue: '2026-06-15' },
    });
    await world.passTo('2026-06-20', '08:00');
    expect((await acuteLetters()).slice(2).map((one) => one.slice(6))).toEqual([
      ...['arh längre än 14', 'arh längre än 14', 'hcm längre än 14', 'pam längre än 14'],
    ]);
    expect(await world.read(pam, id)).toMatchObject({ state: 'follow-up-due' });
  });

  it('what ended on day 14 asks nobody', async () => {
    const id = await begins();
    await world.passTo('2026-06-14', '18:00');
    const ended = await world.step('endPurchase', hcm, id, { on: '2026-06-14', reason: 'assistenten är på plats' });
    expect(ended).toMatchObject({ state: 'ended' });
    expect(statesOf(ended, 'D32')).toEqual(['lapsed', 'lapsed']);
    expect(statesOf(ended, 'D33')).toEqual(['open', 'open']);
    await world.passTo('2026-06-20', '08:00');
    expect((await acuteLetters()).filter((one) => one.includes('längre'))).toEqual([]);
  });

  it('H-29: nobody ends it alone after day 14; two who say the same do', async () => {
    const id = await begins();
    await world.passTo('2026-06-16', '08:00');
    expect((await ask('endPurchase', hcm, id, { on: '2026-06-16', reason: 'x' })).body).toMatchObject({
      ...{ code: 'not-both-managers', missing: [{ rule: 'H-29', level: 'BLK' }] },
    });
    expect(await say(pam, id, 'END')).toMatchObject({ state: 'follow-up-due' });
    expect((await ask('decideFollowUp', crd, id, { decision: 'END', words: 'x' })).status).toBe(403);
    const ended = await say(hcm, id, 'END');
    expect(ended).toMatchObject({ state: 'ended', ended: { cause: 'AGREED', on: '2026-06-16' } });
    expect(statesOf(ended, 'D32')).toEqual(['overdue', 'overdue']);
    expect(
      (await world.call('listTasks', pam)).body.items.map(
        ({ code, state }: Record<string, string>) => `${code} ${state}`,
      ),
    ).toContain('D33 late');
    expect(await world.journal('A-1')).toContain('purchase-follow-up-decided H-29 hcm');
  });

  it('while they disagree it goes on, overdue, and the area head is told', async () => {
    const id = await begins();
    await world.passTo('2026-06-16', '08:00');
    await say(pam, id, 'PLANNED');
    const seen = await say(hcm, id, 'END');
    expect(seen).toMatchObject({ state: 'follow-up-due' });
    expect(seen).not.toHaveProperty('ended');
    expect(statesOf(seen, 'D32')).toEqual(['overdue', 'overdue']);
    await world.tick();
    expect((await acuteLetters()).filter((one) => /överens|sagt/.test(one))).toEqual([
      '06-16 arh inte överens',
      '06-16 hcm sagt',
      '06-16 pam inte överens',
    ]);
    expect((await world.read(arh, id)).acute.decisions).toHaveLength(2);
  });

  it('A79: what both want planned is acute until its own agreement is signed, which both have to do', async () => {
    const id = await begins();
    world.sleepTo('2026-06-12', '09:00');
    await say(pam, id, 'PLANNED');
    const seen = await say(hcm, id, 'PLANNED');
    expect(seen).toMatchObject({ state: 'converted-to-planned', mode: 'ACUTE', agreement: { use: 'PLANNED' } });
    expect(statesOf(seen, 'D32')).toEqual(['done', 'done']);
    expect(statesOf(seen, 'D34')).toEqual(['open', 'open']);
  });

  it('H-30: the agreement afterwards is late on day 15; help goes on', async () => {
    const id = await begins();
    await world.passTo('2026-06-17', '08:00');
    const letters = (await world.letters()).filter(({ subject }) => subject === 'Ett avtal i efterhand saknas');
    expect(letters.map(({ to }) => to.split('@')[0]).sort()).toEqual(['hcm', 'hcm', 'pam', 'pam']);
    expect(statesOf(await world.read(pam, id), 'D33')).toEqual(['overdue', 'overdue']);
    expect(await world.read(pam, id)).toMatchObject({ state: 'follow-up-due' });
  });

  it('H-22: none again within thirty days without a plan', async () => {
    const id = await begins();
    await world.step('endPurchase', hcm, id, { on: '2026-06-01', reason: 'klart' });
    world.sleepTo('2026-06-20', '09:00');
    const { begun: _, ...again } = anAcuteHelp({
      id: 'kop-2',
      state: 'acute-requested',
      from: '2026-06-20',
      dialogue: [
        { at: at('2026-06-20 07:10'), by: 'pam', heldAt: at('2026-06-20 07:05'), words: 'ja', outcome: 'FULL' },
      ],
      handovers: (['INFORMATION', 'RISK', 'INSTRUCTION'] as const).map((kind) => ({
        at: at('2026-06-20 07:30'),
        by: 'pam',
        kind,
        documentId: kind,
        readBy: [],
      })),
    });
    await world.stands(again);
    expect((await ask('startPurchase', hcm, 'kop-2', { at: '2026-06-20T08:00:00+02:00' })).body).toMatchObject({
      ...{ code: 'acute-without-plan', missing: [{ rule: 'H-22', level: 'BLK' }] },
    });
  });
});
