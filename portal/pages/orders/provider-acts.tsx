import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { Choices } from '../../parts/choices.tsx';
import { DateField, TextField, TimeField } from '../../parts/field.tsx';
import { ActForm, type ErrorFor } from './act-form.tsx';
import { isProvidersRole } from './role.ts';
import { useStep } from './use-step.ts';
import { withOffset } from './with-offset.ts';
import type { Work } from './work.ts';

type Props = { readonly work: Work };

/** The provider has received the order, and may say when it can begin (L-12, L-13). */
export function ConfirmAct({ work }: Props) {
  const { orders } = useWords();
  const { draft, change, path, version, form } = useStep(work, 'confirmation', { at: '' });
  return (
    <ActForm
      {...form}
      body={draft.at === '' ? {} : { canStartAt: withOffset(draft.at) }}
      act={(deed, body) => ask('POST /orders/{orderId}/confirmation', { path, body }, { deed, version })}
      submit={orders.acts.confirmOrder}
    >
      {(errorFor) => (
        <>
          <p>{orders.confirmText}</p>
          <TimeField
            id="confirmation-canStartAt"
            label={orders.canStartAt}
            optional
            error={errorFor('canStartAt')}
            value={draft.at}
            onValue={(at) => change({ at })}
          />
        </>
      )}
    </ActForm>
  );
}

type Reasons = Readonly<Record<string, string>>;

/** The services that have a reason for not being carried out, in the order in which they are granted. */
const saidOf = (work: Work, reasons: Reasons) =>
  work.order.services.flatMap(({ code }) => {
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
  const { orders } = useWords();
  const said = saidOf(work, reasons);
  return (
    <>
      <p class="soft">{orders.notExecutedHint}</p>
      {work.order.services.map(({ code }) => {
        const place = `${at}.${said.findIndex((one) => one.code === code)}.reason`;
        return (
          <TextField
            key={code}
            id={`${id}-${place.replaceAll('.', '-').replace('-1', code)}`}
            label={orders.notExecutedReason(code)}
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
  const { orders } = useWords();
  const initial: { day: string; reasons: Reasons } = { day: '', reasons: {} };
  const { draft, change, path, version, form } = useStep(work, 'start', initial);
  const { day, reasons } = draft;
  const notExecuted = saidOf(work, reasons);
  return (
    <ActForm
      {...form}
      body={{ ...(day === '' ? {} : { startedOn: day }), ...(notExecuted.length > 0 ? { notExecuted } : {}) }}
      act={(deed, body) => ask('POST /orders/{orderId}/start', { path, body }, { deed, version })}
      submit={orders.acts.startOrder}
    >
      {(errorFor) => (
        <>
          <DateField
            id="start-startedOn"
            label={orders.startedOn}
            hint={orders.todayHint}
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
  const { orders } = useWords();
  const before = Object.fromEntries((work.order.notExecuted ?? []).map(({ code, reason }) => [code, reason]));
  const initial: { reasons: Reasons } = { reasons: before };
  const { draft, change, path, version, form } = useStep(work, 'not-executed', initial);
  return (
    <ActForm
      {...form}
      body={{ services: saidOf(work, draft.reasons) }}
      act={(deed, body) => ask('PUT /orders/{orderId}/not-executed', { path, body }, { deed, version })}
      submit={orders.report}
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

/** A later start: the officer's instruction, or agreed with the customer (S-14, S-15). */
export function DeferAct({ work }: Props) {
  const { orders } = useWords();
  const isOfficer = !isProvidersRole();
  const initial: { until: string; wish?: 'officer' | 'customer' } = { until: '' };
  const { draft, change, path, version, form } = useStep(work, 'deferral', initial);
  const { until, wish } = draft;
  return (
    <ActForm
      {...form}
      body={{ until: until === '' ? '' : withOffset(until), ...(isOfficer && wish ? { wish } : {}) }}
      missing={{ until: until === '' && orders.deferMissing, wish: isOfficer && !wish && orders.chooseOne }}
      act={(deed, body) => ask('POST /orders/{orderId}/deferral', { path, body }, { deed, version })}
      submit={orders.acts.deferOrder}
    >
      {(errorFor) => (
        <>
          {isOfficer ? undefined : <p>{orders.deferText}</p>}
          <TimeField
            id="deferral-until"
            label={orders.deferUntil}
            error={errorFor('until')}
            value={until}
            onValue={(next) => change({ until: next })}
          />
          {isOfficer ? (
            <Choices
              id="deferral-wish"
              label={orders.wish}
              error={errorFor('wish')}
              value={wish}
              onValue={(next) => change({ wish: next })}
              options={(['customer', 'officer'] as const).map((value) => ({ value, text: orders.wishes[value] }))}
            />
          ) : undefined}
        </>
      )}
    </ActForm>
  );
}

/** A full provider says no (A58). */
export function RejectAct({ work }: Props) {
  const { orders } = useWords();
  const { path, version, form } = useStep(work, 'rejection', {});
  return (
    <ActForm
      {...form}
      body={{ reason: 'CAPACITY' as const }}
      act={(deed, body) => ask('POST /orders/{orderId}/rejection', { path, body }, { deed, version })}
      submit={orders.acts.rejectOrder}
      danger
    >
      {() => <p>{orders.rejectText}</p>}
    </ActForm>
  );
}
