import * as z from 'zod';
import type { EntryKey } from '../../../functions/registry.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import type { Machine } from '../machine.ts';
import { type Requested, request, signInFor } from '../request.ts';

/** Somebody's request was refused where the script had no reason to expect it. */
export class ScriptRefused extends Error {
  readonly entry: EntryKey;
  readonly problem: Problem;
  constructor(entry: EntryKey, problem: Problem) {
    super(`${entry}: ${problem.title}`);
    this.entry = entry;
    this.problem = problem;
  }
}

const Problem = z.looseObject({
  code: z.string(),
  title: z.string(),
  faults: z.array(z.object({ at: z.string(), code: z.string(), message: z.string().optional() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

export type Actor = { readonly userId: string; readonly role: Role };

const Intent = z.looseObject({ intentId: z.string() });

/** What people do on the machine, through the same way in as everybody: one request, or a signing in its two steps. */
export function actorsOf(machine: Machine) {
  async function ask<T>(
    person: Actor,
    entry: EntryKey,
    asked: Requested,
    answer: z.ZodType<T>,
    signIn: object = {},
  ): Promise<T> {
    const { status, body } = await request(machine, person, entry, asked, signIn);
    if (status >= 400) throw new ScriptRefused(entry, Problem.parse(body));
    return answer.parse(body);
  }

  return {
    ask,
    /** Sees what will be signed, signs in for it, signs it. */
    async sign<T>(
      person: Actor,
      [intent, seal]: readonly [EntryKey, EntryKey],
      asked: Requested,
      answer: z.ZodType<T>,
    ): Promise<T> {
      const { intentId } = await ask(person, intent, asked, Intent);
      return ask(person, seal, { path: asked.path, body: { intentId } }, answer, signInFor(intentId, machine));
    },
  };
}

export type Actors = ReturnType<typeof actorsOf>;
