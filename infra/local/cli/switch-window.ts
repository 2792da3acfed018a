import { switchWindow } from '../../../functions/switches/date/switch-window.ts';
import { LocalDate } from '../../../shared/domain/local-time.ts';
import { calculation } from './answer.ts';
import { Time } from './arguments.ts';

const flags = { out: Time, in: Time, told: Time.optional(), date: LocalDate.optional() };

/** The days on which a switch of provider may take place, and what was not as the routine wants it. */
export const run = calculation('switch-window', flags, ({ out, in: joining, told, date }, pack) =>
  switchWindow({ outAt: out, inAt: joining, customerAt: told, date }, pack),
);
