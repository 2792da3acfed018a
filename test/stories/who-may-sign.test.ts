import { beforeAll, describe, expect, it } from 'vitest';
import { decideLine, handIn, month, ofP1, reporting, stating } from '../support/a-handed-in-month.ts';
import { aReport } from '../support/a-report.ts';
import { administrator, feeOfficer, head, officer, type World } from '../support/a-world.ts';
import { anOrderUnderWay } from '../support/an-order-under-way.ts';

/** Who is asked about a line, who may sign, and whom a signed record opens for (L-32, A68, A72). */
let world: World;
const code = ({ body }: { body: { code?: string } }) => body.code;

describe('a month of one customer, with a visit in doubt', () => {
  beforeAll(async () => {
    world = await anOrderUnderWay('2026-11-02');
    const form = ['A-1;2026-10-05;2026-10-09;;SJUKHUS;;;'];
    await handIn(
      world,
      aReport(
        {
          'A-1': [
            [1, 60],
            [7, 30],
          ],
        },
        { form },
      ),
    );
  });

  it('the fee officer is told that it is in, and has each customer’s minutes at once (L-26, L-30, N16)', async () => {
    await world.tick();
    const { items } = (await world.call('listMessages', feeOfficer, {})).body;
    expect(items.length).toBeGreaterThan(0);
    const fees = await world.call('getFees', feeOfficer, { path: { month } });
    expect(fees.body.items).toMatchObject([{ caseNo: 'A-1', performed: 60, charged: 60, state: 'PRELIMINÄR' }]);
  });

  it('is approved when customer or relative and provider were asked, or with why that was not possible (L-32, A68)', async () => {
    expect((await decideLine(world, 'A-1', { decision: 'APPROVE' })).status).toBe(422);
    const contacts = [{ with: 'relative' }, { with: 'provider' }];
    const decided = await decideLine(world, 'A-1', { decision: 'APPROVE', contacts });
    expect([decided.status, code(decided)]).toEqual([200, undefined]);
  });

  it('whoever signed the officer’s report sends no statement, as the head’s deputy either (A72)', async () => {
    expect(await world.sign(officer, reporting, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
    const days = { from: '2026-11-02', to: '2026-11-10' };
    const wish = { forUserId: head.userId, deputyUserId: officer.userId, role: 'head', ...days };
    expect((await world.call('appointDeputy', head, { body: wish })).status).toBe(201);
    const asDeputy = { userId: officer.userId, role: 'head' } as const;
    expect(await world.sign(asDeputy, stating, { path: ofP1, body: {} })).toMatchObject({
      status: 409,
      body: { code: 'four-eyes' },
    });
    expect(await world.sign(head, stating, { path: ofP1, body: {} })).toMatchObject({ status: 201 });
  });

  it('and the record opens for those whose month it is, not for the administrator', async () => {
    const { body } = await world.call('getMonth', head, { path: ofP1 });
    const path = { ...ofP1, recordId: body.month.statement.recordId };
    expect((await world.call('getRecord', head, { path })).status).toBe(200);
    expect((await world.call('getRecord', officer, { path })).status).toBe(200);
    expect([403, 404]).toContain((await world.call('getRecord', administrator, { path })).status);
    const fees = await world.call('getFees', feeOfficer, { path: { month } });
    expect(fees.body.items[0]).toMatchObject({ state: 'FASTSTÄLLD' });
  });
});
