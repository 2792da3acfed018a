import { ask } from '../../../api/client.ts';
import { Choices } from '../../../parts/choices.tsx';
import { TextArea } from '../../../parts/field.tsx';
import { ActForm } from '../../orders/act-form.tsx';
import { type ExtentDraft, ExtentFields, extentIn, noExtent } from '../extent-fields.tsx';
import type { PurchaseForm } from '../purchase-form.ts';
import { usePurchaseStep } from '../use-purchase-step.ts';
import { usePurchaseWords } from './use-purchase-words.ts';

type Draft = {
  readonly answer?: 'yes' | 'no';
  readonly how: 'asked' | 'less';
  readonly reason: string;
  readonly extent: ExtentDraft;
};

/** Yes or no to a request, or to a change that waits; a no says why, a yes may be to less (B-03, H-07, H-11, M-06, M-24). */
export function DecideAct({ work }: { readonly work: PurchaseForm }) {
  const say = usePurchaseWords();
  const isChange = work.one.state === 'change-requested';
  const initial: Draft = { how: 'asked', reason: '', extent: noExtent };
  const { draft, change, path, version, form } = usePurchaseStep<Draft>(work, 'decision', initial);
  const { answer, how, extent } = draft;
  const reason = draft.reason.trim();
  const isLess = answer === 'yes' && how === 'less' && !isChange;
  const less = isLess ? extentIn(extent) : undefined;
  return (
    <ActForm
      {...form}
      body={{ accept: answer === 'yes', ...(reason === '' ? {} : { reason }), ...(less ? { extent: less } : {}) }}
      missing={{
        accept: !answer && say.lacking.choice(say.decide),
        extent: isLess && !less && say.extentMissing,
        reason: answer === 'no' && reason === '' && say.lacking.words(say.decideReason),
      }}
      act={(key, body) => ask('POST /purchases/{purchaseId}/decision', { path, body }, { key, version })}
      submit={isChange ? say.decideChange : say.titles.decidePurchase}
    >
      {(errorFor) => (
        <>
          <Choices
            id="decision-accept"
            label={say.decide}
            error={errorFor('accept')}
            value={answer}
            onValue={(next: 'yes' | 'no') => change({ answer: next })}
            options={[
              { value: 'yes', text: isChange ? say.decideChangeYes : say.decideYes },
              { value: 'no', text: say.decideNo },
            ]}
          />
          {answer === 'yes' && !isChange ? (
            <Choices
              id="decision-how"
              label={say.asAsked}
              value={how}
              onValue={(next: Draft['how']) => change({ how: next })}
              options={[
                { value: 'asked', text: say.asAskedYes },
                {
                  value: 'less',
                  text: say.asAskedLess,
                  more: (
                    <ExtentFields
                      id="decision-extent"
                      say={say}
                      value={extent}
                      onValue={(next) => change({ extent: next })}
                      error={errorFor('extent')}
                    />
                  ),
                },
              ]}
            />
          ) : undefined}
          <TextArea
            id="decision-reason"
            label={say.decideReason}
            hint={say.dialogueReason}
            optional={answer !== 'no'}
            rows={3}
            error={errorFor('reason')}
            value={draft.reason}
            onValue={(next) => change({ reason: next })}
          />
        </>
      )}
    </ActForm>
  );
}
