import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Parameters } from '../../../shared/packs/parameters.ts';
import { help } from '../../../shared/packs/setting.ts';
import { notCarriedOut, withSettings } from '../../../shared/packs/settings.ts';
import { aPack } from '../../support/a-pack.ts';

const pack = aPack('leksand');

describe('a setting takes the place of the pack’s own value', () => {
  it.each([
    ['calendar.saturdayIsVardag=true', 'calendar.saturdayIsVardag', true],
    ['visit.toleranceMinutes=5', 'visit.toleranceMinutes', 5],
    ['visit.toleranceMinutes=0', 'visit.toleranceMinutes', 0],
    ['dygnMode=WALL_CLOCK_P1D', 'dygnMode', 'WALL_CLOCK_P1D'],
    ['cutoff.time=15:00', 'cutoff.time', '15:00'],
    ['cutoff.time=15:00:30', 'cutoff.time', '15:00:30'],
    ['bomtid.notice=BEFORE_VISIT', 'bomtid.notice', 'BEFORE_VISIT'],
    ['bomtid.notice=HOURS:4', 'bomtid.notice', 'HOURS:4'],
    ['switch.simultaneity=PT2H', 'switch.simultaneity', 'PT2H'],
    ['officeClose=16:30', 'officeClose', '16:30'],
    ['calendar.extraClosed=2026-12-23,2026-12-30', 'calendar.extraClosed', ['2026-12-23', '2026-12-30']],
    ['calendar.extraClosed=', 'calendar.extraClosed', []],
  ] as const)('%s', (setting, key, value) => {
    const set = withSettings(pack, [setting]);
    expect(set.ok && set.value.params[key]).toEqual(value);
    expect(set.ok && { ...set.value, params: undefined }).toEqual({ ...pack, params: undefined });
  });

  it('the last of several counts, and none leaves the pack as it is', () => {
    const set = withSettings(pack, ['visit.toleranceMinutes=5', 'wrongBasis=MIN', 'visit.toleranceMinutes=3']);
    expect(set).toMatchObject({ value: { params: { 'visit.toleranceMinutes': 3, wrongBasis: 'MIN' } } });
    expect(withSettings(pack, [])).toEqual({ ok: true, value: pack });
    expect(pack.params['visit.toleranceMinutes']).toBe(0);
  });
});

describe('a parameter that nothing carries out', () => {
  const root = new URL('../../../', import.meta.url).pathname;
  const sources = ['functions', 'infra', 'shared'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !`${folder}/${name}`.startsWith('shared/packs/'))
      .map((name) => readFileSync(`${root}${folder}/${name}`, 'utf8')),
  );
  const packCode = ['calendars', 'channels', 'turn-rules'].map((name) =>
    readFileSync(`${root}shared/packs/${name}.ts`, 'utf8'),
  );
  const isRead = (key: string) =>
    [...sources, ...packCode].some((text) => text.includes(`params['${key}']`) || text.includes(`params.${key}`));

  it.each(Object.keys(Parameters.shape))('%s is on the list, or is read', (key) => {
    expect(notCarriedOut.has(key)).toBe(!isRead(key));
  });

  it('cannot be set, and the refusal says so', () => {
    for (const setting of ['payBasis=GRANTED']) {
      expect(withSettings(pack, [setting])).toMatchObject({
        ok: false,
        faults: [{ code: 'setting-not-carried-out', message: expect.stringContaining('följer den ännu') }],
      });
    }
  });
});

describe('a wrong setting is refused and named', () => {
  it.each([
    ...['okänd=1', 'toString=1', '=1', '', 'visit.toleranceMinutes', 'visit.toleranceMinutes=', 'dygnMode=elapsed_24h'],
    ...['visit.toleranceMinutes=-1', 'visit.toleranceMinutes=1.5', 'visit.toleranceMinutes=fem', 'granted.proRata=1'],
    ...['visit.toleranceMinutes=1441', 'calendar.saturdayIsVardag=ja', 'wrongBasis=', 'cutoff.time=24:00'],
    ...['cutoff.time=7:00', 'bomtid.notice=HOURS:-1', 'bomtid.notice=HOURS:', 'bomtid.notice=HOURS:1.5'],
    ...['confirm.within=P1D', 'confirm.within=PT', 'confirm.within=24', 'calendar.extraClosed=2026-02-30'],
  ])('%s', (setting) => {
    const refused = withSettings(pack, ['wrongBasis=MIN', setting]);
    expect(refused).toMatchObject({ ok: false, kind: 'invalid', faults: [{ at: setting.split('=')[0] }] });
  });

  it('names every one, and those that clash', () => {
    expect(withSettings(pack, ['x=1', 'y=2', 'wrongBasis=NO'])).toMatchObject({
      faults: [
        { at: 'x', code: 'unknown-setting' },
        { at: 'y', code: 'unknown-setting' },
        { at: 'wrongBasis', code: 'bad-setting', message: 'wrongBasis tar GRANTED|MIN|HOLD' },
      ],
    });
    expect(withSettings(pack, ['switch.minDays=15'])).toMatchObject({ faults: [{ code: 'settings-clash' }] });
  });
});

it('every parameter has a help line in both languages', () => {
  for (const [key, schema] of Object.entries(Parameters.shape)) {
    expect([key, help.get(schema)]).toEqual([
      key,
      { allowed: expect.stringMatching(/./), sv: expect.stringMatching(/./), en: expect.stringMatching(/./) },
    ]);
  }
});
