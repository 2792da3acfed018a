import { beforeEach, describe, expect, it } from 'vitest';
import type { EntryKey } from '../../../../functions/registry.ts';
import { aRunning } from '../../../support/a-purchase.ts';
import { aPurchaseWorld, buyers, type PurchaseWorld } from '../../../support/a-purchase-world.ts';
import type { Person } from '../../../support/a-world.ts';
import { at } from '../../../support/builders.ts';

let world: PurchaseWorld;
const { pam, hcm, crd, hcm3, arh, eco } = buyers;
const pairId = 'E1~E2';

const call = (key: EntryKey, person: Person, body?: unknown, path: Record<string, string> = {}) =>
  world.call(key, person, { path: { pairId, ...path }, ...(body === undefined ? {} : { body }) });
const hold = (meetingId: string, over: Record<string, unknown> = {}, person: Person = pam) =>
  call(
    'holdMeeting',
    person,
    { on: '2026-03-10', participants: ['pam', 'hcm'], quality: 'morgnarna', workEnvironment: 'lyften', ...over },
    { meetingId },
  );
const plan = async (on: string, person: Person = pam) =>
  (await call('planMeeting', person, { on })).body.meetings[0].id;
/** Who has been written to of meetings, and on which day. */
const invited = async () =>
  (await world.letters())
    .filter(({ subject }) => /samverkansmöte (ska|har)/.test(subject))
    .map(({ to, at: when, subject }) => {
      const day = new Date(when).toISOString().slice(0, 10);
      return `${to.split('@')[0]} ${day} ${subject.includes('ska') ? 'to be held' : 'not held'}`;
    })
    .sort();

/** A purchase whose help begins on 2 February 2026: from then on the two units are a pair. */
async function begin() {
  world = await aPurchaseWorld('helsingborg', { date: '2026-02-02', clock: '09:00' });
  const { begun: _, ...waiting } = aRunning({
    mode: 'ACUTE',
    state: 'acute-requested',
    from: '2026-02-01',
    to: null,
    requested: { at: at('2026-02-01 09:00'), by: 'pam' },
    dialogue: [{ at: at('2026-02-01 09:00'), by: 'pam', heldAt: at('2026-02-01 09:00'), words: 'ja', outcome: 'FULL' }],
    handovers: (['INFORMATION', 'RISK', 'INSTRUCTION'] as const).map((kind) => ({
      at: at('2026-02-01 10:00'),
      by: 'pam',
      kind,
      documentId: kind,
      readBy: [],
    })),
  });
  const id = await world.stands(waiting);
  await world.step('startPurchase', hcm, id, { at: '2026-02-02T08:00:00+01:00' });
  return id;
}

describe('two units meet twice a year (H-13, H-14, A43, D35)', () => {
  beforeEach(begin);

  it('each is reminded on 1 April and 1 October, and told at the end of the year, once', async () => {
    await world.passTo('2026-12-31', '23:00');
    const reminders = ['2026-04-01', '2026-10-01'].flatMap((day) => [`hcm ${day} to be held`, `pam ${day} to be held`]);
    expect(await invited()).toEqual(reminders.sort());
    await world.passTo('2027-01-02', '08:00');
    const late = ['hcm', 'hcm', 'pam', 'pam'].map((who) => `${who} 2026-12-31 not held`);
    expect(await invited()).toEqual([...reminders, ...late].sort());
  });

  it('one that is held meets the first for both, and is not reminded of in April', async () => {
    world.sleepTo('2026-03-11', '09:00');
    const meetingId = await plan('2026-03-10');
    const held = await hold(meetingId);
    expect(held.body).toMatchObject({
      year: '2026',
      asked: 2,
      left: 1,
      planned: [],
      meetings: [{ held: { quality: 'morgnarna' } }],
    });
    expect(held.body.deadlines.map(({ state }: { state: string }) => state).sort()).toEqual([
      'done',
      'done',
      'open',
      'open',
    ]);
    expect((await hold(meetingId)).body.code).toBe('meeting-held');
    await world.passTo('2026-10-01', '08:00');
    expect((await invited()).filter((one) => one.includes('to be'))).toHaveLength(2);
    await hold(await plan('2026-10-10', hcm), { on: '2026-10-01' }, hcm);
    await world.passTo('2027-01-02', '08:00');
    expect((await invited()).filter((one) => one.includes('not held'))).toEqual([]);
  });

  it('H-14: both subjects are noted, or why not; and both units came', async () => {
    world.sleepTo('2026-03-11', '09:00');
    const meetingId = await plan('2026-03-10');
    expect((await hold(meetingId, { quality: ' ' })).body).toMatchObject({
      code: 'condition-missing',
      missing: [{ rule: 'H-14', level: 'WRN' }],
    });
    expect((await hold(meetingId, { participants: ['pam', 'paa'] })).body.code).toBe('participants-missing');
    expect((await hold(meetingId, { participants: ['pam', 'eco'] })).body).toMatchObject({
      faults: [{ at: 'body.participants.1' }],
    });
    expect((await hold(meetingId, { on: '2026-03-12' })).body.code).toBe('date-ahead');
    expect((await hold(meetingId, { quality: '', reason: 'tas nästa gång' })).status).toBe(200);
    expect(await world.told()).toContain('hcm: Ett samverkansmöte är planerat');
  });

  it('are the two units’ own, and the area head’s to see', async () => {
    expect((await call('listMeetings', arh)).body).toMatchObject({
      id: pairId,
      ordering: { name: 'Assistans Norr' },
      left: 2,
      next: [],
    });
    for (const one of [pam, hcm, crd, arh])
      expect((await world.call('listPairs', one)).body.items).toMatchObject([{ id: pairId }]);
    expect((await world.call('listPairs', hcm3)).body.items).toEqual([]);
    expect((await call('listMeetings', hcm3)).body.code).toBe('pair-not-found');
    expect((await call('planMeeting', hcm3, { on: '2026-03-10' })).body.code).toBe('pair-not-found');
    expect((await call('planMeeting', crd, { on: '2026-03-10' })).status).toBe(403);
    expect((await call('listMeetings', eco)).status).toBe(403);
    expect((await hold('mote-9')).body.code).toBe('meeting-not-found');
  });

  it('two who note it in the same moment: one does', async () => {
    world.sleepTo('2026-03-11', '09:00');
    const meetingId = await plan('2026-03-10');
    const answers = await Promise.all([hold(meetingId), hold(meetingId, {}, hcm)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('a new year asks anew while one still buys of the other; what was left keeps its mark', async () => {
    await world.passTo('2027-01-02', '08:00');
    const { deadlines } = (await call('listMeetings', pam)).body;
    expect(
      deadlines
        .filter(({ due }: { due: string }) => due.startsWith('2028'))
        .map(({ state }: { state: string }) => state),
    ).toEqual(['open', 'open', 'open', 'open']);
    expect(
      deadlines
        .filter(({ due }: { due: string }) => due.startsWith('2027'))
        .map(({ state }: { state: string }) => state),
    ).toEqual(['overdue', 'overdue', 'overdue', 'overdue']);
    expect(
      (await world.call('listTasks', pam)).body.items.filter(({ code }: { code: string }) => code === 'D35'),
    ).toHaveLength(4);
  });
});

describe('a pair that is new late in the year', () => {
  it('is asked only for what was still to be reminded of', async () => {
    world = await aPurchaseWorld('helsingborg', { date: '2026-09-14', clock: '09:00' });
    expect((await call('planMeeting', pam, { on: '2026-10-10' })).body).toMatchObject({
      asked: 1,
      left: 1,
      deadlines: [{ code: 'D35' }, { code: 'D35' }],
    });
    expect((await call('planMeeting', pam, { on: '2026-10-11' }, { pairId: 'E1~E9' })).body.code).toBe(
      'pair-not-found',
    );
    world = await aPurchaseWorld('halmstad');
    expect((await call('planMeeting', pam, { on: '2026-10-10' })).body.code).toBe('not-in-routine');
  });
});
