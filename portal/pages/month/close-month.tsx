import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { dateTime, monthName } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { en, sv } from './close-words.ts';

type Props = {
  readonly path: { readonly month: string; readonly providerId: string };
  /** From when it may be closed; left out by an API that does not say it. */
  readonly from: string | undefined;
  readonly onClosed: () => void;
};

/**
 * To an officer of a month that nothing was handed in of: close it, and decide each line (A81). The day is said before it
 * has come, and what it means before it is done: it cannot be opened again.
 */
export function CloseMonth({ path, from, onClosed }: Props) {
  const { reconcile } = useWords();
  const own = useOwnWords(sv, en);
  const nameOf = useProviders();
  const [isAsked, setAsked] = useState(false);
  const { run, busy, failure } = useSend((key) =>
    ask('POST /months/{month}/providers/{providerId}/closing', { path, body: {} }, { key }),
  );
  const isEarly = from !== undefined && Date.now() < Date.parse(from);
  async function close(): Promise<void> {
    const outcome = await run();
    setAsked(false);
    if (outcome?.ok) onClosed();
  }
  return (
    <>
      <p>{from === undefined ? reconcile.closeText : own.text(dateTime(from))}</p>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      {isEarly ? undefined : <Button onClick={() => setAsked(true)}>{reconcile.close}</Button>}
      <Dialog open={isAsked} title={own.sure} onClose={() => setAsked(false)}>
        <p>{own.means(nameOf(path.providerId), monthName(path.month))}</p>
        <ul>
          {own.list.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <div class="buttons">
          <Button look="primary" busy={busy} onClick={close}>
            {own.go}
          </Button>
          <Button onClick={() => setAsked(false)}>{own.no}</Button>
        </div>
      </Dialog>
    </>
  );
}
