import type { AnswerOf } from '../../api/contract.ts';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';

type State = AnswerOf<'GET /mail/{mailId}'>['state'];

const tones: Readonly<Record<State, 'neutral' | 'info' | 'success' | 'warning' | 'danger'>> = {
  arriving: 'neutral',
  waiting: 'info',
  noted: 'neutral',
  repeated: 'neutral',
  quarantined: 'warning',
  asked: 'warning',
  refused: 'danger',
  acted: 'success',
  handled: 'success',
};

/** How far a mail has come. */
export const MailTag = ({ state }: { readonly state: State }) => (
  <Tag tone={tones[state]}>{useWords().mail.states[state]}</Tag>
);
