import { type Instant, type LocalDate, plusDays } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change } from '../../../shared/ports/table.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { type Fields, outbox } from '../../../shared/steps/outbox.ts';
import { notifyNurses } from '../../orders/door.ts';
import type { Side } from '../caller-side.ts';
import type { SwitchStep } from '../load-switch.ts';
import type { Switch } from '../switch.ts';

type Says = { readonly one: Switch; readonly step: Omit<SwitchStep, 'side'>; readonly at: Instant };

const about = (one: Switch): Fields => ({ to: 'switches', id: one.id, caseNo: one.caseNo });

/**
 * Notifies everyone in the switch of the day but the one who settled it: the officer (S-54), the other provider (S-52),
 * or both providers where the officer carries the words (S-47, S-48).
 */
export async function dateLetters(
  { one, step, at }: Says,
  on: LocalDate,
  side: Side,
  deps: Deps,
): Promise<readonly Change[]> {
  const { pack, settings, leaving, joining } = step;
  const box = outbox(deps, settings, at);
  const fields: Fields = { ...about(one), on };
  return [
    ...(side === 'leaving' ? [] : box.tell(leaving, pack, 'N30', fields)),
    ...(side === 'joining' ? [] : box.tell(joining, pack, 'N30', fields)),
    ...(side === 'officer' ? [] : await box.toOfficer(one.officerId, 'N30', fields)),
  ];
}

/**
 * Notifies home health care of a customer who is enrolled there: that the leaving provider ends, or stays (S-58, S-59).
 */
export async function nurseDateLetters(
  { one, step, at }: Says,
  on: LocalDate | undefined,
  deps: Deps,
): Promise<Effects> {
  if (!one.healthCareEnrolled) return {};
  const { leaving, joining, settings, pack } = step;
  const lastDay = on === undefined ? undefined : plusDays(on, -1);
  const news = { caseNo: one.caseNo, leaving, joining, lastDay, refs: { switchId: one.id } };
  return notifyNurses(news, { settings, pack, at }, deps);
}
