import { ask } from '../../../api/client.ts';
import type { Asked } from '../../../api/contract.ts';
import { useOwnWords, useWords } from '../../../app/language.ts';
import { goTo, hrefOf } from '../../../app/router.ts';
import { useSend } from '../../../app/use-send.ts';
import { Button } from '../../../parts/button.tsx';
import { FailureNotice } from '../../../parts/notice.tsx';
import { activeRole } from '../../../sign-in/session.ts';
import { DryRunResult } from '../dry-run.tsx';
import type { FinishedCheck } from '../use-check.ts';
import { en, sv } from './filling-words.ts';

type Props = {
  readonly month: string;
  readonly run: FinishedCheck;
  /** Whether an error is said at a row of the page already. */
  readonly isOnPage: (error: FinishedCheck['file']['errors'][number]) => boolean;
  readonly body: Asked<'PUT /months/{month}/draft'>['body'];
};

/** How the municipality would decide what is filled in, and the way to the manager's signature (A59). */
export function CheckedMonth({ month, run, body, isOnPage }: Props) {
  const { month: words, handIn } = useWords();
  const own = useOwnWords(sv, en);
  const isManager = activeRole() === 'provider-manager';
  const path = { month };
  const drafting = useSend((key: string) =>
    ask('PUT /months/{month}/draft', { path, body: { ...body, way: 'PAGE' } }, { key }),
  );
  async function lay(): Promise<void> {
    const outcome = await drafting.run();
    // What is filled in here are visits: it is never a print without them.
    if (!outcome?.ok || !('draft' in outcome.value)) return;
    const shown = { utkast: 'hela', gang: `${outcome.value.draft.time}` };
    goTo(isManager ? hrefOf('/manad/:month/inlamning', path, shown) : hrefOf('/manad/:month', path));
  }
  return (
    <>
      <DryRunResult run={run} onPage={{ isSaid: isOnPage, text: own.fixHere }} />
      <section class="card report-box" aria-label={words.dates.D10}>
        {run.file.status === 'INCOMPLETE' ? <p>{handIn.faultyAnyway}</p> : undefined}
        <p>{isManager ? own.toSignText : handIn.coordinator}</p>
        <Button look="primary" busy={drafting.busy} onClick={lay}>
          {isManager ? own.toSign : handIn.toManager}
        </Button>
        {drafting.failure ? <FailureNotice failure={drafting.failure} again={lay} /> : undefined}
      </section>
    </>
  );
}
