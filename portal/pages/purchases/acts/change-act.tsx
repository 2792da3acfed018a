import { ask } from '../../../api/client.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { DateField, TextArea } from '../../../parts/field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { type ExtentDraft, ExtentFields, extentIn, noExtent } from '../extent-fields.tsx';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Draft = {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly hasExtent: boolean;
  readonly extent: ExtentDraft;
};

/** The performer tells at once (M-16), the orderer in good time; more of it waits for a decision (M-19, M-20, M-24). */
export function ChangeAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const initial: Draft = { words: '', from: '', to: '', hasExtent: false, extent: noExtent };
  const { draft, change, path, version, form } = usePurchaseStep<Draft>(work, 'changes', initial);
  const isOrderer = work.one.side === 'ORDERING';
  const { words, from, to, hasExtent } = draft;
  const extent = isOrderer && hasExtent ? extentIn(draft.extent) : undefined;
  return (
    <ActForm
      {...form}
      body={{
        words: words.trim(),
        ...(from === '' ? {} : { from }),
        ...(isOrderer && to !== '' ? { to } : {}),
        ...(extent ? { extent } : {}),
      }}
      missing={{
        words: words.trim() === '' && say.lacking.words(say.changeWords),
        extent: isOrderer && hasExtent && !extent && say.extentMissing,
      }}
      act={(key, body) => ask('POST /purchases/{purchaseId}/changes', { path, body }, { key, version })}
      submit={say.titles.reportPurchaseChange}
    >
      {(errorFor) => (
        <>
          <p>{isOrderer ? say.changeTextOrderer : say.changeTextPerformer}</p>
          <TextArea
            id="changes-words"
            label={say.changeWords}
            hint={say.noNames}
            rows={3}
            error={errorFor('words')}
            value={words}
            onValue={(next) => change({ words: next })}
          />
          <DateField
            id="changes-from"
            label={say.changeFrom}
            hint={say.changeFromHint}
            optional
            error={errorFor('from') ?? errorFor('effective')}
            value={from}
            onValue={(next) => change({ from: next })}
          />
          {isOrderer ? (
            <>
              <DateField
                id="changes-to"
                label={say.changeTo}
                optional
                error={errorFor('to')}
                value={to}
                onValue={(next) => change({ to: next })}
              />
              <Checkbox
                label={say.changeExtent}
                checked={hasExtent}
                onChecked={(next) => change({ hasExtent: next })}
              />
              {hasExtent ? (
                <ExtentFields
                  id="changes-extent"
                  say={say}
                  value={draft.extent}
                  onValue={(next) => change({ extent: next })}
                  error={errorFor('extent')}
                />
              ) : undefined}
            </>
          ) : undefined}
        </>
      )}
    </ActForm>
  );
}
