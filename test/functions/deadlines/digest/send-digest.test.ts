import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf } from '../../../../functions/deadlines/digest/digest.ts';
import { sendDigest } from '../../../../functions/deadlines/digest/send-digest.ts';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { deadlineStore } from '../../../../shared/stores/deadline-store.ts';
import { letterStore } from '../../../../shared/stores/letter-store.ts';
import { membershipStore } from '../../../../shared/stores/membership-store.ts';
import { aWorld, type World } from '../../../support/a-world.ts';
import { aDeadline, aLetter, at } from '../../../support/builders.ts';

describe('what a morning holds (J03)', () => {
  const now = at('2026-09-17 07:00');
  it.each([
    ['nothing at all: no letter', [], 0, undefined],
    ['something tomorrow: no letter', ['2026-09-18 00:01'], 0, undefined],
    ['the day’s last limit, 24:00 (A18)', ['2026-09-18 00:00'], 0, { count: 1, overdue: 0 }],
    ['now: not late yet', ['2026-09-17 07:00'], 0, { count: 1, overdue: 0 }],
    ['a minute ago: late', ['2026-09-17 06:59'], 0, { count: 0, overdue: 1 }],
    ['what has no date', [], 2, { count: 2, overdue: 0 }],
    ['each of them once', ['2026-09-01 12:00', '2026-09-17 12:00', '2026-09-17 13:00'], 1, { count: 3, overdue: 1 }],
  ])('%s', (_what, due, undated, digest) => {
    expect(digestOf(due.map(at), undated, now)).toEqual(digest);
  });
});

const on = { overrides: ['digest.enabled=true'] };
let world: World;
beforeEach(async () => {
  world = await aWorld({ date: '2026-09-16', clock: '15:20', settings: on });
});

const open = (...deadlines: readonly Deadline[]) =>
  world.put(...deadlines.map((deadline) => deadlineStore(world.table).open(deadline, world.clock.now())));
const month = { kind: 'month', month: '2026-08', providerId: 'P1' } as const;
const of = (owner: string, code: Deadline['code'], due: string) =>
  aDeadline({ owner, code, dueAt: at(due), remindAt: undefined, ...(code === 'D13' ? { subject: month } : {}) });
const digests = async () =>
  (await world.letters())
    .filter(({ subject }) => subject === 'Dagens uppgifter')
    .map(({ to, text }) => `${to} ${/i dag: (\d+)/.exec(text)?.[1]} ${/Försenat: (\d+)/.exec(text)?.[1]}`)
    .sort();

describe('the morning’s letter', () => {
  it('goes at seven to everyone with something to do, in numbers alone', async () => {
    await open(
      of('provider:P1', 'D01', '2026-09-17 15:20'),
      of('provider:P1', 'D16', '2026-09-30 00:00'),
      of('officer:O1', 'D26', '2026-09-16 18:00'),
      of('head', 'D13', '2026-09-18 00:00'),
    );
    await world.passTo('2026-09-17', '06:59');
    expect(await digests()).toEqual([]);
    await world.passTo('2026-09-17', '07:00');
    expect(await digests()).toEqual(['h1@kommun.example 1 0', 'o1@kommun.example 0 1', 'p1@utforare.example 1 0']);
    const text = (await world.letters()).find(({ to }) => to.startsWith('p1'))?.text ?? '';
    expect(text).toContain('https://utfort.example/#/uppgifter');
    expect(text).not.toMatch(/A-1|Ärende|B-1|Omsorg/);
  });

  it('tells the administrator of letters that wait for a person', async () => {
    await world.put(letterStore(world.table).queue(aLetter({ id: 'brev-900', state: 'bounced' })));
    await world.passTo('2026-09-17', '07:00');
    expect(await digests()).toEqual(['d1@kommun.example 1 0']);
  });

  it('tells the officer of those that came back about a case', async () => {
    await world.put(
      letterStore(world.table).queue(aLetter({ id: 'brev-900', state: 'bounced', phones: 'officer:O1' })),
    );
    await world.passTo('2026-09-17', '07:00');
    expect(await digests()).toEqual(['o1@kommun.example 1 0']);
  });

  it('goes once, however often the job runs', async () => {
    await open(of('provider:P1', 'D01', '2026-09-17 15:20'), of('head', 'D13', '2026-09-18 00:00'));
    world.sleepTo('2026-09-17', '07:00');
    const runs = () => sendDigest.run(world.clock.now(), world.deps);
    const did = [...(await Promise.all([runs(), runs(), runs()])), await runs()];
    expect(did.reduce((sum, { done }) => sum + done, 0)).toBe(2);
    await world.tick();
    expect(await digests()).toHaveLength(2);
    expect(world.failures).toEqual([]);
  });

  it('on vardagar, each with its own', async () => {
    await open(of('head', 'D13', '2026-09-18 00:00'));
    await world.passTo('2026-09-22', '08:00');
    const days = (await world.letters()).filter(({ subject }) => subject === 'Dagens uppgifter');
    // Thursday, Friday, Monday and Tuesday.
    expect(days).toHaveLength(4);
    expect(await digests()).toEqual([
      'h1@kommun.example 0 1',
      'h1@kommun.example 0 1',
      'h1@kommun.example 0 1',
      'h1@kommun.example 1 0',
    ]);
  });

  it('not to who has left, and not where the municipality does without it', async () => {
    const left = await membershipStore(world.table).find('H1', 'head');
    await world.put(
      membershipStore(world.table).save(
        { userId: 'H1', role: 'head', email: 'h1@kommun.example', to: '2026-09-16' },
        left,
      ),
    );
    await open(of('head', 'D13', '2026-09-18 00:00'));
    await world.passTo('2026-09-17', '08:00');
    expect(await digests()).toEqual([]);

    world = await aWorld({ date: '2026-09-16', settings: { overrides: ['digest.enabled=false'] } });
    await open(of('head', 'D13', '2026-09-18 00:00'));
    await world.passTo('2026-09-17', '08:00');
    expect(await world.letters()).toEqual([]);
  });

  it('counts a list longer than a page of the index', async () => {
    const many = Array.from({ length: 1100 }, (_, n) =>
      aDeadline({
        subject: { kind: 'order', orderId: `B-${n}`, caseNo: 'A-1', providerId: 'P1', officerId: 'O1' },
        dueAt: at('2026-09-17 15:20'),
      }),
    );
    for (let n = 0; n < many.length; n += 100) await open(...many.slice(n, n + 100));
    world.sleepTo('2026-09-17', '07:00');
    await sendDigest.run(world.clock.now(), world.deps);
    await world.tick();
    expect(await digests()).toEqual(['p1@utforare.example 1100 0']);
  });
});
