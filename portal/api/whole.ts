import type { Route } from './contract.ts';

/**
 * Lists that a page shows as a whole, and what they are called in the answer. There is seldom more than one answer
 * holds; where there is, it says what comes `next`.
 */
const lists: Partial<Record<Route, string>> = {
  'GET /months/{month}': 'items',
  'GET /months/{month}/fees': 'items',
  'GET /months/{month}/sample': 'items',
  'GET /months/{month}/providers/{providerId}/remarks': 'items',
  'GET /months/{month}/providers/{providerId}': 'lines',
  'GET /months/{month}/checks/{checkId}': 'cases',
  'GET /orders/{orderId}/reports': 'items',
  'GET /cases/{caseNo}/documents': 'items',
  'GET /cases/{caseNo}/follow-ups': 'items',
  'GET /cases/{caseNo}/consents': 'items',
  'GET /cases/{caseNo}/journal': 'items',
  'GET /purchases/{purchaseId}/around': 'items',
  'GET /purchases/months/{month}/basis': 'items',
  'GET /unit-pairs': 'items',
  'GET /people/staff': 'items',
  'GET /units': 'items',
  'GET /settings': 'providers',
  'GET /settings/public': 'providers',
  'GET /choices/turns/export': 'turns',
};

type Answer = Readonly<Record<string, unknown>>;
const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null;
const listIn = (answer: Answer, name: string): readonly unknown[] => {
  const list = answer[name];
  return Array.isArray(list) ? list : [];
};

/** Where the rest of a whole list is; undefined when this was all. */
export const restOf = (route: Route, answer: unknown): string | undefined =>
  lists[route] !== undefined && isAnswer(answer) && typeof answer.next === 'string' ? answer.next : undefined;

/** The answer with the list of the one after it added to its own. */
export function joined<A>(route: Route, first: A, second: A): A {
  const name = lists[route];
  if (name === undefined || !isAnswer(first) || !isAnswer(second)) return first;
  const { next: _, ...rest } = first;
  const whole = { ...rest, [name]: [...listIn(first, name), ...listIn(second, name)] };
  // The same shape as the two that it is made of.
  return { ...whole, ...(second.next === undefined ? {} : { next: second.next }) } as A;
}
