import { useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';

type Props = {
  readonly caseNo: string;
  readonly documentId: string;
  /** What it is, for those who hear the forms one after the other. */
  readonly about: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
};
type View = AnswerOf<'POST /cases/{caseNo}/documents/{documentId}/view'>;

/** A paper is opened for a reason, which is noted, at an address that is good for some minutes. */
export function OpenPaper({ caseNo, documentId, about, reason, onReason }: Props) {
  const { cases } = useWords();
  const [view, setView] = useState<View>();
  const link = useRef<HTMLAnchorElement>(null);
  const id = `view-${documentId}`;
  function onDone(next: View) {
    setView(next);
    // The form is gone: what it was for takes the focus.
    setTimeout(() => link.current?.focus());
  }
  if (view)
    return (
      <div role="status">
        <p>
          <a ref={link} class="ds-link" href={view.url} target="_blank" rel="noopener noreferrer">
            {view.shown === 'inline' ? cases.show : cases.save}
          </a>
        </p>
        <p class="soft">{cases.opened(dateTime(view.expiresAt))}</p>
        <Button onClick={() => setView(undefined)}>{cases.expired}</Button>
      </div>
    );
  return (
    <details class="act">
      <summary>{cases.open(about)}</summary>
      <ActForm
        id={id}
        body={{ reason }}
        missing={{ reason: reason.trim().length < 3 && cases.reasonMissing }}
        act={(key, body) =>
          ask('POST /cases/{caseNo}/documents/{documentId}/view', { path: { caseNo, documentId }, body }, { key })
        }
        onDone={onDone}
        onConflict={() => undefined}
        again={() => undefined}
        submit={cases.toOpen}
      >
        {(errorFor) => (
          <TextField
            id={`${id}-reason`}
            label={cases.reason}
            hint={cases.reasonHint}
            error={errorFor('reason')}
            value={reason}
            onValue={onReason}
          />
        )}
      </ActForm>
    </details>
  );
}
