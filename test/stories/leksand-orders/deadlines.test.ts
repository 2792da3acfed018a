import { beforeAll, describe, expect, it } from 'vitest';
import { aWorld, coordinator, head, officer, type World } from '../../support/a-world.ts';

/**
 * Leksand, the same evening: an order goes out on Wednesday 16 September 2026 at 15:20, and nobody begins (E16). What
 * the clock alone does to it, whom it tells, and how it is seen.
 */
describe('an order in Leksand that nobody begins', () => {
  let world: World;
  let feed = '';
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const post = async () => (await world.letters()).map(({ to, subject }) => `${to.split('@')[0]}: ${subject}`);
  const since = async (before: readonly string[]) => (await post()).slice(before.length).toSorted();

  beforeAll(async () => {
    world = await aWorld({ date: '2026-09-16', clock: '15:20', settings: { overrides: ['digest.enabled=true'] } });
    await world.takeIn('A-1001');
    await world.call('placeOrder', officer, { body: { caseNo: 'A-1001', providerId: 'P1', services } });
    const { body } = await world.call('openFeed', coordinator, { body: {} });
    feed = body.address.split('/').at(-1);
    await world.tick();
  });

  it('what happens next can be asked, with the reason: a reminder at half, then the two limits (L-12, L-13)', async () => {
    const { body } = await world.call('listUpcoming', coordinator);
    const upcoming = body.items.map(({ code, next }: { code: string; next: { event: string; at: string } }) => [
      code,
      next.event,
      next.at,
    ]);
    expect(upcoming).toEqual([
      ['D01', 'reminded', '2026-09-17T03:20:00+02:00'],
      ['D02', 'overdue', '2026-09-17T15:20:00+02:00'],
    ]);
    for (const { rule, why } of body.items) expect(why.map((step: { rule: string }) => step.rule)).toContain(rule);
  });

  it('in the morning the provider is told how much the day holds, in numbers alone', async () => {
    const before = await post();
    await world.passTo('2026-09-17', '07:00');
    expect(await since(before)).toEqual(['p1: Dagens uppgifter', 'p1: En beställning väntar på bekräftelse']);
    const digest = (await world.letters()).at(-1);
    expect(digest?.text).toContain('i dag: 2.\nFörsenat: 0.');
    expect(digest?.text).not.toMatch(/A-1001|Omsorg/);
  });

  it('its calendar has both limits, by no case and no name', async () => {
    const { status, text } = await world.call('readFeed', undefined, { path: { secret: feed } });
    expect(status).toBe(200);
    expect(text.match(/DTSTART:20260917T132000Z/g)).toHaveLength(2);
    expect(text).not.toMatch(/A-1001|B-\d|Omsorg|P1/);
  });

  it('the clock passes the limit: late for both sides, and the reason is in the list (L-12, L-13)', async () => {
    const before = await post();
    await world.passTo('2026-09-17', '15:21');
    expect(await since(before)).toEqual([
      'o1: En beställning väntar på bekräftelse',
      'o1: En beställning är inte påbörjad i tid',
      'p1: En beställning väntar på bekräftelse',
      'p1: En beställning är inte påbörjad i tid',
    ]);
    for (const who of [officer, coordinator]) {
      const { body } = await world.call('listOrders', who, { query: { list: 'overdue' } });
      expect(body.items).toMatchObject([
        {
          caseNo: 'A-1001',
          late: true,
          waitsFor: {
            code: 'D01',
            rule: 'L-12',
            due: '2026-09-17T15:20:00+02:00',
            reason: expect.stringMatching(/\w+/),
          },
        },
      ]);
    }
    const { body } = await world.call('listTasks', coordinator, { query: { state: 'late' } });
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['D01', 'D02']);
  });

  it('a dygn later the head is told, once (L-13)', async () => {
    const before = await post();
    await world.passTo('2026-09-18', '15:25');
    expect((await since(before)).filter((one) => !one.includes('Dagens uppgifter'))).toEqual([
      'h1: En beställning är inte påbörjad i tid',
    ]);
    const { body } = await world.call('listUpcoming', head, { query: { providerId: 'P1' } });
    expect(body.items).toEqual([]);
  });

  it('begun at last: out of every list, the mark stays in the journal (L-16, A57)', async () => {
    await world.call('startOrder', coordinator, { path: { orderId: 'B-1' }, body: { startedOn: '2026-09-18' } });
    const { body } = await world.call('listOrders', officer, { query: { list: 'overdue' } });
    expect(body.items).toEqual([]);
    expect(await world.journal('A-1001')).toEqual(
      expect.arrayContaining([
        'deadline-overdue L-12 system',
        'deadline-overdue L-13 system',
        'deadline-escalated L-13 system',
      ]),
    );
  });

  it('on a Saturday nobody is written to about the day', async () => {
    const before = await post();
    await world.passTo('2026-09-19', '12:00');
    expect((await since(before)).filter((one) => one.includes('Dagens uppgifter'))).toEqual([]);
  });
});
