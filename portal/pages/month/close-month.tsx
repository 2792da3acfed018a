import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';

type Props = {
  readonly path: { readonly month: string; readonly providerId: string };
  readonly onClosed: () => void;
};

/** To an officer of a month that nothing was handed in of: close it, and decide each line (A81). When that may be the API says. */
export function CloseMonth({ path, onClosed }: Props) {
  const { reconcile } = useWords();
  const { run, busy, failure } = useSend((key) =>
    ask('POST /months/{month}/providers/{providerId}/closing', { path, body: {} }, { key }),
  );
  async function close(): Promise<void> {
    const outcome = await run();
    if (outcome?.ok) onClosed();
  }
  return (
    <>
      <p>{reconcile.closeText}</p>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      <Button busy={busy} onClick={close}>
        {reconcile.close}
      </Button>
    </>
  );
}
