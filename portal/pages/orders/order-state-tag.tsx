import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';

type State = AnswerOf<'GET /orders'>['items'][number]['state'];

const tones = {
  placed: 'info',
  confirmed: 'success',
  started: 'success',
  paused: 'warning',
  ending: 'warning',
  closed: 'neutral',
  rejected: 'danger',
  withdrawn: 'neutral',
} as const satisfies Record<State, string>;

/** Where an order stands, in a word. */
export const OrderStateTag = ({ state }: { readonly state: State }) => (
  <Tag tone={tones[state]}>{useWords().orders.states[state]}</Tag>
);
