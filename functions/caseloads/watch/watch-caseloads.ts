import { dateOf } from '../../../shared/domain/local-time.ts';
import { job } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';

/**
 * Each morning: cases whose officer is here no more are said to the head, by letter and in the system, until they have
 * been moved. A last day that was set long before is over without anybody doing anything.
 */
export const watchCaseloads = job(async (at, deps) => {
  const { table } = deps;
  const settings = (await settingsStore(table).find())?.entity;
  if (!settings) return { done: 0 };
  const officers = await membershipStore(table).withRole('officer');
  const gone = officers.filter((one) => !isInForceOn(one, dateOf(at)) && (one.from ?? '') <= dateOf(at));
  let count = 0;
  for (const { userId } of gone) {
    const { items } = await caseStore(table).ofOfficer(userId, { limit: 1000 });
    count += items.length;
  }
  if (count === 0) return { done: 0 };
  const box = outbox(deps, settings, at);
  const fields = { to: 'settings', count } as const;
  const letters = [...(await box.toHeads('M04', fields)), ...box.inside('head', 'M04', fields)];
  return { done: (await committed({ letters }, { by: system, at }, deps)) ? 1 : 0 };
});
