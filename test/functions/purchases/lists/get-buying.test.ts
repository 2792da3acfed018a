import { expect, it } from 'vitest';
import { aPurchaseWorld, buyers } from '../../../support/a-purchase-world.ts';

const routineOf = async (pack: string) => {
  const world = await aPurchaseWorld(pack);
  return (await world.call('getBuying', buyers.pam, { path: { unitId: 'E1' } })).body;
};

it('tells what Helsingborg asks of a request, planned and acute, and whom a unit may ask', async () => {
  const told = await routineOf('helsingborg');
  expect(told).toMatchObject({
    unit: { id: 'E1', name: 'Assistans Norr' },
    pack: 'helsingborg',
    hasDialogue: true,
    hasAgreement: true,
    hasBinding: false,
    requestBy: ['ordering-manager'],
    receiverKinds: ['municipal', 'private'],
  });
  expect(told.planned.grounds.list.map(({ code }: { code: string }) => code)).toEqual([
    'DOUBLE_STAFFING',
    'SHORT_ABSENCE',
  ]);
  expect(told.acute.asked.start).toContainEqual({
    what: 'risks-readable',
    rule: 'H-39',
    level: 'BLK',
    text: expect.stringContaining('isk'),
  });
  expect(told.units.map(({ id }: { id: string }) => id)).toEqual(['E2', 'E3']);
  expect(told.providers.map(({ id }: { id: string }) => id)).toContain('P1');
});

it('tells that Halmstad binds the period and has notice, and no acute help; Botkyrka asks no private performer', async () => {
  const halmstad = await routineOf('halmstad');
  expect(halmstad).toMatchObject({ hasBinding: true, hasRegistration: true, noticeDays: 28, hasAgreement: false });
  expect(halmstad.acute).toBeUndefined();
  const botkyrka = await routineOf('botkyrka');
  expect(botkyrka.hasMessage).toBe(true);
  expect(botkyrka.providers.map(({ id }: { id: string }) => id)).not.toContain('P1');
});

it('knows no unit that is not there', async () => {
  const world = await aPurchaseWorld('halmstad');
  const answer = await world.call('getBuying', buyers.pam, { path: { unitId: 'E9' } });
  expect(answer).toMatchObject({ status: 404, body: { code: 'unit-not-found' } });
});

it('shows all that is asked before the decision and the start, there or not, beside what is missing', async () => {
  const world = await aPurchaseWorld('helsingborg');
  const id = await world.ask();
  const before = await world.read(buyers.hcm, id);
  expect(before.conditions).toContainEqual(
    expect.objectContaining({ what: 'dialogue-held', rule: 'H-10', before: 'decision', met: false }),
  );
  await world.step('noteDialogue', buyers.hcm, id, {
    at: '2026-09-01T08:00:00+02:00',
    words: 'vi kan',
    outcome: 'FULL',
  });
  const after = await world.read(buyers.hcm, id);
  expect(after.conditions).toContainEqual(expect.objectContaining({ what: 'dialogue-held', met: true }));
  expect(after.missing.map(({ rule }: { rule: string }) => rule)).toEqual(
    after.conditions.filter(({ met }: { met: boolean }) => !met).map(({ rule }: { rule: string }) => rule),
  );
});
