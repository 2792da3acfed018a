import { expect, it } from 'vitest';
import type { Mail } from '../../../functions/mail/mail.ts';
import { mailTask, mailTaskMet } from '../../../functions/mail/mail-task-step.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { aWorld } from '../../support/a-world.ts';

const at = '2026-11-02T08:00:00.000Z';
const later = '2026-11-02T09:00:00.000Z';
const mail: Mail = { id: 'in-1', receivedAt: at, state: 'quarantined', owner: 'officer:O1', caseNo: 'A-1' };

it('gives a day, is met once decided, and waits again when it is asked about after it was let through', async () => {
  const { deps, table } = await aWorld();
  const states = async () =>
    (await deadlineStore(table).ofMail('in-1')).map(({ entity }) => [
      'ref' in entity.subject && entity.subject.ref,
      entity.state,
      entity.owner,
      entity.dueAt,
    ]);
  await committed(await mailTask(mail, 'quarantined', at, deps), { by: system, at }, deps);
  expect(await states()).toEqual([['quarantined', 'open', 'officer:O1', '2026-11-03T08:00:00.000Z']]);

  await committed(await mailTaskMet(mail, later, deps), { by: system, at: later }, deps);
  expect((await states()).map(([, state]) => state)).toEqual(['done']);

  await committed(await mailTask(mail, 'asked', later, deps), { by: system, at: later }, deps);
  await committed(await mailTask(mail, 'quarantined', later, deps), { by: system, at: later }, deps);
  expect((await states()).map(([ref, state]) => [ref, state])).toEqual([
    ['asked', 'open'],
    ['quarantined', 'open'],
  ]);
});
