import * as z from 'zod';
import { localIso } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Machine } from '../machine.ts';
import type { MessageFolder } from '../server/mail/message-folder.ts';
import { doneBy } from './deed.ts';
import { missed } from './expectation.ts';
import type { History } from './history-file.ts';
import { tasksOfAll, type WaitingTask } from './outcome.ts';
import { resolved } from './references.ts';
import type { Step } from './step.ts';

/** What a step came to. */
type PlayedStep = {
  readonly step: number;
  readonly at: string;
  readonly status: number;
  readonly code?: string;
  readonly body: unknown;
};
type End = { readonly letters: number; readonly tasks: Readonly<Record<string, readonly WaitingTask[]>> };

/** Told while it is played: each step's line and the end's, and where something was not as expected. */
export type Listener = { line(line: PlayedStep | End): void; missed(words: string): void };

const Text = z.unknown().transform(String);
const Filled = z.object({
  path: z.record(z.string(), Text),
  query: z.record(z.string(), Text),
  body: z.unknown().optional(),
  ifMatch: Text.optional(),
});
const Problem = z.looseObject({ code: z.string() });

type Answers = ReadonlyMap<string, unknown>;
const nowhere = (reference: string): string => `${reference} leder ingenstans i det tidigare svaret`;

/** What a step asks, with what it refers to in the place of each reference. */
function filledIn({ path, query, body, ifMatch }: Step, answers: Answers): Result<z.output<typeof Filled>> {
  const missing: string[] = [];
  const filled = resolved(
    { path, query, ...(body === undefined ? {} : { body }), ...(ifMatch ? { ifMatch } : {}) },
    answers,
    missing,
  );
  if (missing.length === 0) return accept(Filled.parse(filled));
  return refuse(
    'invalid',
    'reference-to-nothing',
    missing.map((at) => ({ at, code: 'reference-to-nothing', message: nowhere(at) })),
  );
}

/** Where a line is not as the step expects. */
function missedBy({ expect = {} }: Step, { status, code, body }: PlayedStep, answers: Answers): readonly string[] {
  const statuses = [expect.status ?? []].flat();
  const missing: string[] = [];
  const wanted = resolved(expect.body, answers, missing);
  return [
    ...(statuses.length === 0 || statuses.includes(status)
      ? []
      : [`status: väntat ${statuses.join(' eller ')}, blev ${status}${code ? ` (${code})` : ''}`]),
    ...(expect.code === undefined ? [] : missed(expect.code, code, 'code')),
    ...(wanted === undefined || missing.length > 0 ? [] : missed(wanted, body, 'body')),
    ...missing.map(nowhere),
  ];
}

/**
 * Does every step at its time, with what falls due on the way, and tells the end. Whether all was as expected; refused
 * where a step refers to what no answer has, since what follows would be another history.
 */
export async function play(
  history: History,
  machine: Machine,
  letters: MessageFolder,
  listener: Listener,
): Promise<Result<boolean>> {
  const answers = new Map<string, unknown>();
  let unexpected = 0;
  const tell = (place: string, words: readonly string[]) => {
    unexpected += words.length;
    for (const one of words) listener.missed(`${place}: ${one}`);
  };
  for (const [n, step] of history.steps.entries()) {
    const place = `steg ${n + 1}`;
    await machine.moveTo(step.at);
    const asked = filledIn(step, answers);
    if (!asked.ok) {
      const faults = (asked.faults ?? []).map((one) => ({ ...one, message: `${place}: ${one.message}` }));
      if (unexpected === 0) return { ...asked, faults };
      // It is the answer no already, and this is what came of it.
      tell(
        place,
        (asked.faults ?? []).map(({ at }) => nowhere(at)),
      );
      return accept(false);
    }
    const { status, body } = await doneBy(step, asked.value, machine, letters);
    // What follows at once, as the letters, does so as on a machine that ticks.
    await machine.tick();
    const code = status >= 400 ? Problem.safeParse(body).data?.code : undefined;
    const line = { step: n + 1, at: localIso(step.at), status, ...(code === undefined ? {} : { code }), body };
    if (step.as !== undefined) answers.set(step.as, body);
    listener.line(line);
    tell(place, missedBy(step, line, answers));
  }
  const end = { letters: (await letters.all()).length, tasks: await tasksOfAll(machine) };
  listener.line(end);
  tell('slutet', missed(history.expect ?? {}, end, ''));
  return accept(unexpected === 0);
}
