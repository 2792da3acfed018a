import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { activeRole } from '../../sign-in/session.ts';

type File = 'pdf' | 'basis' | 'settlement';

/** A settlement is saved beside what says that it is one. */
const wordOf = (file: File) => (file === 'settlement' ? 'pdf' : file);

/** The files are made just after the statement is signed: as a rule within a second. */
const between = 1500;
/** After half a minute somebody is told. */
const mostTries = 20;
const isBeingMade = ({ code }: Failure): boolean => code === 'file-being-made';

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  /** Which, where it is not those of the statement. */
  readonly files?: readonly File[];
  /** What saving them is called, where it is another than a statement’s. */
  readonly text?: string;
};

/** The statement's files, to be saved: whole as a PDF, and the basis of the invoice, which holds no case. */
export function StatementFiles({ of, files: wanted, text }: Props) {
  const { month } = useWords();
  const [failure, setFailure] = useState<{ readonly file: File; readonly is: Failure }>();
  const [awaited, setAwaited] = useState<File>();
  const timer = useRef<number>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function save(file: File, tries = 1): Promise<void> {
    clearTimeout(timer.current);
    const route = 'GET /months/{month}/providers/{providerId}/statement/files/{file}';
    const outcome = await send(route, { path: { ...of, file } }, {});
    const again = !outcome.ok && isBeingMade(outcome) && tries < mostTries;
    setAwaited(again ? file : undefined);
    setFailure(outcome.ok || again ? undefined : { file, is: outcome });
    if (again) timer.current = window.setTimeout(() => save(file, tries + 1), between);
    // The file is sent to be saved, so the page stays where it is.
    if (outcome.ok) location.assign(outcome.value.url);
  }
  const files = wanted ?? (activeRole() === 'fee-officer' ? (['basis'] as const) : (['pdf', 'basis'] as const));
  return (
    <>
      {failure ? <FailureNotice failure={failure.is} again={() => save(failure.file)} /> : undefined}
      <div role="status">{awaited ? <p>{month.beingMade[wordOf(awaited)]}</p> : undefined}</div>
      <div class="buttons">
        {files.map((file) => (
          <Button key={file} busy={awaited === file} onClick={() => save(file)}>
            {text ?? month.saveStatement[wordOf(file)]}
          </Button>
        ))}
      </div>
    </>
  );
}
