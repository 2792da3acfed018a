import { useState } from 'preact/hooks';
import { send } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { FailureNotice } from '../../parts/notice.tsx';
import { en, sv } from './month-forms-words.ts';

/** What may be saved: a workbook and a print hold both forms, a file in CSV one of them. */
const choices = {
  'xlsx-month': { format: 'xlsx', kind: 'month' },
  'csv-report': { format: 'csv', kind: 'report' },
  'csv-deviations': { format: 'csv', kind: 'deviations' },
  'pdf-month': { format: 'pdf', kind: 'month' },
} as const;
type Choice = keyof typeof choices;

/** The month's forms with the provider's own cases in them, to be filled in on a screen or on paper. */
export function MonthForms({ of }: { readonly of: { readonly month: string; readonly providerId: string } }) {
  const forms = useOwnWords(sv, en);
  const [busy, setBusy] = useState<Choice>();
  const [failure, setFailure] = useState<{ readonly choice: Choice; readonly is: Failure }>();

  async function save(choice: Choice): Promise<void> {
    if (busy) return;
    setBusy(choice);
    const { format, kind } = choices[choice];
    const route = 'GET /months/{month}/providers/{providerId}/forms/{kind}';
    const outcome = await send(route, { path: { ...of, kind }, query: { format } }, {});
    setBusy(undefined);
    setFailure(outcome.ok ? undefined : { choice, is: outcome });
    // The file is sent to be saved, so the page stays where it is.
    if (outcome.ok) location.assign(outcome.value.url);
  }
  return (
    <section class="card forms" aria-labelledby="forms-title">
      <h2 id="forms-title">{forms.title}</h2>
      <p>
        <ButtonLink href={hrefOf('/manad/:month/fyll-i', { month: of.month })}>{forms.fillIn}</ButtonLink>
      </p>
      <p>{forms.text}</p>
      {failure ? <FailureNotice failure={failure.is} again={() => save(failure.choice)} /> : undefined}
      <div class="buttons">
        {(Object.keys(choices) as readonly Choice[]).map((choice) => (
          <Button key={choice} busy={busy === choice} onClick={() => save(choice)}>
            {forms.save[choice]}
          </Button>
        ))}
      </div>
      <p class="soft">{forms.paper}</p>
    </section>
  );
}
