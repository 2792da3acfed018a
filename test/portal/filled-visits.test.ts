import { describe, expect, it } from 'vitest';
import {
  byDay,
  deviationOf,
  minutesFrom,
  newDeviation,
  newVisit,
  ticked,
  type VisitShown,
  weeklyVisits,
  withStatus,
  withTimes,
} from '../../portal/pages/month/filling/visit.ts';

const planned: VisitShown = {
  ...newVisit('OMV'),
  ...{ date: '2026-10-05', start: '08:00', end: '08:30', ordered: 30, planned: '08:00' },
  status: '',
};

describe('a visit as it is filled in', () => {
  it('is ticked as it was ordered, and taken back', () => {
    expect(ticked(planned, true)).toEqual({ ...planned, status: 'UTFÖRD', performed: 30 });
    expect(ticked(ticked(planned, true), false)).toEqual(planned);
    expect(ticked({ ...planned, ordered: null, end: '08:20' }, true).performed).toBe(20);
  });

  it('has no minutes when it was not performed', () => {
    expect(withStatus(ticked(planned, true), 'BOMTID')).toMatchObject({ status: 'BOMTID', performed: 0 });
    expect(withStatus(withStatus(planned, 'BOMTID'), 'UTFÖRD').performed).toBe(30);
  });

  it('has the minutes of its times, over midnight too; what was ordered stays as it was', () => {
    expect(withTimes(ticked(planned, true), { end: '08:45' })).toMatchObject({ performed: 45, ordered: 30 });
    expect(withTimes({ ...newVisit('OMV'), start: '23:50' }, { end: '00:10' })).toMatchObject({
      performed: 20,
      ordered: 20,
    });
    expect(minutesFrom({ start: '08:00', end: '' })).toBeNull();
  });

  it('comes every week on the days that were said, to be ticked', () => {
    const weekly = weeklyVisits('2026-10', { code: 'OMV', weekdays: [1, 7], start: '23:30', minutes: 60 });
    expect(weekly.map(({ date }) => date.slice(8))).toEqual(['04', '05', '11', '12', '18', '19', '25', '26']);
    expect(weekly[0]).toMatchObject({ end: '00:30', ordered: 60, performed: null, status: '', planned: '' });
  });

  it('stands by its day; without one it stays last', () => {
    const late = { ...planned, start: '18:00' };
    expect(byDay([newVisit('OMV'), late, planned])).toEqual([planned, late, newVisit('OMV')]);
  });

  it('wants a deviation where it met nobody or was cancelled, and none when one is there', () => {
    const missed = withStatus(planned, 'BOMTID');
    expect(deviationOf(missed, [])).toMatchObject({ type: 'BOMTID', date: '2026-10-05', start: '08:00' });
    expect(deviationOf(withStatus(planned, 'AVBOKAD'), [])?.type).toBe('AVSAGD');
    expect(deviationOf(withStatus(planned, 'EJ UTFÖRD'), [])).toBeUndefined();
    const away = newDeviation({ type: 'SJUKHUS', date: '2026-10-03', to: '2026-10-06' });
    expect(deviationOf(missed, [away])).toBeUndefined();
  });
});
