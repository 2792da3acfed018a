import { parseInstant } from '../../../shared/domain/local-time.ts';
import { mentions, namesIn } from './references.ts';
import { signings, wayNamed } from './signings.ts';
import type { Step } from './step.ts';

/** What is known before a step: the steps that have been read, and who is in the municipality where that can be read. */
type Before = {
  readonly earlier: readonly (Step | undefined)[];
  readonly people: ReadonlySet<string> | undefined;
};

/** What only the machine does: no way in, and nobody who asks. */
const ownDeeds: ReadonlySet<string> = new Set(['clock', 'letters']);

/** Everything that is wrong with a step, in words: what cannot be done, by nobody, of nothing, before its time. */
export function stepFaults(step: Step, before: Before): readonly string[] {
  return [...deedFaults(step), ...personFaults(step, before), ...timeFaults(step, before), ...nameFaults(step, before)];
}

function deedFaults(step: Step): readonly string[] {
  const { from } = step.do === 'letters' ? step.query : {};
  if (from !== undefined && parseInstant(from) === undefined) return ['query.from: ingen tid med förskjutning'];
  if (ownDeeds.has(step.do) || step.do === 'upload') return [];
  if (step.do === 'sign') {
    if (step.what === undefined) return ['what saknas: vad som ska undertecknas'];
    const signing = signings.get(step.what);
    return signing
      ? pathFaults(step, signing.route)
      : [`okänt what ${step.what}; det finns ${[...signings.keys()].join(', ')}`];
  }
  const way = wayNamed(step.do);
  if (!way) return [`okänt do ${step.do}`];
  const own = step.what === undefined ? [] : ['what hör bara till sign'];
  return [...own, ...pathFaults(step, way.route)];
}

/** What the route has in braces must be given, and nothing else. */
function pathFaults({ path }: Step, route: string): readonly string[] {
  const asked = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return [
    ...asked.filter((name) => !Object.hasOwn(path, name)).map((name) => `path.${name} saknas`),
    ...Object.keys(path)
      .filter((name) => !asked.includes(name))
      .map((name) => `path.${name} finns inte i ${route}`),
  ];
}

function personFaults(step: Step, { earlier, people }: Before): readonly string[] {
  if (ownDeeds.has(step.do)) return [];
  const isKnown = (id: string) =>
    people === undefined || people.has(id) || earlier.some((one) => one && mentions([one.path, one.body], id));
  const unknown = (['by', 'actingFor'] as const).flatMap((field) => {
    const id = step[field];
    return id === undefined || isKnown(id) ? [] : [`okänd användare ${id} (${field})`];
  });
  return step.by === undefined && !wayNamed(step.do)?.isOpen ? ['by saknas', ...unknown] : unknown;
}

function timeFaults({ at }: Step, { earlier }: Before): readonly string[] {
  const last = earlier.findLast((one) => one !== undefined);
  return last && at < last.at ? ['tiden går bakåt'] : [];
}

function nameFaults(step: Step, { earlier }: Before): readonly string[] {
  const known = new Set(earlier.map((one) => one?.as));
  const own = step.expect && namesIn(step.expect).filter((name) => name !== step.as);
  const names = new Set([...namesIn([step.path, step.query, step.body, step.ifMatch]), ...(own ?? [])]);
  return [...names].filter((name) => !known.has(name)).map((name) => `$${name} är inget tidigare svar (as)`);
}
