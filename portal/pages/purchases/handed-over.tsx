import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStore } from '../../app/store.ts';
import { useSend } from '../../app/use-send.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { session } from '../../sign-in/session.ts';
import type { PurchaseForm, PurchaseShown } from './purchase-form.ts';

type Handover = PurchaseShown['handovers'][number];
type File = AnswerOf<'POST /purchases/{purchaseId}/documents/{documentId}/view'>;

/** One document: opened at an address that is good for some minutes, and ticked by who has read it (H-39). */
function Document({ paper, work }: { readonly paper: Handover; readonly work: PurchaseForm }) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  const { me } = useStore(session);
  const whoIs = useStaff();
  const { one } = work;
  const { documentId, kind, at, by, readBy } = paper;
  const path = { purchaseId: one.id, documentId };
  const [file, setFile] = useState<File>();
  const view = useSend((key: string) =>
    ask('POST /purchases/{purchaseId}/documents/{documentId}/view', { path, body: {} }, { key }),
  );
  const tick = useSend((key: string) =>
    ask('POST /purchases/{purchaseId}/documents/{documentId}/reading', { path, body: {} }, { key }),
  );
  async function open() {
    const outcome = await view.run();
    if (outcome?.ok) setFile(outcome.value);
  }
  async function markRead() {
    const outcome = await tick.run();
    if (outcome?.ok) work.onDone(outcome.value, outcome.version);
  }
  const mine = readBy.find((one) => one.by === me?.userId);
  const mayTick = one.next.includes('markDocumentRead') && !mine;
  const failure = view.failure ?? tick.failure;
  const about = `${purchases.kinds[kind]}, ${dateTime(at)}`;
  return (
    <li>
      <p>
        <b>{purchases.kinds[kind]}</b>
      </p>
      <p class="soft">
        {dateTime(at)} · {whoIs(by)}
        {readBy.length > 0 ? ` · ${purchases.readBy(readBy.length)}` : undefined}
      </p>
      {failure ? <FailureNotice failure={failure} /> : undefined}
      <div class="buttons">
        {file ? (
          <p role="status">
            <a class="ds-link" href={file.url} target="_blank" rel="noopener noreferrer">
              {file.shown === 'inline' ? purchases.show : purchases.save}
            </a>{' '}
            <small class="soft">{purchases.openFor(dateTime(file.expiresAt))}</small>
          </p>
        ) : one.side === undefined ? undefined : (
          <Button busy={view.busy} onClick={open}>
            {purchases.openDocument}
            <span class="ds-sr-only"> {about}</span>
          </Button>
        )}
        {mayTick ? (
          <Button busy={tick.busy} onClick={markRead}>
            {purchases.markRead}
            <span class="ds-sr-only"> {about}</span>
          </Button>
        ) : undefined}
      </div>
      {mine ? <p class="soft">{purchases.youRead(dateTime(mine.at))}</p> : undefined}
    </li>
  );
}

/** What has been handed over to the performer (B-16, H-16, H-33, H-39). */
export function HandedDocuments({ work }: { readonly work: PurchaseForm }) {
  const words = useWords();
  const purchases = { ...words.purchases, ...words.purchaseParts };
  const { handovers } = work.one;
  if (handovers.length === 0) return <p class="soft">{purchases.documentsNone}</p>;
  return (
    <ul class="plain people">
      {handovers.map((paper) => (
        <Document key={paper.documentId} paper={paper} work={work} />
      ))}
    </ul>
  );
}
