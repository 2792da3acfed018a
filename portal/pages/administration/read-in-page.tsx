import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { Outcome } from '../../api/outcome.ts';
import { useWords } from '../../app/language.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { upload } from '../../parts/upload.ts';
import { Back } from './crumb.tsx';
import { type FileKind, fileKindOf, headers } from './file-kind.ts';
import { showPlan } from './plan-form.tsx';

type Chosen = { readonly kind: FileKind; readonly file: File };
type Sending = { readonly file: File; readonly share: number };

const typeOf = (kind: FileKind) => (kind === 'cases.json' ? 'application/json' : 'text/csv');

/** Sends one file after the other, then asks what they would change. */
async function plan(chosen: readonly Chosen[], key: string, onShare: (now: Sending) => void) {
  const files: { name: FileKind; documentId: string }[] = [];
  for (const { kind, file } of chosen) {
    const sent: Outcome<string> = await upload(file, typeOf(kind), (share) => onShare({ file, share }));
    if (!sent.ok) return sent;
    files.push({ name: kind, documentId: sent.value });
  }
  return ask('POST /imports', { body: { files } }, { key });
}

type ListProps = { readonly chosen: readonly Chosen[]; readonly remove: (kind: FileKind) => void };

function ChosenFiles({ chosen, remove }: ListProps) {
  const { readIn } = useWords().administration;
  if (chosen.length === 0) return null;
  return (
    <section class="questions">
      <h2>{readIn.chosen}</h2>
      <ul class="chosen-files">
        {chosen.map(({ kind, file }) => (
          <li key={kind}>
            <b>{readIn.kinds[kind]}</b> <span class="soft">{file.name}</span>{' '}
            <Button look="tertiary" onClick={() => remove(kind)}>
              {readIn.remove}
              <span class="ds-sr-only"> {file.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shapes() {
  const { readIn } = useWords().administration;
  return (
    <details class="act">
      <summary>{readIn.shape}</summary>
      <p>{readIn.shapeText}</p>
      <p>{readIn.order}</p>
      <dl>
        {Object.entries(headers).map(([name, header]) => (
          <div key={name}>
            <dt>
              <b>{name}</b>
            </dt>
            <dd>
              <code class="whole">{header}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function FilesForm() {
  const { administration, parts } = useWords();
  const { readIn } = administration;
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [sending, setSending] = useState<Sending>();
  const { run, busy, failure } = useSend((key: string) => plan(chosen, key, setSending));
  const wrong = (text: string) => setErrors([{ field: 'read-in-file', text }]);

  async function add(file: File | undefined) {
    if (!file) return;
    const kind = await fileKindOf(file);
    if (kind === undefined) return wrong(readIn.unknown(file.name));
    if (chosen.some((one) => one.kind === kind)) return wrong(readIn.twice(readIn.kinds[kind]));
    setErrors([]);
    setChosen([...chosen, { kind, file }]);
  }
  async function press(event?: Event) {
    event?.preventDefault();
    if (chosen.length === 0) return wrong(readIn.missing);
    setErrors([]);
    const outcome = await run();
    setSending(undefined);
    if (outcome?.ok) showPlan(outcome.value);
  }
  return (
    <form noValidate onSubmit={press}>
      <ErrorSummary errors={errors} />
      {failure ? <FailureNotice failure={failure} again={press} /> : undefined}
      <FileField
        // A file that has been taken leaves the field empty for the next.
        key={chosen.length}
        id="read-in-file"
        label={readIn.file}
        hint={readIn.fileHint}
        accept=".json,.csv,.txt,text/csv,application/json"
        error={errorOf(errors, 'read-in-file')}
        file={undefined}
        onFile={add}
      />
      <ChosenFiles chosen={chosen} remove={(kind) => setChosen(chosen.filter((one) => one.kind !== kind))} />
      <p role="status">
        {sending ? `${readIn.sending(sending.file.name)}: ${Math.round(sending.share * 100)} %` : undefined}
      </p>
      <Button type="submit" look="primary" busy={busy}>
        {busy ? `${parts.sending} …` : administration.toCheck}
      </Button>
    </form>
  );
}

/** Files are chosen, for the first time or again; what they would change is shown on the next page. */
export function ReadInPage() {
  const { readIn } = useWords().administration;
  return (
    <>
      <Back />
      <PageHead title={readIn.title} lead={readIn.lead} />
      <div class="card thread">
        <FilesForm />
        <Shapes />
      </div>
    </>
  );
}
