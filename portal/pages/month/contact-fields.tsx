import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import type { DecisionDraft } from './decision-draft.ts';
import type { LineShown } from './lines.ts';

type Props = {
  readonly line: LineShown;
  readonly nameOf: (officerId: string) => string;
  readonly draft: DecisionDraft;
  readonly change: (part: Partial<DecisionDraft>) => void;
  readonly errors: readonly FieldError[];
};

/** Who has been asked what had happened (L-32): what was noted before stands, what is noted now goes with the decision. */
export function ContactFields({ line, nameOf, draft, change, errors }: Props) {
  const { reconcile } = useWords().month;
  const contact = (who: 'customer' | 'provider') => {
    const before = line.contacts.findLast((one) => one.with === who);
    const error = errorOf(errors, who);
    return (
      <div key={who}>
        <label class="tick">
          <input
            id={who}
            class="ds-input"
            type="checkbox"
            checked={before !== undefined || draft[who]}
            disabled={before !== undefined}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={error === undefined ? undefined : `${who}-error`}
            onChange={({ currentTarget }) => change({ [who]: currentTarget.checked })}
          />
          <span>
            {reconcile.contact[who]}
            {before ? (
              <small class="soft"> {reconcile.decidedBy(nameOf(before.by), dateTime(before.at))}</small>
            ) : undefined}
          </span>
        </label>
        {error === undefined ? undefined : (
          <p id={`${who}-error`} class="ds-validation-message" data-color="danger">
            {error}
          </p>
        )}
      </div>
    );
  };

  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{reconcile.contacts}</legend>
      <p data-field="description">
        {reconcile.contactRule} <span class="rule">L-32</span>
      </p>
      {contact('customer')}
      {contact('provider')}
      {draft.customer || draft.provider ? (
        <TextField
          id="note"
          label={reconcile.contactNote}
          optional
          value={draft.note}
          onValue={(note) => change({ note })}
        />
      ) : undefined}
    </fieldset>
  );
}
