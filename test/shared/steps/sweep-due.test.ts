import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { sendDigest } from '../../../functions/deadlines/digest/send-digest.ts';
import { sendLetter } from '../../../functions/letters/send-letter.ts';
import { openMonth } from '../../../functions/months/opening/open-month.ts';
import { sealCheckpoint } from '../../../functions/months/records/seal-checkpoint.ts';
import { instantAt } from '../../../shared/domain/local-time.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { type DueQueue, dueKey, dueOnes } from '../../../shared/stores/due-index.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { administrator, aWorld, coordinator, officer, type World } from '../../support/a-world.ts';
import { aDeadline, aLetter } from '../../support/builders.ts';

/** Where each kind of what falls due lives, by its id. */
const places: Readonly<Record<DueQueue, (id: string) => { pk: string; sk: string }>> = {
  deadlines: (id) => ({ pk: `ORDER#${id}`, sk: 'DEADLINE#D01' }),
  letters: (id) => ({ pk: `LETTER#${id}`, sk: 'LETTER' }),
  checks: (id) => ({ pk: `CHECK#${id}`, sk: 'CHECK' }),
  orders: (id) => ({ pk: `ORDER#${id}`, sk: 'ORDER' }),
  switches: (id) => ({ pk: `SWITCH#${id}`, sk: 'SWITCH' }),
  facts: (id) => ({ pk: `FACTS#${id}`, sk: 'FACTS' }),
  declines: (id) => ({ pk: `DECLINES#${id}`, sk: 'DECLINES' }),
  records: (id) => ({ pk: `SEALED#${id}`, sk: 'SEALED' }),
  moves: (id) => ({ pk: `MOVE#${id}`, sk: 'MOVE' }),
  contacts: (id) => ({ pk: `LETTER#${id}`, sk: 'LETTER' }),
  mails: (id) => ({ pk: `MAIL#${id}`, sk: 'MAIL' }),
  imports: (id) => ({ pk: `IMPORT#${id}`, sk: 'IMPORT' }),
};
const queues = Object.keys(places) as DueQueue[];

/** Items that no release can read, due before everything else. */
async function plant(world: World, queue: DueQueue, count: number, data: unknown = { name: 'Anna Provsson' }) {
  const due = instantAt('2026-09-15', '06:00');
  const items = Array.from({ length: count }, (_, n) => places[queue](`trasig-${n}`));
  for (let n = 0; n < count; n += 100)
    await world.put(
      ...items.slice(n, n + 100).map(({ pk, sk }) => {
        const todo = queue === 'deadlines' ? { g1: { pk: 'TODO#provider:P1', sk: `${due}#D01` } } : {};
        return {
          kind: 'put' as const,
          over: 0,
          item: { pk, sk, data, indexes: { g2: dueKey(queue, due, `${pk}/${sk}`), ...todo } },
        };
      }),
    );
  return items;
}
const due = (world: World, queue: DueQueue) => dueOnes(world.table, queue, world.clock.now(), 1000);
const tasks = async (world: World) => {
  const all: { code: string; title: string; subject: Record<string, string> }[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await world.call('listTasks', administrator, { query: cursor ? { cursor } : {} });
    all.push(...body.items);
    cursor = body.next;
  } while (cursor);
  return all;
};
const aside = async (world: World) => (await tasks(world)).filter(({ subject }) => subject.kind === 'aside');
const morning = { date: '2026-09-16', clock: '15:30' } as const;

describe('a mark that cannot be read', () => {
  it.each<[string, unknown]>([
    ['has another shape', { until: 7 }],
    ['is no date', { from: 'i går' }],
    ['is empty', { from: '' }],
  ])('and %s is as none, is told of, and is written over', async (_what, data) => {
    const world = await aWorld(morning);
    const key = { pk: 'WATERMARK', sk: 'letters' };
    await world.put({ kind: 'put', over: 0, item: { ...key, data: { from: '2026-09-15' } } });
    await world.put({ kind: 'put', over: 1, item: { ...key, data } });
    await plant(world, 'letters', 1);
    await world.put(letterStore(world.table).queue(aLetter()));
    await world.machine.tick();
    expect(await world.letters()).toHaveLength(1);
    expect((await world.table.get(key))?.data).toEqual({ from: '2026-09-15' });
    expect(world.failures.splice(0).map(String)).toContain('Error: unreadable watermark of letters: damaged');
    await world.machine.tick();
    expect(world.failures).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it.each(queues)(
    'is set aside whole, three hundred of the %s, each with a task in words and none of its content',
    async (queue) => {
      const world = await aWorld(morning);
      const planted = await plant(world, queue, 300);
      const before = await world.table.getMany(planted);
      for (let n = 0; n < 3; n++) await world.machine.tick();
      expect(await due(world, queue)).toEqual([]);
      const found = await aside(world);
      expect(found).toHaveLength(300);
      expect(new Set(found.map(({ subject }) => subject.asideId)).size).toBe(300);
      expect(found[0]?.title).toMatch(/kunde inte läsas/);
      expect(JSON.stringify(found)).not.toContain('Provsson');
      const after = await world.table.getMany(planted);
      expect(after.map(({ data }) => data)).toEqual(before.map(({ data }) => data));
      expect(world.failures).toHaveLength(300);
      // What is set aside comes no more: the log tells of it once.
      await world.machine.tick();
      expect(world.failures.splice(0)).toHaveLength(300);
    },
  );

  it('keeps none of 20 letters behind 450 from being sent, in the first run', async () => {
    const world = await aWorld(morning);
    await plant(world, 'letters', 450);
    const good = Array.from({ length: 20 }, (_, n) => aLetter({ id: `brev-${n}` }));
    await world.put(...good.map(letterStore(world.table).queue));
    await world.machine.tick();
    expect(await world.letters()).toHaveLength(20);
    world.failures.splice(0);
  });

  it('keeps no deadline behind 450 from being marked, nor its owner from the list', async () => {
    const world = await aWorld(morning);
    await plant(world, 'deadlines', 450);
    const good = aDeadline({ dueAt: instantAt('2026-09-16', '15:00'), remindAt: undefined });
    await world.put(deadlineStore(world.table).open(good, instantAt('2026-09-16', '14:00')));
    await world.machine.tick();
    const { status, body } = await world.call('listTasks', coordinator);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([{ code: 'D01', state: 'late' }]);
    world.failures.splice(0);
  });

  it('shuts nobody’s list before its time has come: it is named there', async () => {
    const world = await aWorld(morning);
    const at = instantAt('2026-10-16', '06:00');
    const item = {
      ...places.deadlines('B-7'),
      data: 'x',
      indexes: { g1: { pk: 'TODO#provider:P1', sk: `${at}#D01` } },
    };
    await world.put({ kind: 'put', over: 0, item });
    await world.put(deadlineStore(world.table).open(aDeadline({ remindAt: undefined }), world.clock.now()));
    const { body } = await world.call('listTasks', coordinator);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['D01', 'aside-deadlines']);
    expect((await world.call('listUpcoming', coordinator)).status).toBe(200);
    expect((await world.call('listOrders', coordinator, { query: { list: 'overdue' } })).status).toBe(200);
  });

  it('nor the administrator’s, when it is a letter that a person was asked about', async () => {
    const world = await aWorld(morning);
    const item = { ...places.letters('x'), data: {}, indexes: { g1: { pk: 'LETTERS#ASKED', sk: '2026-09-16#x' } } };
    await world.put({ kind: 'put', over: 0, item }, letterStore(world.table).queue(aLetter({ state: 'asked' })));
    expect((await tasks(world)).map(({ code }) => code)).toEqual(['letter-asked', 'aside-letters']);
  });

  it('is set aside also when its text was cut off on the disk', async () => {
    const world = await aWorld({ ...morning, keepsTable: true });
    await world.put(...['brev-1', 'brev-2'].map((id) => letterStore(world.table).queue(aLetter({ id }))));
    const disk = new DatabaseSync(join(world.folder, 'table.sqlite'));
    disk.exec(`UPDATE items SET data = substr(data, 1, 40) WHERE pk = 'LETTER#brev-1'`);
    disk.close();
    await world.machine.tick();
    expect((await world.letters()).map(({ id }) => id)).toEqual(['brev-2']);
    expect(await aside(world)).toMatchObject([{ code: 'aside-letters' }]);
    const [kept] = await world.table.getMany([places.letters('brev-1')]);
    expect(String(kept?.data)).toMatch(/^\{"id":"brev-1"/);
    world.failures.splice(0);
  });

  it('by the bell for one letter is set aside as well', async () => {
    const world = await aWorld(morning);
    await plant(world, 'letters', 1);
    expect(await sendLetter.run(world.clock.now(), world.deps, { letterId: 'trasig-0' })).toEqual({ done: 0 });
    expect(await aside(world)).toHaveLength(1);
    world.failures.splice(0);
  });
});

describe('what an administrator says of what was set aside', () => {
  const settle = (world: World, asideId: string, verdict: string, who = administrator) =>
    world.call('settleAside', who, { path: { asideId }, body: { verdict } });

  it('is read again when it has been mended, and comes back as a task when it has not', async () => {
    const world = await aWorld(morning);
    const [place] = await plant(world, 'letters', 2);
    await world.machine.tick();
    const [first, second] = await aside(world);
    const [item] = await world.table.getMany(place ? [place] : []);
    if (!item) throw new Error('it is gone');
    await world.put({ kind: 'put', over: item.version, item: { ...item, data: aLetter({ id: 'trasig-0' }) } });
    for (const task of [first, second])
      expect(await settle(world, task?.subject.asideId ?? '', 'try-again')).toMatchObject({ status: 200 });
    expect(await aside(world)).toEqual([]);
    await world.machine.tick();
    expect(await world.letters()).toHaveLength(1);
    expect(await aside(world)).toHaveLength(1);
    world.failures.splice(0);
  });

  it('is nobody’s task any more when it has been told otherwise, and still stands where it stood', async () => {
    const world = await aWorld(morning);
    const planted = await plant(world, 'checks', 1);
    await world.machine.tick();
    const [task] = await aside(world);
    const asideId = task?.subject.asideId ?? '';
    expect((await settle(world, asideId, 'drop', officer)).status).toBe(403);
    expect(await settle(world, asideId, 'drop')).toMatchObject({ status: 200, body: { asideId, verdict: 'drop' } });
    expect(await settle(world, asideId, 'drop')).toMatchObject({ status: 404 });
    expect(await aside(world)).toEqual([]);
    expect(await world.table.getMany(planted)).toHaveLength(1);
    world.failures.splice(0);
  });
});

describe('a sweep', () => {
  const read = (item: { data: unknown; version: number }) => ({ entity: item.data, version: item.version });

  it('passes what fails and stays, however much of it stands first', async () => {
    const world = await aWorld(morning);
    await plant(world, 'checks', 300, 'fails');
    const late = { ...places.checks('bra'), data: 'bra', indexes: { g2: dueKey('checks', world.clock.now(), 'bra') } };
    await world.put({ kind: 'put', over: 0, item: late });
    const seen: unknown[] = [];
    const one = async ({ entity }: { entity: unknown }) => {
      if (entity === 'fails') throw new Error('still');
      seen.push(entity);
      return true;
    };
    const sweep = { queue: 'checks', entry: 'runChecks', atOnce: 20, read, one } as const;
    expect(await sweepDue(sweep, world.clock.now(), world.deps)).toEqual({ done: 1 });
    expect(seen).toEqual(['bra']);
    expect(world.failures.splice(0)).toHaveLength(300);
  });

  it('does no more at once than it was told', async () => {
    const world = await aWorld(morning);
    await plant(world, 'checks', 30, 'bra');
    const one = async () => true;
    const sweep = { queue: 'checks', entry: 'runChecks', atOnce: 20, read, one } as const;
    expect(await sweepDue(sweep, world.clock.now(), world.deps)).toEqual({ done: 20 });
  });
});

describe('a job that takes each of many', () => {
  const damage = async (world: World, pk: string, sk: string) => {
    const [item] = await world.table.getMany([{ pk, sk }]);
    if (!item) throw new Error('nothing to damage');
    await world.put({ kind: 'put', over: item.version, item: { ...item, data: {} } });
  };

  it('opens the month of the one provider though the other cannot be read', async () => {
    const world = await aWorld({ date: '2026-10-31', clock: '12:00' });
    await world.register({ caseNo: 'A-1' }, { caseNo: 'A-2', providerId: 'P2' });
    await damage(world, 'PROVIDER#P1', 'PROVIDER');
    // The others have their dates; the job says that it is not done, so that it is run again and somebody is alarmed.
    await expect(openMonth.run(instantAt('2026-11-01', '00:10'), world.deps)).rejects.toThrow('1 of');
    expect(world.failures.splice(0)).toHaveLength(1);
  });

  it('writes in the morning to the rest though a person and a provider cannot be read', async () => {
    const world = await aWorld({ ...morning, settings: { overrides: ['digest.enabled=true'] } });
    await world.put(letterStore(world.table).queue(aLetter({ id: 'brev-900', state: 'asked' })));
    await plant(world, 'checks', 1);
    await damage(world, 'USER#H1', 'MEMBERSHIP#head');
    await damage(world, 'PROVIDER#P1', 'PROVIDER');
    await world.machine.tick();
    expect(await sendDigest.run(world.clock.now(), world.deps)).toEqual({ done: 1 });
    expect(world.failures.splice(0)).toHaveLength(3);
    await world.machine.tick();
    // The letter that waits for an answer, and what was set aside.
    expect((await world.letters()).map(({ to, text }) => [to, /i dag: (\d)/.exec(text)?.[1]])).toEqual([
      ['d1@kommun.example', '2'],
    ]);
  });

  it('seals the other streams though the head of one cannot be read', async () => {
    const world = await aWorld(morning);
    const head = (stream: string, data: unknown) => ({
      kind: 'put' as const,
      over: 0,
      item: { pk: `CHAIN#${stream}`, sk: 'HEAD', data, indexes: { g1: { pk: 'CHAINS', sk: `2026-09-15#${stream}` } } },
    });
    const chain = { stream: 'P2/2026-08', seq: 1, previous: null, earlier: [] };
    await world.put(head('P1/2026-08', {}), head('P2/2026-08', { kind: 'statement', sha256: 'a'.repeat(64), chain }));
    expect(await sealCheckpoint.run(world.clock.now(), world.deps)).toEqual({ done: 1 });
    expect(world.failures.splice(0)).toHaveLength(1);
  });
});
