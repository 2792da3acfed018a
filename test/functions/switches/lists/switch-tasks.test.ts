import { describe, expect, it } from 'vitest';
import { nextOf, tasksOf } from '../../../../functions/switches/lists/switch-tasks.ts';
import type { Switch } from '../../../../functions/switches/switch.ts';
import { aPack } from '../../../support/a-pack.ts';
import { aSwitch, at } from '../../../support/builders.ts';

const act = { at: at('2026-09-01 10:30'), by: 'O1' };
const told = aSwitch({ healthCareEnrolled: true });
const takeover = { ...act, contactedAt: act.at };
const handover = { ...act, consent: false, askedOn: '2026-09-02', documents: [] };
const date = { ...act, on: '2026-09-10', wishedByCustomer: false };

const stepsOf = (one: Switch) =>
  tasksOf(one, { language: 'sv', pack: aPack('sn2016-840') }).map(
    ({ side, rule, done }) => `${side} ${rule} ${done ? 'done' : 'due'}`,
  );

describe('what each side has to do in a switch', () => {
  it('waits until it is done: the leaving provider’s steps and the joining one’s (S-50 to S-54, S-58)', () => {
    expect(stepsOf(told)).toEqual([
      'officer S-44 done',
      'leaving S-50 due',
      'leaving S-51 due',
      'leaving S-52 due',
      'leaving S-58 due',
      'joining S-53 due',
      'joining S-54 due',
    ]);
    expect(stepsOf({ ...told, takeover, handover }).filter((step) => step.endsWith('done'))).toEqual([
      'officer S-44 done',
      'leaving S-51 done',
      'joining S-53 done',
    ]);
    expect(stepsOf({ ...told, date, state: 'dated' }).filter((step) => step.endsWith('due'))).toEqual([
      'leaving S-51 due',
      'joining S-53 due',
    ]);
  });

  it('is the officer’s where the customer wants no contact with the leaving provider (S-47, S-48)', () => {
    const relayed: Switch = { ...told, noContact: true, healthCareEnrolled: false };
    expect(stepsOf(relayed)).toEqual([
      ...['officer S-44 done', 'officer S-47 due', 'officer S-51 due'],
      ...['joining S-53 due', 'joining S-54 due'],
    ]);
    expect(nextOf(relayed, 'leaving')).toEqual([]);
  });

  it('is nothing once it has been called off', () => {
    expect(stepsOf({ ...told, state: 'called-off' })).toEqual([]);
  });
});
