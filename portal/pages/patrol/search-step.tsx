import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { type FoundCare, type FoundCustomer, foundIn, providersOf, soughtIn } from './found.ts';
import { Phone } from './phone.tsx';
import { usePatrolWords } from './use-patrol-words.ts';

type ResultsProps = { readonly found: FoundCustomer; readonly onPick: (care: FoundCare) => void };

/** The cases that were found: by number, with whom to phone. */
function Results({ found: { cases, more, isOne }, onPick }: ResultsProps) {
  const patrol = usePatrolWords();
  if (cases.length === 0)
    return (
      <div class="card nothing" role="status">
        <p>{patrol.none}</p>
        <p class="soft">{patrol.noneMore}</p>
      </div>
    );
  return (
    <section class="task-group">
      <h2>
        <span role="status">
          {isOne && cases.length > 1 ? patrol.samePerson(cases.length) : patrol.found(cases.length)}
        </span>
      </h2>
      {more ? <p>{patrol.more}</p> : isOne || cases.length === 1 ? undefined : <p>{patrol.maybeSeveral}</p>}
      <ul class="card tasks">
        {cases.map((care) => (
          <li key={care.caseNo} class="task">
            <div class="task-what">
              <h3>{patrol.caseNo(care.caseNo)}</h3>
              {care.hasProvider ? (
                providersOf(care).map((provider) => (
                  <p key={provider.id}>
                    <Phone provider={provider} />
                  </p>
                ))
              ) : (
                <p class="soft">{patrol.noProvider}</p>
              )}
            </div>
            <p class="task-when">
              <Button look="primary" onClick={() => onPick(care)}>
                {patrol.order}
                <span class="ds-sr-only">, {patrol.caseNo(care.caseNo).toLowerCase()}</span>
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = {
  readonly found: FoundCustomer | undefined;
  readonly onFound: (found: FoundCustomer | undefined) => void;
  readonly onPick: (care: FoundCare) => void;
};

/** Who it is about is written here, in memory for as long as the page is, and asked for with its reason (S-18). */
export function SearchStep({ found, onFound, onPick }: Props) {
  const patrol = usePatrolWords();
  const [sought, setSought] = useState('');
  const [reason, setReason] = useState(patrol.reasonStart);
  return (
    <>
      <PageHead title={patrol.title} lead={patrol.lead} />
      <section class="card step">
        <ActForm
          id="patrol"
          body={soughtIn(sought, reason)}
          missing={{
            sought: sought.trim() === '' && patrol.soughtMissing,
            reason: reason.trim().length < 3 && patrol.reasonMissing,
          }}
          act={async (key, body) => {
            onFound(undefined);
            const outcome = await ask('POST /people/search', { body }, { key });
            if (outcome.ok) return outcome;
            const faults = outcome.faults.map((one) => ({
              ...one,
              at: one.at.replace(/^body\.(number|name)$/, 'sought'),
            }));
            return { ...outcome, faults };
          }}
          onDone={(answer) => onFound(foundIn(answer, soughtIn(sought, reason)))}
          onConflict={() => undefined}
          again={() => undefined}
          submit={patrol.find}
        >
          {(errorFor) => (
            <>
              <TextField
                id="patrol-sought"
                label={patrol.sought}
                hint={patrol.soughtHint}
                error={errorFor('sought')}
                value={sought}
                onValue={setSought}
              />
              <TextField
                id="patrol-reason"
                label={patrol.reason}
                hint={patrol.reasonHint}
                error={errorFor('reason')}
                value={reason}
                onValue={setReason}
              />
            </>
          )}
        </ActForm>
      </section>
      {found ? <Results found={found} onPick={onPick} /> : undefined}
    </>
  );
}
