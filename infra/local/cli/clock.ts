import { startLimit } from '../../../functions/orders/limits/start-limit.ts';
import { localIso } from '../../../shared/domain/local-time.ts';
import { accept } from '../../../shared/domain/result.ts';
import { ProviderKind } from '../../../shared/packs/pack.ts';
import { calculation } from './answer.ts';
import { Time } from './arguments.ts';

/** When the start limit begins to count and when it is reached. */
export const run = calculation('clock', { kind: ProviderKind, at: Time }, ({ kind, at }, pack) => {
  const limit = startLimit(at, kind, pack);
  if (!limit.ok) return limit;
  const { clockStart, due, why } = limit.value;
  return accept({ clockStart: localIso(clockStart), due: localIso(due), why });
});
