import type { ComponentChildren } from 'preact';
import { ask } from '../../api/client.ts';
import { useOwnWords } from '../../app/language.ts';
import { goTo, hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';

const sv = { bookStatement: 'Bokför sammanställningen' };
const en = { bookStatement: 'Book the statement' };

type Of = { readonly month: string; readonly providerId: string };

/** A municipal provider sends no invoice: the head takes its statement as it is. Nothing for any other provider. */
export function BookInside({ of, whose }: { readonly of: Of; readonly whose: ComponentChildren }) {
  const words = useOwnWords(sv, en);
  const { month, providerId } = of;
  const known = useAsk('GET /settings').value?.providers.find(({ id }) => id === providerId);
  const { run, failure } = useSend((key: string) =>
    ask('POST /invoices/internal', { body: { month, providerId } }, { key }),
  );
  async function book(): Promise<void> {
    const outcome = await run();
    if (outcome?.ok) goTo(hrefOf('/fakturor/:invoiceId', { invoiceId: outcome.value.invoiceId }));
  }
  if (known?.kind !== 'municipal') return null;
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      <Button onClick={book}>
        {words.bookStatement}
        {whose}
      </Button>
    </>
  );
}
