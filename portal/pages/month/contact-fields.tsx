import { dateTime, monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { TextField } from '../../parts/field.tsx';
import { Tel } from '../customers/tel.tsx';
import { Who } from '../customers/who.tsx';
import { customersSide, type DecisionDraft, whomToAsk } from './decision-draft.ts';
import type { LineShown } from './lines.ts';

type Props = {
  readonly line: LineShown;
  readonly ofMonth: string;
  readonly nameOf: (officerId: string) => string;
  readonly draft: DecisionDraft;
  readonly change: (part: Partial<DecisionDraft>) => void;
  readonly errors: readonly FieldError[];
};

/** Whom to call, beside "asked": behind one press, which the access log keeps with why. */
function Numbers({ caseNo, ofMonth }: { readonly caseNo: string; readonly ofMonth: string }) {
  const { reconcile } = useWords();
  return (
    <Who caseNo={caseNo} reason={reconcile.callReason(monthName(ofMonth))} text={reconcile.numbers}>
      {({ name, phone, relativePhone }) => (
        <p>
          {name}
          {phone ? (
            <>
              {' · '}
              <Tel number={phone} />
            </>
          ) : undefined}
          {relativePhone ? (
            <>
              {` · ${reconcile.relative} `}
              <Tel number={relativePhone} />
            </>
          ) : undefined}
          {phone || relativePhone ? undefined : ` · ${reconcile.noNumber}`}
        </p>
      )}
    </Who>
  );
}

/**
 * Who has been asked what had happened (L-32, A68), where anybody is to be: what was noted before stands, what is noted
 * now goes with the decision.
 */
export function ContactFields({ line, ofMonth, nameOf, draft, change, errors }: Props) {
  const { reconcile } = useWords();
  const asks = whomToAsk(line);
  const contact = (who: (typeof customersSide)[number] | 'provider') => {
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
  if (!asks.provider)
    return (
      <p>
        {reconcile.askNobody} <span class="rule">L-32</span>
      </p>
    );
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{reconcile.contacts}</legend>
      <p data-field="description">
        {asks.customer ? reconcile.contactRule : reconcile.askProvider} <span class="rule">L-32</span>
      </p>
      {asks.customer ? (
        <>
          <Numbers caseNo={line.caseNo} ofMonth={ofMonth} />
          {customersSide.map(contact)}
          {draft['not-possible'] ? (
            <TextField
              id="reason"
              label={reconcile.whyNot}
              hint={reconcile.whyNotHint}
              error={errorOf(errors, 'reason')}
              value={draft.reason}
              onValue={(reason) => change({ reason })}
            />
          ) : undefined}
        </>
      ) : undefined}
      {contact('provider')}
      {draft.customer || draft.relative || draft.provider ? (
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
