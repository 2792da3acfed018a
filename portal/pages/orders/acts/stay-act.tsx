import { ask } from '../../../api/client.ts';
import { shortDate } from '../../../app/format.ts';
import { DateField, SelectField, TextArea } from '../../../parts/field.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderForm } from '../order-form.ts';
import { useStep } from '../use-step.ts';
import { staysOf } from './stays.ts';
import { useActWords } from './use-act-words.ts';

/** The days of a stay in hospital put right (L-46, L-58): which stay, the right days, and why. */
export function StayAct({ work }: { readonly work: OrderForm }) {
  const acts = useActWords();
  const stays = staysOf(work.order, work.reports);
  const initial = { admittedOn: stays.at(-1) ?? '', from: '', to: '', reason: '' };
  const { draft, change, path, version, form } = useStep(work, 'correction', initial);
  const { admittedOn, from, to, reason } = draft;
  // A stay that has not ended is ended by the homecoming, not by this.
  const isOver = work.order.pause?.from !== admittedOn;
  const body = {
    ...{ admittedOn, reason: reason.trim() },
    ...(from === '' ? {} : { from }),
    ...(to === '' || !isOver ? {} : { to }),
  };
  return (
    <ActForm
      {...form}
      body={body}
      missing={{
        from: from === '' && (to === '' || !isOver) && acts.lacking.day(acts.rightAdmission),
        reason: body.reason === '' && acts.lacking.words(acts.correctionReason),
      }}
      act={(key, asked) => ask('POST /orders/{orderId}/hospital/correction', { path, body: asked }, { key, version })}
      submit={acts.titles.correctStay}
    >
      {(errorFor) => (
        <>
          <p>{acts.stayText}</p>
          <SelectField
            id="correction-admittedOn"
            label={acts.whichStay}
            error={errorFor('admittedOn')}
            value={admittedOn}
            onValue={(day) => change({ admittedOn: day })}
            options={stays.map((day) => ({ value: day, text: acts.stayFrom(shortDate(day, true)) }))}
          />
          <DateField
            id="correction-from"
            label={acts.rightAdmission}
            hint={isOver ? acts.sameHint : undefined}
            optional={isOver}
            error={errorFor('from')}
            value={from}
            onValue={(day) => change({ from: day })}
          />
          {isOver ? (
            <DateField
              id="correction-to"
              label={acts.rightHome}
              hint={acts.sameHint}
              optional
              error={errorFor('to')}
              value={to}
              onValue={(day) => change({ to: day })}
            />
          ) : undefined}
          <TextArea
            id="correction-reason"
            label={acts.correctionReason}
            hint={acts.reasonHint}
            rows={3}
            error={errorFor('reason')}
            value={reason}
            onValue={(next) => change({ reason: next })}
          />
        </>
      )}
    </ActForm>
  );
}
