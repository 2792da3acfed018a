import type { AnswerOf } from '../../api/contract.ts';

export type SwitchShown = AnswerOf<'GET /switches/{switchId}'>;
export type SwitchActKey = 'tellProviders' | 'setSwitchDate' | 'recordHandover' | 'planTakeover' | 'callOffSwitch';

/** What every form about a switch stands on. */
export type SwitchForm = {
  readonly one: SwitchShown;
  /** The switch as the step has left it. */
  readonly onDone: (one: SwitchShown, version: number | undefined) => void;
  readonly onConflict: () => void;
  readonly again: () => void;
};
