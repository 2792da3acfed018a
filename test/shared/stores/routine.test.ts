import { beforeEach, describe, expect, it } from 'vitest';
import { routineOfUnit } from '../../../shared/stores/routine.ts';
import { aWorld, type World } from '../../support/a-world.ts';

const overrides = ['noticeBilling=ORDERED', 'calendar.saturdayIsVardag=true', 'switch.minDays=9'];
let world: World;
beforeEach(async () => {
  world = await aWorld({ hasUnits: true, settings: { overrides } });
});

describe('a unit’s routine', () => {
  it('is the one that it names: two units of one municipality follow two', async () => {
    const names = async (unitId: string) => {
      const found = await routineOfUnit(world.table, unitId, '2026-11-02');
      return found.ok ? [found.value.pack.name, found.value.unit.id, found.value.settings.pack] : found.code;
    };
    expect(await names('E1')).toEqual(['helsingborg', 'E1', 'leksand']);
    expect(await names('E2')).toEqual(['halmstad', 'E2', 'leksand']);
    expect(await names('E9')).toBe('unit-not-found');
  });

  it('has the municipality’s own choices of what is common and of its own modules, and no others', async () => {
    const found = await routineOfUnit(world.table, 'E2', '2026-11-02');
    expect(found).toMatchObject({
      ok: true,
      value: { pack: { params: { noticeBilling: 'ORDERED', 'calendar.saturdayIsVardag': true } } },
    });
    expect(found.ok && found.value.pack.modules).not.toContain('switches');
    expect(found.ok && found.value.pack.params['switch.minDays']).not.toBe(9);
  });

  it('is none before its first day', async () => {
    expect(await routineOfUnit(world.table, 'E2', '1999-12-31')).toMatchObject({ code: 'no-routine-in-force' });
  });
});
