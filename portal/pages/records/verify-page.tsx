import { useEffect, useState } from 'preact/hooks';
import { contentSumCommand } from '../../../shared/domain/content-sum.ts';
import { readRecord } from '../../../shared/domain/verify-record-file.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { readFile } from '../../parts/read-file.ts';
import { useVerdict } from './use-verdict.ts';
import { VerdictBox } from './verdict-box.tsx';

const content = async () => (await import('./content.tsx')).RecordContent;
/** What a record says comes once there is one that holds. */
const RecordContent = lazily(content);

function Judged({ bytes }: { readonly bytes: Uint8Array }) {
  const { records } = useWords();
  const verdict = useVerdict(bytes);
  const read = readRecord(bytes);
  const record = typeof read === 'string' ? undefined : read;
  // What a stranger has sealed may say anything: only what the municipality has sealed is shown as its words.
  const isOurs = verdict !== 'checking' && verdict.valid && verdict.trusted;
  return (
    <>
      <VerdictBox verdict={verdict} record={record} />
      {isOurs && record ? (
        <section class="card sign-block">
          <h2>{records.what}</h2>
          <RecordContent record={record} />
        </section>
      ) : undefined}
    </>
  );
}

/** Anybody may check a record: a file or its text, judged in this browser and sent nowhere. */
export function VerifyPage() {
  const { shell, records } = useWords();
  const [file, setFile] = useState<File>();
  const [text, setText] = useState('');
  const [bytes, setBytes] = useState<Uint8Array>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);

  // Fetched with the page, so that nothing is asked for once there is a record in it. What cannot be had now is asked for
  // where it is shown, and told of there.
  useEffect(() => {
    content().catch(() => undefined);
  }, []);

  async function judge(event: Event): Promise<void> {
    event.preventDefault();
    if (!file && !text.trim()) {
      setBytes(undefined);
      return setErrors([{ field: 'record', text: records.chooseOne }]);
    }
    // Space around a text that was copied is the copier's; within a file every byte counts.
    const read = file ? await readFile(file) : { ok: true as const, value: new TextEncoder().encode(text.trim()) };
    setErrors(read.ok ? [] : [{ field: 'record', text: read.title ?? '' }]);
    setBytes(read.ok ? read.value : undefined);
  }

  return (
    <>
      <PageHead title={shell.verify} lead={records.verifyText} />
      <form class="card sign-block" noValidate onSubmit={judge}>
        <ErrorSummary errors={errors} />
        <FileField
          id="record"
          label={records.file}
          hint={records.fileHint}
          error={errorOf(errors, 'record')}
          accept=".json,application/json"
          file={file}
          onFile={setFile}
        />
        <TextArea label={records.paste} optional value={text} onValue={setText} />
        <Button type="submit" look="primary">
          {records.judge}
        </Button>
      </form>
      {bytes ? <Judged bytes={bytes} /> : undefined}
      <details class="card sign-block">
        <summary>{records.selfTitle}</summary>
        <p>{records.selfText}</p>
        <code class="whole">
          {contentSumCommand(file && /^[\w.-]+$/.test(file.name) ? file.name : records.fileName)}
        </code>
      </details>
    </>
  );
}
