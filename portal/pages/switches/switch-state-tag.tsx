import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';
import type { SwitchShown } from './switch-form.ts';

const tones = {
  requested: 'warning',
  told: 'info',
  dated: 'success',
  switched: 'neutral',
  'called-off': 'danger',
} as const satisfies Record<SwitchShown['state'], string>;

/** Where a switch stands, in words. */
export const SwitchStateTag = ({ state }: Pick<SwitchShown, 'state'>) => (
  <Tag tone={tones[state]}>{useWords().switches.states[state]}</Tag>
);
