import { ask } from '../../../api/client.ts';
import { DateField, TextField } from '../../../parts/field.tsx';
import { ActForm, type ErrorFor } from '../act-form.tsx';
import type { OrderForm } from '../order-form.ts';
import { useStep } from '../use-step.ts';
import { codesOf } from './service-codes.ts';
import { useActWords } from './use-act-words.ts';

type Props = { readonly work: OrderForm };

type Reasons = Readonly<Record<string, string>>;

/** The services that have a reason for not being carried out, in the order in which they are granted. */
const saidOf = (work: OrderForm, reasons: Reasons) =>
  codesOf(work.order).flatMap((code) => {
    const reason = reasons[code]?.trim() ?? '';
    return reason === '' ? [] : [{ code, reason }];
  });

type ReasonsProps = Props & {
  readonly id: string;
  readonly reasons: Reasons;
  readonly onReasons: (reasons: Reasons) => void;
  readonly errorFor: ErrorFor;
  /** Where they stand in the request. */
  readonly at: string;
};

/** One field for each service; an empty one is carried out (S-19, S-37). */
function ReasonFields({ work, id, reasons, onReasons, errorFor, at }: ReasonsProps) {
  const acts = useActWords();
  const said = saidOf(work, reasons);
  return (
    <>
      <p class="soft">{acts.notExecutedHint}</p>
      {codesOf(work.order).map((code) => {
        const place = `${at}.${said.findIndex((one) => one.code === code)}.reason`;
        return (
          <TextField
            key={code}
            id={`${id}-${place.replaceAll('.', '-').replace('-1', code)}`}
            label={acts.notExecutedReason(code)}
            optional
            error={errorFor(place)}
            value={reasons[code] ?? ''}
            onValue={(reason) => onReasons({ ...reasons, [code]: reason })}
          />
        );
      })}
    </>
  );
}

/** The first visit has been made (L-16, S-12, S-36), and what is not carried out. */
export function StartAct({ work }: Props) {
  const acts = useActWords();
  const initial: { day: string; reasons: Reasons } = { day: '', reasons: {} };
  const { draft, change, path, version, form } = useStep(work, 'start', initial);
  const { day, reasons } = draft;
  const notExecuted = saidOf(work, reasons);
  return (
    <ActForm
      {...form}
      body={{ ...(day === '' ? {} : { startedOn: day }), ...(notExecuted.length > 0 ? { notExecuted } : {}) }}
      act={(key, body) => ask('POST /orders/{orderId}/start', { path, body }, { key, version })}
      submit={acts.titles.startOrder}
    >
      {(errorFor) => (
        <>
          <DateField
            id="start-startedOn"
            label={acts.startedOn}
            hint={acts.todayHint}
            error={errorFor('startedOn')}
            value={day}
            onValue={(next) => change({ day: next })}
          />
          <ReasonFields
            work={work}
            id="start"
            at="notExecuted"
            reasons={reasons}
            onReasons={(next) => change({ reasons: next })}
            errorFor={errorFor}
          />
        </>
      )}
    </ActForm>
  );
}

/** What is not carried out, said at any time; all fields empty takes it back. */
export function NotExecutedAct({ work }: Props) {
  const acts = useActWords();
  const before = Object.fromEntries((work.order.notExecuted ?? []).map(({ code, reason }) => [code, reason]));
  const initial: { reasons: Reasons } = { reasons: before };
  const { draft, change, path, version, form } = useStep(work, 'not-executed', initial);
  return (
    <ActForm
      {...form}
      body={{ services: saidOf(work, draft.reasons) }}
      act={(key, body) => ask('PUT /orders/{orderId}/not-executed', { path, body }, { key, version })}
      submit={acts.report}
    >
      {(errorFor) => (
        <ReasonFields
          work={work}
          id="not-executed"
          at="services"
          reasons={draft.reasons}
          onReasons={(reasons) => change({ reasons })}
          errorFor={errorFor}
        />
      )}
    </ActForm>
  );
}
