import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { monthName, shortDate, wallDate } from '../../app/format.ts';
import { useOwnWords, useWords } from '../../app/language.ts';
import { useProviders } from '../../app/use-providers.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { en, sv } from './close-words.ts';

type Props = {
  readonly path: { readonly month: string; readonly providerId: string };
  /** From when it may be closed, and whether that is now; by the municipality's clock, not this computer's. */
  readonly closing: { readonly from: string; readonly may: boolean };
  readonly onClosed: () => void;
};

/**
 * To an officer of a month that nothing was handed in of: close it, and decide each line (A81). The day is said before it
 * has come, and what it means before it is done: it cannot be opened again.
 */
export function CloseMonth({ path, closing, onClosed }: Props) {
  const { reconcile } = useWords();
  const own = useOwnWords(sv, en);
  const nameOf = useProviders();
  const [isAsked, setAsked] = useState(false);
  const { run, busy, failure } = useSend((key) =>
    ask('POST /months/{month}/providers/{providerId}/closing', { path, body: {} }, { key }),
  );
  async function close(): Promise<void> {
    const outcome = await run();
    setAsked(false);
    if (outcome?.ok) onClosed();
  }
  return (
    <>
      <p>{own.text(shortDate(wallDate(closing.from)))}</p>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      {closing.may ? <Button onClick={() => setAsked(true)}>{reconcile.close}</Button> : undefined}
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
