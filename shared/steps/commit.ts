import type { Deps } from '../ports/deps.ts';
import { countCapacity } from './capacity-count.ts';
import { type Acting, changesOf, type Effects } from './effects.ts';

/**
 * Commits some of a step before the rest, a commit each, in their order and with what each means for the providers'
 * capacities. False as soon as one is lost to somebody else: those before it are kept, and the rest is not tried.
 */
export async function layBefore(parts: readonly Effects[], acting: Acting, deps: Deps): Promise<boolean> {
  for (const part of parts) if (!(await committed(part, acting, deps))) return false;
  return true;
}

/**
 * Commits the effects of a step where no answer is kept with it: what is laid `before`, and then the rest in one
 * commit. False when it was lost to somebody else, who changed what it rested on; nothing to commit is never lost.
 */
export async function committed({ before = [], ...effects }: Effects, acting: Acting, deps: Deps): Promise<boolean> {
  if (!(await layBefore(before, acting, deps))) return false;
  const changes = changesOf(effects, acting, deps);
  if (changes.length === 0) return true;
  const counted = await countCapacity(changes, deps, acting.at);
  return (await deps.table.commit([...changes, ...counted])) === 'committed';
}

/** Effects of somebody else than who runs the step: what a provider says in a mail that the clock takes. */
export type EffectsBy = Effects & { readonly by?: Acting['by'] };

/**
 * Runs a step that cannot be one commit, since something is done in between that no commit holds, such as posting a
 * letter: each of its effects is committed in turn, and the step learns whether it was. Returns what the step returns
 * at last.
 */
export async function committedInTurn<T>(
  act: AsyncGenerator<EffectsBy, T, boolean>,
  acting: Acting,
  deps: Deps,
): Promise<T> {
  let step = await act.next(true);
  while (!step.done) {
    const { by = acting.by, ...effects } = step.value;
    step = await act.next(await committed(effects, { by, at: acting.at }, deps));
  }
  return step.value;
}
