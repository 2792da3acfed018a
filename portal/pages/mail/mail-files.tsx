import { useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { TextField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';

type MailFile = AnswerOf<'GET /mail/{mailId}'>['files'][number];
type Of = { readonly mailId: string; readonly file: MailFile };
type View = AnswerOf<'POST /mail/{mailId}/files/{number}/view'>;

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** A file is saved for a reason, which is noted, at an address that is good for some minutes. */
function SaveFile({ mailId, file: { number, name } }: Of) {
  const { mail } = useWords();
  const [reason, setReason] = useState('');
  const [view, setView] = useState<View>();
  const link = useRef<HTMLAnchorElement>(null);
  const id = `file-${number}`;
  function onDone(next: View) {
    setView(next);
    // The form is gone: what it was for takes the focus.
    setTimeout(() => link.current?.focus());
  }
  if (view)
    return (
      <p role="status">
        <a ref={link} class="ds-link" href={view.url} rel="noopener noreferrer" download>
          {mail.saveNow}
        </a>{' '}
        <small class="soft">{mail.saveUntil(dateTime(view.expiresAt))}</small>
      </p>
    );
  return (
    <details class="act">
      <summary>{mail.save(name || mail.noName)}</summary>
      <ActForm
        id={id}
        body={{ reason: reason.trim() }}
        missing={{ reason: reason.trim().length < 3 && mail.reasonMissing }}
        act={(key, body) =>
          ask('POST /mail/{mailId}/files/{number}/view', { path: { mailId, number: String(number) }, body }, { key })
        }
        onDone={onDone}
        onConflict={() => undefined}
        again={() => undefined}
        submit={mail.toSave}
      >
        {(errorFor) => (
          <TextField
            id={`${id}-reason`}
            label={mail.reason}
            error={errorFor('reason')}
            value={reason}
            onValue={setReason}
          />
        )}
      </ActForm>
    </details>
  );
}

type Props = { readonly mailId: string; readonly files: readonly MailFile[]; readonly mayOpen: boolean };

/** The files that came with a mail, by name, kind and size. */
export function MailFiles({ mailId, files, mayOpen }: Props) {
  const { mail } = useWords();
  if (files.length === 0) return null;
  return (
    <section class="card">
      <h2>{mail.files}</h2>
      <p class="soft">{mayOpen ? mail.filesHint : mail.filesClosed}</p>
      <ul class="plain mail-files">
        {files.map((file) => (
          <li key={file.number}>
            <p class="written">{mail.file(file.name || mail.noName, file.type, sizeOf(file.bytes))}</p>
            {mayOpen ? <SaveFile mailId={mailId} file={file} /> : undefined}
          </li>
        ))}
      </ul>
    </section>
  );
}
