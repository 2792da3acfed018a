import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { Choices } from '../../parts/choices.tsx';
import { DateField } from '../../parts/field.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { type Document, DocumentFields } from './document-fields.tsx';
import type { SwitchForm } from './switch-form.ts';
import { useSwitchStep } from './use-switch-step.ts';

type Answer = 'yes' | 'no';
type Draft = { consent?: Answer; askedOn: string; documents: readonly Document[] };

/** Whether the documentation is shared: always an answer of the customer's (S-51, L-64). */
export function HandoverAct({ work }: { readonly work: SwitchForm }) {
  const { acts, switchActs, switches } = useWords();
  const before = work.one.handover;
  const initial: Draft = before
    ? { consent: before.consent ? 'yes' : 'no', askedOn: before.askedOn, documents: before.documents }
    : { askedOn: '', documents: [] };
  const { draft, change, path, version, form } = useSwitchStep<Draft>(work, 'handover', initial);
  const { consent, askedOn, documents } = draft;
  const undated = documents.flatMap(({ on }, index) =>
    on === '' ? [[`documents-${index}-on`, acts.lacking.day(switches.dated)] as const] : [],
  );
  return (
    <ActForm
      {...form}
      body={{
        consent: consent === 'yes',
        documents: [...documents],
        ...(askedOn === '' ? {} : { askedOn }),
      }}
      missing={{ consent: !consent && acts.lacking.choice(switchActs.askConsent), ...Object.fromEntries(undated) }}
      act={(key, body) => ask('POST /switches/{switchId}/handover', { path, body }, { key, version })}
      submit={acts.report}
    >
      {(errorFor) => (
        <>
          <Choices<Answer>
            id="handover-consent"
            label={switchActs.askConsent}
            error={errorFor('consent')}
            value={consent}
            onValue={(next) => change({ consent: next })}
            options={(['yes', 'no'] as const).map((value) => ({ value, text: switches[value] }))}
          />
          <DateField
            id="handover-askedOn"
            label={switches.askedOn}
            hint={acts.todayHint}
            error={errorFor('askedOn')}
            value={askedOn}
            onValue={(next) => change({ askedOn: next })}
          />
          <DocumentFields
            documents={documents}
            onDocuments={(next) => change({ documents: next })}
            errorFor={errorFor}
          />
        </>
      )}
    </ActForm>
  );
}
