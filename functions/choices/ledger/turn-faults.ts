import type { Fault } from '../../../shared/domain/result.ts';
import type { TurnFile, TurnStep } from './turn-file.ts';

export const fault = (at: string, message: string): Fault => ({ at, code: 'bad-list', message: `${at}: ${message}` });

type Place = TurnFile['providers'][number];

/** What a list in the file holds: each provider and each number once (L-06, L-07). */
function register() {
  const known = { id: new Set<unknown>(), number: new Set<unknown>() };
  const sentences = { id: 'utföraren står redan på listan (L-06)', number: 'numret är redan upptaget (L-07)' } as const;
  const add = (place: Place, names: Readonly<Record<keyof Place, string>>): readonly Fault[] =>
    (['id', 'number'] as const).flatMap((field) => {
      const again = known[field].has(place[field]);
      known[field].add(place[field]);
      return again ? [fault(names[field], sentences[field])] : [];
    });
  return {
    add,
    addAll: (places: readonly Place[], at: string): readonly Fault[] =>
      places.flatMap((place, index) => add(place, { id: `${at}[${index}].id`, number: `${at}[${index}].number` })),
    knows: (at: string, id: string | null | undefined): readonly Fault[] =>
      id === undefined || id === null || known.id.has(id) ? [] : [fault(at, `${id} finns inte på listan`)],
  };
}
type Register = ReturnType<typeof register>;

const turnFaults = (turn: Extract<TurnStep, { orderId: string }>, at: string, list: Register): readonly Fault[] => [
  ...list.knows(`${at}.provider`, turn.provider),
  ...(['unavailable', 'skipped'] as const).flatMap((field) =>
    (turn[field] ?? []).flatMap(({ provider }, index) => list.knows(`${at}.${field}[${index}].provider`, provider)),
  ),
];

/** Where the file contradicts itself: a number twice, or somebody who was not on the list at the time. */
export function contradictions({ providers, last, turns }: TurnFile): readonly Fault[] {
  let list = register();
  const stepFaults = (step: TurnStep, at: string): readonly Fault[] => {
    if ('orderId' in step) return turnFaults(step, at, list);
    if (step.event === 'BUILT') {
      list = register();
      return [...list.addAll(step.providers, `${at}.providers`), ...list.knows(`${at}.first`, step.first)];
    }
    if (step.event !== 'ADDED') return list.knows(`${at}.provider`, step.provider);
    const place = { id: step.provider, number: step.number };
    return list.add(place, { id: `${at}.provider`, number: `${at}.number` });
  };
  const faults = [
    ...list.addAll(providers, 'providers'),
    ...list.knows('last', last),
    ...turns.flatMap((step, index) => stepFaults(step, `turns[${index}]`)),
  ];
  const [first] = turns;
  const starts = providers.length > 0 || first === undefined || ('event' in first && first.event === 'BUILT');
  return starts ? faults : [fault('providers', 'listan har inga utförare (L-06)'), ...faults];
}
