import { expect, it } from 'vitest';
import { passedLimit } from '../../../../functions/mail/acting/passed-limit.ts';
import type { ReplyAct } from '../../../../shared/domain/letters/reply-form.ts';
import { anOrder, at } from '../../../support/builders.ts';

const startBy = at('2026-09-17 15:20');
const act = { at: at('2026-09-16 16:00'), by: 'K1', late: false };
const confirmed = (canStart?: string) => ({
  ...act,
  implicit: false,
  ...(canStart ? { canStartAt: at(canStart) } : {}),
});
const visit = (late: boolean) => ({ ...act, on: '2026-09-18', late });

it.each<[string, ReplyAct[], Parameters<typeof anOrder>[0], boolean]>([
  ['confirmed with a later day', ['confirm'], { confirmed: confirmed('2026-09-18 07:00') }, true],
  ['confirmed with a day in time', ['confirm'], { confirmed: confirmed('2026-09-17 07:00') }, false],
  ['confirmed with no day', ['confirm'], { confirmed: confirmed() }, false],
  ['a visit that was late', ['start'], { started: visit(true) }, true],
  ['one that the officer is to set as executed', ['start'], { firstVisit: visit(true) }, true],
  [
    'a visit that was in time, though another day was said',
    ['confirm', 'start'],
    { confirmed: confirmed('2026-09-18 07:00'), started: visit(false) },
    false,
  ],
  ['something else of an order that began late', ['not-executed'], { started: visit(true) }, false],
  [
    'an order without such a limit',
    ['confirm'],
    { confirmed: confirmed('2026-09-18 07:00'), startBy: undefined },
    false,
  ],
])('%s', (_, acts, over, isPassed) => {
  expect(passedLimit(anOrder(over), acts)).toBe(isPassed ? startBy : undefined);
});
