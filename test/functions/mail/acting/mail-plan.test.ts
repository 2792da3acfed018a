import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../functions/mail/acting/mail-plan.ts';
import type { MailAct } from '../../../../functions/mail/mail.ts';
import { anOrder, at } from '../../../support/builders.ts';

const today = '2026-09-16';
const confirm: MailAct = { act: 'confirm' };
const start = (on: string): MailAct => ({ act: 'start', on });
const left = (...services: { code: string; reason: string }[]): MailAct => ({ act: 'not-executed', services });
const avböjer = { code: 'OMV', reason: 'avböjer' };
const flyttar = { code: 'INK', reason: 'flyttar' };
const confirmed = { at: at('2026-09-16 16:00'), by: 'K1', late: false, implicit: false };
const visit = { at: at('2026-09-16 17:00'), by: 'K1', on: today, late: false };

const does = (acts: readonly MailAct[], over: Parameters<typeof anOrder>[0] = {}, done: never[] | ['confirm'] = []) =>
  planOf(acts, anOrder(over), today, done).steps.map((step) => step.does);

describe('what a provider says, and what is done of it', () => {
  it.each<[string, MailAct[], unknown[]]>([
    ['a yes confirms', [confirm], [{ act: 'confirm' }]],
    [
      'a yes with a day to come confirms with it (S-28)',
      [{ act: 'confirm', canStartOn: '2026-09-20' }],
      [{ act: 'confirm', canStartOn: '2026-09-20' }],
    ],
    ['a first visit that has been made is told (S-36)', [start('2026-09-15')], [{ act: 'start', on: '2026-09-15' }]],
    ['one of today too', [start(today)], [{ act: 'start', on: today }]],
    [
      'one to come says only when help can begin',
      [start('2026-09-17')],
      [{ act: 'confirm', canStartOn: '2026-09-17' }],
    ],
    ['a yes and a visit, each in its step', [confirm, start(today)], [{ act: 'confirm' }, { act: 'start', on: today }]],
    [
      'what is not carried out goes with the visit (S-37)',
      [start(today), left(avböjer)],
      [{ act: 'start', on: today, notExecuted: [avböjer] }],
    ],
    ['and by itself where none is told', [left(avböjer)], [{ act: 'not-executed', services: [avböjer] }]],
    [
      'a no for want of room',
      [{ act: 'reject', reason: 'fullt', isCapacity: true }],
      [{ act: 'reject', isCapacity: true }],
    ],
    [
      'another no, as it was said',
      [{ act: 'reject', reason: 'för långt', isCapacity: false }],
      [{ act: 'reject', isCapacity: false }],
    ],
    ['nothing, of nothing', [], []],
  ])('%s', (_, acts, steps) => {
    expect(does(acts)).toEqual(steps);
  });

  it('what is marked as done with it is all that the step carries', () => {
    const { steps } = planOf([confirm, start(today), left(avböjer)], anOrder(), today);
    expect(steps.map(({ acts }) => acts)).toEqual([['confirm'], ['start', 'not-executed']]);
  });
});

describe('what is so already is not done again', () => {
  it.each<[string, MailAct[], Parameters<typeof anOrder>[0]]>([
    ['confirmed', [confirm], { confirmed }],
    ['confirmed, and now with a day', [start('2026-09-20')], { confirmed }],
    ['a visit of the same day', [start(today)], { firstVisit: visit }],
    ['a start of the same day', [start(today)], { started: visit }],
    ['what is told not to be carried out', [left(avböjer)], { notExecuted: [{ ...avböjer }] }],
    ['that all is carried out', [left()], {}],
  ])('%s', (_, acts, over) => {
    expect(does(acts, over)).toEqual([]);
  });
  it('another day of the visit is done, and may be refused', () => {
    expect(does([start('2026-09-15')], { started: visit })).toEqual([{ act: 'start', on: '2026-09-15' }]);
  });
  it('what this mail has done before it was cut off', () => {
    expect(does([confirm, start(today)], {}, ['confirm'])).toEqual([{ act: 'start', on: today }]);
  });
});

describe('what is told of a service', () => {
  const told = { notExecuted: [flyttar] };
  it('leaves what was told of the others', () => {
    expect(does([left(avböjer)], told)).toEqual([{ act: 'not-executed', services: [flyttar, avböjer] }]);
  });
  it('takes the place of what was told of it', () => {
    const ny = { code: 'INK', reason: 'görs av andra' };
    expect(does([left(ny)], told)).toEqual([{ act: 'not-executed', services: [ny] }]);
  });
  it('of none, that all is carried out, takes it all back', () => {
    expect(does([left()], told)).toEqual([{ act: 'not-executed', services: [] }]);
  });
});

it('says that a visit is to come, also where there is nothing to do', () => {
  const ahead = (on: string) => planOf([start(on)], anOrder({ confirmed }), today).isAhead;
  expect([ahead(today), ahead('2026-09-17')]).toEqual([false, true]);
});
