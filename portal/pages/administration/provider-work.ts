import type { AnswerOf } from '../../api/contract.ts';

export type ProviderWork = {
  readonly of: AnswerOf<'GET /settings'>['providers'][number];
  readonly again: () => void;
};
