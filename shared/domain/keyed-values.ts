import { deviationTypes, visitStatuses } from './file-columns.ts';

/** Why what was keyed of one field of a paper is no such value. */
export type ValueFault =
  | 'no-such-date'
  | 'no-such-time'
  | 'not-minutes'
  | 'no-such-status'
  | 'no-such-type'
  | 'no-notice';

const isDate = (text: string): boolean => {
  const time = /^(?:19|2\d)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // A day that a month has not is another day when it is read again.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const isTime = (text: string): boolean => {
  const [, hour = '24', minute = '60'] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  return Number(hour) < 24 && Number(minute) < 60;
};

const isNotice = (text: string): boolean => {
  const [, date = '', time = ''] = /^(\S+) (\S+)$/.exec(text) ?? [];
  return isDate(date) && isTime(time);
};

const isOneOf = (words: readonly string[], text: string): boolean => words.includes(text.toLocaleUpperCase('sv'));

type Rule = readonly [ValueFault, (text: string) => boolean];
const date: Rule = ['no-such-date', isDate];
const time: Rule = ['no-such-time', isTime];
const minutes: Rule = ['not-minutes', (text) => /^\d{1,5}$|^\d{1,3}(?: \d{3})+$/.test(text)];

const rules: Readonly<Record<string, Rule>> = {
  ...{ date, to: date, start: time, end: time, ordered: minutes, performed: minutes, minutes },
  status: ['no-such-status', (text) => isOneOf(visitStatuses, text)],
  type: ['no-such-type', (text) => isOneOf(deviationTypes, text)],
  notice: ['no-notice', isNotice],
};

/**
 * What is wrong with what somebody keys of one field of a paper, whichever form it is on; undefined where nothing is, or
 * nothing stands there. Only that it is a value of its kind: what it means is judged with the file.
 */
export function valueFault(field: string, text: string): ValueFault | undefined {
  const [fault, isRight] = rules[field] ?? [];
  const said = text.trim();
  return said === '' || fault === undefined || isRight?.(said) ? undefined : fault;
}
