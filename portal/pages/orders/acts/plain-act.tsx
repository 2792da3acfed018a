import { send } from '../../../api/client.ts';
import { dateTime, shortDate } from '../../../app/format.ts';
import { useWords } from '../../../app/language.ts';
import { withOffset } from '../../../app/with-offset.ts';
import { PlainField } from '../../../parts/plain/plain-field.tsx';
import { bodyOf, initialOf, missingFields, shownOf } from '../../../parts/plain/plain-form.ts';
import { SummaryList } from '../../../parts/summary-list.tsx';
import { ActForm } from '../act-form.tsx';
import type { OrderActKey, OrderForm } from '../order-form.ts';
import { useStep } from '../use-step.ts';
import type { Plain } from './plain.ts';
import { codesOf } from './service-codes.ts';
import { actTitleOf } from './title-of.ts';
import { useActWords } from './use-act-words.ts';

/** What was written, as people read it. */
function read({ kind }: { readonly kind: string }, value: string): string {
  if (value === '') return '';
  return kind === 'day' ? shortDate(value, true) : kind === 'time' ? dateTime(withOffset(value)) : value;
}

/** The form of a plain step. */
export function PlainAct({
  step,
  name,
  work,
}: {
  readonly step: Plain;
  readonly name: OrderActKey;
  readonly work: OrderForm;
}) {
  const acts = useActWords();
  const { orders } = useWords();
  const { route, text, danger, check } = step;
  // `POST /orders/{orderId}/ending/verification` is the verification; what takes something back is named by all of it.
  const parts = route.split('/').slice(3);
  const key = parts.length > 1 && parts.at(-1) === 'withdrawal' ? parts.join('-') : (parts.at(-1) ?? '');
  const { draft, change, path, version, form } = useStep(work, key, initialOf(step, work.order));
  const shown = shownOf(step, draft, work.order);
  return (
    <ActForm
      {...form}
      body={bodyOf(step, draft, work.order)}
      missing={missingFields(step, draft, work.order, acts)}
      act={(key, body) => send(route, { path, body }, { key, version })}
      submit={actTitleOf(name, work.order, acts)}
      danger={danger}
      check={
        check && (
          <>
            <p>{check(acts, work.order)}</p>
            <SummaryList
              rows={shown.map(({ name: at, field }) => ({
                name: field.label(acts),
                value: read(field, draft[at] ?? ''),
              }))}
            />
          </>
        )
      }
    >
      {(errorFor) => (
        <>
          {text ? <p>{text(acts, work.order)}</p> : undefined}
          {shown.map(({ name: at, field }) => (
            <PlainField
              key={at}
              id={`${key}-${at}`}
              name={at}
              field={field}
              error={errorFor(at)}
              shown={work.order}
              say={acts}
              yesNo={orders}
              services={['', ...codesOf(work.order)].map((code) => ({ value: code, text: code || acts.anyService }))}
              written={draft}
              onWritten={change}
            />
          ))}
        </>
      )}
    </ActForm>
  );
}
