import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { gathered } from '../../../shared/domain/faults.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { endPaper } from './end-paper-step.ts';
import { faultsOfValues } from './faults-of-values.ts';
import { keepKeying } from './keep-keying-step.ts';
import { faultsOfKeying, Keying, pagesNotKeyed } from './keying.ts';
import { loadKeying, loadPaper } from './load-paper.ts';
import { ended, keyed } from './paper.ts';
import { paperStore } from './paper-store.ts';
import { PaperState, paperState } from './paper-view.ts';
import { mayKey } from './readers.ts';
import { settlePaper } from './settle-paper-step.ts';

/**
 * The first person keys every row of the paper, as often as they like until it is said to be all; and mends what another
 * has read differently. An unsigned form is not handed in (L-25).
 */
export const keyPaper = endpoint({
  summary: 'Key what stands on a month’s paper, or mend it',
  path: z.object({ month: Month, providerId: SafeId, paperId: SafeId }),
  body: Keying.extend({
    isAll: z
      .boolean()
      .meta({ description: 'Every page is gone through; before that it is kept as far as it has come' }),
  }),
  answer: PaperState,
  async run({ path, body: { isAll, ...keying }, caller, at }, deps) {
    const loaded = await loadPaper(path, deps);
    if (!loaded.ok) return loaded;
    const { stored, prints } = loaded.value;
    const may = mayKey(stored.entity, caller);
    if (!may.ok) return may;
    const { faults, more } = gathered(
      faultsOfKeying(prints, keying, isAll),
      faultsOfValues(keying),
      isAll ? pagesNotKeyed(prints, keying) : [],
    );
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults, more);
    const paper = keyed(stored.entity, await keepKeying(keying, { caller, at }, deps));
    if (!isAll) {
      const next = { ...paper, state: stored.entity.state === 'keyed' ? ('keying' as const) : stored.entity.state };
      return done(paperState(next), { saves: [paperStore(deps.table).save(next, stored)] });
    }
    // The page that is signed takes up what was keyed of this one.
    if (prints.some(({ form }) => keying.signed[form] === false)) {
      const returned = await endPaper(stored, ended(paper, 'returned', { by: caller.userId, at }), at, deps);
      return returned.ok ? done(paperState(returned.value.paper), returned.value.effects) : returned;
    }
    const second = await loadKeying(paper.second, deps);
    const settled = await settlePaper(
      { stored, paper, prints, first: keying, second, by: 'first' },
      { caller, at },
      deps,
    );
    return settled.ok ? done(paperState(settled.value.paper), settled.value.effects) : settled;
  },
});
