import { useState } from 'preact/hooks';
import { send } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { activeRole } from '../../sign-in/session.ts';

type File = 'pdf' | 'basis';

/** The statement's files, to be saved: whole as a PDF, and the basis of the invoice, which holds no case. */
export function StatementFiles({ of }: { readonly of: { readonly month: string; readonly providerId: string } }) {
  const { month } = useWords();
  const [failure, setFailure] = useState<{ readonly file: File; readonly is: Failure }>();
  async function save(file: File): Promise<void> {
    const route = 'GET /months/{month}/providers/{providerId}/statement/files/{file}';
    const outcome = await send(route, { path: { ...of, file } }, {});
    setFailure(outcome.ok ? undefined : { file, is: outcome });
    // The file is sent to be saved, so the page stays where it is.
    if (outcome.ok) location.assign(outcome.value.url);
  }
  const files: readonly File[] = activeRole() === 'fee-officer' ? ['basis'] : ['pdf', 'basis'];
  return (
    <>
      {failure ? <FailureNotice failure={failure.is} again={() => save(failure.file)} /> : undefined}
      <div class="buttons">
        {files.map((file) => (
          <Button key={file} onClick={() => save(file)}>
            {month.saveStatement[file]}
          </Button>
        ))}
      </div>
    </>
  );
}
