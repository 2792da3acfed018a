import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { gathered } from '../../../shared/domain/faults.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { faultsOfValues } from './faults-of-values.ts';
import { keepKeying } from './keep-keying-step.ts';
import { faultsOfKeying, Keying, rowsNotKeyed, rowsToKeyAgain } from './keying.ts';
import { loadKeying, loadPaper, responsibleOfficers } from './load-paper.ts';
import { confirmed } from './paper.ts';
import { PaperState, paperState } from './paper-view.ts';
import { mayConfirm } from './readers.ts';
import { settlePaper } from './settle-paper-step.ts';

/**
 * Another person keys again what the first has read otherwise than it was printed, without seeing how: where both say the
 * same the month is handed in, where they do not both are shown it, and the first mends.
 */
export const confirmPaper = endpoint({
  summary: 'Key a month’s paper as the second person',
  path: z.object({ month: Month, providerId: SafeId, paperId: SafeId }),
  body: Keying,
  answer: PaperState,
  async run({ path, body: keying, caller, at }, deps) {
    const loaded = await loadPaper(path, deps);
    if (!loaded.ok) return loaded;
    const { stored, prints } = loaded.value;
    const may = mayConfirm(stored.entity, caller, await responsibleOfficers(path, deps));
    if (!may.ok) return may;
    const first = await loadKeying(stored.entity.first, deps);
    if (!first) return refuse('conflict', 'paper-not-keyed');
    const { faults, more } = gathered(
      faultsOfKeying(prints, keying, true),
      faultsOfValues(keying),
      rowsNotKeyed(rowsToKeyAgain(prints, first), keying),
    );
    if (faults.length > 0) return refuse('invalid', 'bad-request', faults, more);
    const paper = confirmed(stored.entity, await keepKeying(keying, { caller, at }, deps));
    const settled = await settlePaper(
      { stored, paper, prints, first, second: keying, by: 'second' },
      { caller, at },
      deps,
    );
    return settled.ok ? done(paperState(settled.value.paper), settled.value.effects) : settled;
  },
});
