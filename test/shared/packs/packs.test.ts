import { describe, expect, it } from 'vitest';
import { arbetsdagar, vardagar } from '../../../shared/packs/calendars.ts';
import { minutesIn } from '../../../shared/packs/duration.ts';
import { packInForce, packNamed, packs } from '../../../shared/packs/packs.ts';
import { aPack } from '../../support/a-pack.ts';

describe('the routine in force on the day decides', () => {
  it('by name and date', () => {
    expect(packInForce('sn2016-840', '2016-12-31')).toBeUndefined();
    expect(packInForce('sn2016-840', '2017-01-01')).toBe(packNamed('sn2016-840'));
    expect(packNamed('okänd')).toBeUndefined();
  });

  it('never two of the same name on one day', () => {
    for (const pack of packs) {
      expect(packs.filter(({ name }) => name === pack.name && packInForce(name, pack.validFrom) !== pack)).toEqual([]);
    }
  });
});

describe('where the seeds differ, so do the packs', () => {
  it.each([
    ['switch.minDays', [0, 7]],
    ['switch.maxDays', [14, 14]],
    ['switch.simultaneity', ['OFF', 'PT60M']],
    ['switch.notifyDay', ['NEXT_CALENDAR', 'SAME_CALENDAR']],
    ['cutoff.enabled', [false, true]],
    ['rotation.urgent', ['NONE', 'LIST']],
    ['urgent.sameDay', ['SOFT', 'OFF']],
  ] as const)('%s in Leksand and SN/2016:840', (key, values) => {
    expect([aPack('leksand').params[key], aPack('sn2016-840').params[key]]).toEqual(values);
  });

  it.each([
    ['leksand', 'SOL', 'APPROVED_REPORTED', 'OWN_JOURNAL', 1],
    ['botkyrka', 'PA_DECISION', 'PERFORMED', 'SOL_JOURNAL_REF', 5],
    ['helsingborg', 'LSS', 'AGREEMENT', 'PAPER', 5],
    ['halmstad', 'SOL', 'PERFORMED', 'OWN_JOURNAL', 5],
  ])(
    '%s: legal basis, pay, documentation and the day of the month',
    (name, legalBasis, payBasis, documentation, day) => {
      expect(aPack(name).params).toMatchObject({
        legalBasis,
        payBasis,
        'documentation.mode': documentation,
        'monthly.dueVardag': day,
      });
    },
  );
});

it('an arbetsdag is a vardag that is not closed further (A17)', () => {
  const pack = aPack('leksand', 'calendar.extraClosed=2026-12-23', 'calendar.arbetsdagExtraClosed=2026-12-30');
  expect(vardagar(pack).extraClosed).toEqual(['2026-12-23']);
  expect(arbetsdagar(pack).extraClosed).toEqual(['2026-12-23', '2026-12-30']);
});

it.each([
  ['PT12H', 720],
  ['PT60M', 60],
  ['PT1H30M', 90],
  ['PT0M', 0],
])('%s is %i minutes', (duration, minutes) => {
  expect(minutesIn(duration)).toBe(minutes);
});
