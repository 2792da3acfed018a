import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-date.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { seenBasis } from './basis-act-step.ts';
import { BasisView } from './basis-view.ts';
import { loadBasis } from './load-month-basis.ts';

/** One month's basis from the caller's side of it. */
export const getBasis = endpoint({
  summary: 'Read a month’s basis of bought hours',
  path: z.object({ month: Month, basisId: SafeId }),
  answer: BasisView,
  async run({ path, caller, at }, deps) {
    const own = await loadBasis(path, { caller, at }, deps);
    if (!own.ok) return own;
    const { entity, version } = own.value.stored;
    return done(await seenBasis(entity, version, own.value, deps), { version });
  },
});
