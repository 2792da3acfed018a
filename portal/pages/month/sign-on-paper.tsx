import { useState } from 'preact/hooks';
import { send } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { useOwnWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { en, sv } from './draft-words.ts';

/** The page on which a manager signs for the files that wait, for who does not sign in the system (A60). */
export function SignOnPaper({ of }: { readonly of: { readonly month: string; readonly providerId: string } }) {
  const own = useOwnWords(sv, en);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function print(): Promise<void> {
    setBusy(true);
    const route = 'GET /months/{month}/providers/{providerId}/forms/{kind}';
    const outcome = await send(route, { path: { ...of, kind: 'signature' }, query: { format: 'pdf' } }, {});
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome);
    if (outcome.ok) location.assign(outcome.value.url);
  }
  return (
    <>
      <p class="soft">{own.onPaperText}</p>
      <div class="buttons">
        <Button busy={busy} onClick={print}>
          {own.onPaper}
        </Button>
      </div>
      {failure ? <FailureNotice failure={failure} again={print} /> : undefined}
    </>
  );
}
