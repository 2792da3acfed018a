import { send } from '../../../api/client.ts';
import { dateTime, shortDate } from '../../../app/format.ts';
import { useWords } from '../../../app/language.ts';
import { withOffset } from '../../../app/with-offset.ts';
import { PlainField } from '../../../parts/plain/plain-field.tsx';
import { bodyOf, type FormField, initialOf, missingFields, shownOf } from '../../../parts/plain/plain-form.ts';
import { SummaryList } from '../../../parts/summary-list.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import type { PurchaseActWords, PurchaseForm, PurchaseShown } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { type PlainPurchaseAct, plainActs } from './plain-acts.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Field = FormField<PurchaseShown, PurchaseActWords>;

/** What was written, as people read it. */
function read(field: Field, value: string, say: PurchaseActWords, one: PurchaseShown): string {
  if (value === '') return '';
  if (field.kind === 'day') return shortDate(value, true);
  if (field.kind === 'time') return dateTime(withOffset(value));
  return field.kind === 'choice' ? (field.options(say, one)[value] ?? value) : value;
}

/** The form of a plain step. */
export function PlainPurchaseActForm({
  name,
  work,
}: {
  readonly name: keyof typeof plainActs;
  readonly work: PurchaseForm;
}) {
  const say = usePurchaseWords();
  const { purchases } = useWords();
  const step: PlainPurchaseAct = plainActs[name];
  const { route, text, danger, check } = step;
  const key = route.split('/').at(-1) ?? '';
  const { draft, change, path, version, form } = usePurchaseStep(work, key, initialOf(step, work.one));
  const shown = shownOf(step, draft, work.one);
  return (
    <ActForm
      {...form}
      body={bodyOf(step, draft, work.one)}
      missing={missingFields(step, draft, work.one, say)}
      act={(sendKey, body) => send(route, { path, body }, { key: sendKey, version })}
      submit={say.titles[name]}
      danger={danger}
      check={
        check && (
          <>
            <p>{check(say, work.one)}</p>
            <SummaryList
              rows={shown.map(({ name: at, field }) => ({
                name: field.label(say),
                value: read(field, draft[at] ?? '', say, work.one),
              }))}
            />
          </>
        )
      }
    >
      {(errorFor) => (
        <>
          {text ? <p>{text(say, work.one)}</p> : undefined}
          {shown.map(({ name: at, field }) => (
            <PlainField
              key={at}
              id={`${key}-${at}`}
              name={at}
              field={field}
              error={errorFor(at)}
              shown={work.one}
              say={say}
              yesNo={purchases}
              written={draft}
              onWritten={change}
            />
          ))}
        </>
      )}
    </ActForm>
  );
}
