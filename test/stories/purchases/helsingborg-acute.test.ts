import { beforeAll, describe, expect, it } from 'vitest';
import { handedOver } from '../../support/a-handed-over.ts';
import { aPurchaseWorld, aRequest, buyers, type PurchaseWorld } from '../../support/a-purchase-world.ts';

const { pam, hcm, arh } = buyers;
const sign = ['intendAgreement', 'signAgreement'] as const;

/** What is asked for on the telephone, on a Monday in June. */
const acute = (over: Record<string, unknown> = {}) => ({
  mode: 'ACUTE',
  from: '2026-06-01',
  to: null,
  extent: { minutes: 600, per: 'WEEK' },
  arisenAt: '2026-06-01T06:30:00+02:00',
  grounds: { ...aRequest().grounds, code: 'NO_DELEGATED', ownStaffingExcludedAt: '2026-06-01T06:45:00+02:00' },
  ...over,
});

/** Helsingborg's routine for what could not be planned (H-19 to H-30), from the call to the agreement afterwards. */
describe('Helsingborg: acute help', () => {
  let world: PurchaseWorld;
  let id = '';
  const refused = async (
    key: 'requestPurchase' | 'startPurchase' | 'endPurchase',
    who: typeof pam | typeof hcm,
    body: unknown,
  ) => (await world.call(key, who, { ...(key === 'requestPurchase' ? {} : { path: { purchaseId: id } }), body })).body;
  beforeAll(async () => {
    world = await aPurchaseWorld('helsingborg', { date: '2026-06-01', clock: '07:00' });
  });

  it('arises suddenly, when own staffing has been excluded, for a point intervention (H-19 to H-21)', async () => {
    for (const [over, rule] of [
      [{ arisenAt: undefined }, 'H-19'],
      [{ grounds: { ...acute().grounds, ownStaffingExcludedAt: undefined } }, 'H-20'],
      [{ grounds: { ...acute().grounds, kind: 'OTHER' } }, 'H-21'],
    ] as const)
      expect(await refused('requestPurchase', pam, aRequest(acute(over)))).toMatchObject({
        code: 'condition-missing',
        missing: [{ rule, level: 'BLK' }],
      });
    id = await world.ask(acute());
    expect(await world.read(pam, id)).toMatchObject({ state: 'acute-requested', mode: 'ACUTE' });
    expect(await world.told()).toEqual(['hcm: Akut hjälp mellan enheter']);
  });

  it('begins when the call is noted, and staff can read what they need (H-10, H-33, H-39)', async () => {
    world.sleepTo('2026-06-01', '08:10');
    const begin = { at: '2026-06-01T08:00:00+02:00' };
    expect((await refused('startPurchase', hcm, begin)).missing.map(({ rule }: { rule: string }) => rule)).toEqual([
      'H-10',
      'H-33',
      'H-39',
    ]);
    await world.step('noteDialogue', pam, id, {
      at: '2026-06-01T06:50:00+02:00',
      words: 'ni tar morgnarna',
      outcome: 'FULL',
    });
    world.sleepTo('2026-06-01', '07:30');
    await handedOver(world, id, pam, ['INFORMATION', 'RISK', 'INSTRUCTION']);
    world.sleepTo('2026-06-01', '08:10');
    expect(await world.step('startPurchase', hcm, id, begin)).toMatchObject({
      state: 'running',
      acute: { firstVisit: '2026-06-01', day: 1, followUpDue: '2026-06-15', agreementBy: '2026-06-15' },
    });
  });

  it('on day 12 both managers are warned (H-28)', async () => {
    await world.passTo('2026-06-12', '09:00');
    const told = await world.told();
    for (const who of ['pam', 'hcm'])
      expect(told.filter((one) => one === `${who}: Akut hjälp mellan enheter`).length, who).toBe(who === 'hcm' ? 2 : 1);
    expect((await world.read(hcm, id)).acute.day).toBe(12);
  });

  it('on day 15 both decide together, the area head is told, and help goes on (H-28, H-29)', async () => {
    await world.passTo('2026-06-15', '09:00');
    expect(await world.read(pam, id)).toMatchObject({ state: 'follow-up-due', acute: { day: 15 } });
    expect(await world.told()).toContain('arh: Akut hjälp mellan enheter');
    expect((await refused('endPurchase', hcm, { on: '2026-06-15', reason: 'slut' })).code).toBe('not-both-managers');
    await world.step('decideFollowUp', pam, id, { decision: 'PLANNED', words: 'behovet består' });
    expect(
      await world.step('decideFollowUp', hcm, id, { decision: 'END', words: 'vi räcker inte till' }),
    ).toMatchObject({
      state: 'follow-up-due',
    });
    await world.passTo('2026-06-16', '09:00');
    expect(
      await world.step('decideFollowUp', hcm, id, { decision: 'PLANNED', words: 'vi har anställt' }),
    ).toMatchObject({
      state: 'converted-to-planned',
      acute: { decisions: [{ by: 'pam' }, { by: 'hcm' }, { by: 'hcm' }] },
    });
    expect(await world.read(arh, id)).toMatchObject({ id });
  });

  it('is planned from the second signature of its own agreement (A79)', async () => {
    const path = { purchaseId: id };
    expect(await world.step('draftAgreement', pam, id, {})).toMatchObject({
      agreement: { state: 'DRAFT', use: 'PLANNED' },
    });
    for (const who of [hcm, pam]) expect((await world.sign(who, sign, { path, body: {} })).status).toBeLessThan(300);
    expect(await world.read(pam, id)).toMatchObject({
      mode: 'PLANNED',
      state: 'active',
      agreement: { state: 'SIGNED' },
    });
  });

  it('its basis waits for the agreement that is signed afterwards, and help does not (H-30)', async () => {
    const path = { purchaseId: id };
    await world.step('draftAgreement', hcm, id, { use: 'AFTERWARDS' });
    await world.passTo('2026-06-17', '09:00');
    expect(await world.told()).toContain('pam: Ett avtal i efterhand saknas');
    for (const who of [pam, hcm])
      expect((await world.sign(who, sign, { path, body: { use: 'AFTERWARDS' } })).status).toBeLessThan(300);
    const { deadlines } = await world.read(pam, id);
    const late = deadlines.filter(({ code }: { code: string }) => code === 'D33');
    expect(late).toMatchObject([{ state: 'overdue' }, { state: 'overdue' }]);
    expect(late.every(({ doneAt }: { doneAt?: string }) => doneAt !== undefined)).toBe(true);
  });

  it('acute help again within thirty days asks for a plan that both have made (H-22)', async () => {
    world.sleepTo('2026-06-20', '07:00');
    const second = acute({ caseNo: 'A-1', from: '2026-06-20', arisenAt: '2026-06-20T06:30:00+02:00' });
    const again = await world.ask(second);
    await world.step('noteDialogue', hcm, again, {
      at: '2026-06-20T06:55:00+02:00',
      words: 'en vecka',
      outcome: 'FULL',
    });
    await handedOver(world, again, pam, ['INFORMATION', 'RISK', 'INSTRUCTION']);
    world.sleepTo('2026-06-20', '09:00');
    const begin = { at: '2026-06-20T08:00:00+02:00' };
    const path = { purchaseId: again };
    expect((await world.call('startPurchase', hcm, { path, body: begin })).body).toMatchObject({
      code: 'acute-without-plan',
      missing: [{ rule: 'H-22' }],
    });
    await world.step('prepareReceiver', pam, again, { longTermPlanId: 'plan-7' });
    expect((await world.call('startPurchase', hcm, { path, body: begin })).body.code).toBe('acute-without-plan');
    await world.step('prepareReceiver', hcm, again, { longTermPlanId: 'plan-7' });
    expect(await world.step('startPurchase', hcm, again, begin)).toMatchObject({ state: 'running' });
  });
});
