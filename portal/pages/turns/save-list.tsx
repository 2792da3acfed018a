import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { saveFile } from '../../app/save-file.ts';
import { useDeed } from '../../app/use-deed.ts';
import { Button } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';

/** The whole ledger as a file, for whoever wants to play it again (L-08, L-09). */
export function SaveList() {
  const { turns } = useWords();
  const { run, busy, failure } = useDeed(() => ask('GET /choices/turns/export'));
  async function save() {
    const outcome = await run();
    if (outcome?.ok) saveFile('turordning.json', [JSON.stringify(outcome.value, null, 2)], 'application/json');
  }
  return (
    <section class="open">
      {failure ? <FailureNotice failure={failure} again={save} /> : undefined}
      <p>{turns.saveText}</p>
      <Button busy={busy} onClick={save}>
        {turns.save}
      </Button>
    </section>
  );
}
