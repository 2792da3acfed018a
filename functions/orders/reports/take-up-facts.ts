import type { Instant } from '../../../shared/domain/local-time.ts';
import { job } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { sweepDue } from '../../../shared/steps/sweep-due.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import { type FactsFromForm, factsGone, factsOfCase, loadFactsFromForm } from './facts-from-form-step.ts';
import { type HandedInFacts, handedInFactsStore } from './handed-in-facts-store.ts';

const atOnce = 20;

/** A case at a time. What is done is kept if the rest fails, and is known when it comes again. */
async function takeUpAll(stored: Stored<HandedInFacts>, at: Instant, deps: Deps): Promise<boolean> {
  const told: FactsFromForm | undefined = await loadFactsFromForm(stored.entity, at, deps);
  if (!told) return false;
  const acting = { by: { userId: told.by, role: 'provider-manager' }, at };
  for (const [caseNo, some] of Map.groupBy(stored.entity.facts, (one) => one.caseNo)) {
    const effects = await factsOfCase(
      caseNo,
      some.map(({ fact }) => fact),
      told,
      deps,
    );
    if (!(await committed(effects, acting, deps))) return false;
  }
  for (const effects of await factsGone(stored.entity, told, deps))
    if (!(await committed(effects, acting, deps))) return false;
  return committed({ saves: [handedInFactsStore.takenUp(stored, at)] }, { by: system, at }, deps);
}

/** Makes a task of each death and hospital stay in the forms that have been handed in and no order knows of (A66). */
export const takeUpFacts = job(async (at, deps) =>
  sweepDue(
    {
      queue: 'facts',
      entry: 'takeUpFacts',
      atOnce,
      read: handedInFactsStore.read,
      one: (stored) => takeUpAll(stored, at, deps),
    },
    at,
    deps,
  ),
);
