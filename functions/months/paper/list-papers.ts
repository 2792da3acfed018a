import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Month } from '../../../shared/domain/local-time.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { responsibleOfficers } from './load-paper.ts';
import { paperStore } from './paper-store.ts';
import { PaperState, paperState } from './paper-view.ts';
import { maySee } from './readers.ts';

/** What has come on paper of a provider's month, the newest first. */
export const listPapers = endpoint({
  summary: 'What has come on paper of a provider’s month',
  path: z.object({ month: Month, providerId: SafeId }),
  answer: z.object({ papers: z.array(PaperState) }),
  async run({ path, caller }, deps) {
    const officers = await responsibleOfficers(path, deps);
    const papers = (await paperStore(deps.table).ofMonth(path)).map(({ entity }) => entity);
    return done({
      papers: papers
        .filter((paper) => maySee(paper, caller, officers))
        .toReversed()
        .map(paperState),
    });
  },
});
