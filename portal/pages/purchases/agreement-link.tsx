import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import type { PurchaseShown } from './purchase-form.ts';

type File = AnswerOf<'GET /purchases/{purchaseId}/agreement/file'>;
type Props = {
  readonly one: Pick<PurchaseShown, 'id' | 'agreement'>;
  /** The scanned paper, in place of the document that was frozen. */
  readonly file?: 'document' | 'paper';
  readonly name?: string;
};

/** The agreement's document, at an address that is good for some minutes. */
export function AgreementLink({ one: { id, agreement }, file = 'document', name }: Props) {
  const { purchaseParts } = useWords();
  const [found, setFound] = useState<File>();
  const { run, busy, failure } = useSend((_key: string) =>
    ask('GET /purchases/{purchaseId}/agreement/file', {
      path: { purchaseId: id },
      query: { use: agreement.use, file },
    }),
  );
  async function open() {
    const outcome = await run();
    if (outcome?.ok) setFound(outcome.value);
  }
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      {found ? (
        <p role="status">
          <a class="ds-link" href={found.url} target="_blank" rel="noopener noreferrer">
            {found.shown === 'inline' ? purchaseParts.show : purchaseParts.save}
          </a>{' '}
          <small class="soft">{purchaseParts.openFor(dateTime(found.expiresAt))}</small>
        </p>
      ) : (
        <p>
          <Button busy={busy} onClick={open}>
            {name ?? purchaseParts.readAgreement}
          </Button>
        </p>
      )}
    </>
  );
}
