import { dateTime, shortDate } from '../../../app/format.ts';
import { useWords } from '../../../app/language.ts';
import { useServiceNames } from '../../../app/use-services.ts';
import { withOffset } from '../../../app/with-offset.ts';
import { SummaryList, type SummaryRow } from '../../../parts/summary-list.tsx';
import { extentIn } from '../extent-fields.tsx';
import { extentInWords } from '../extent-words.ts';
import { receiversIn } from '../receiver-field.tsx';
import { type Buying, helpOf, modeOf, type PurchaseDraft, purchaseStepHref } from './purchase-draft.ts';

/** Every answer, each with the way to change it; what was not asked is not told. */
export function PurchaseAnswers({ draft, buying }: { readonly draft: PurchaseDraft; readonly buying: Buying }) {
  const { newPurchase, purchases } = useWords();
  const serviceName = useServiceNames();
  const to = (step: Parameters<typeof purchaseStepHref>[0]) => purchaseStepHref(step, 'kontrollera');
  const mode = modeOf(draft, buying);
  const ground = helpOf(draft, buying).grounds.list.find(({ code }) => code === draft.ground)?.name;
  const extent = extentIn(draft.extent);
  const said = (name: string, text: string): readonly SummaryRow[] =>
    text.trim() === '' ? [] : [{ name, value: text, change: to('skal') }];
  const time = (text: string) => (text === '' ? '' : dateTime(withOffset(text)));
  return (
    <SummaryList
      rows={[
        {
          name: newPurchase.receiver,
          value: receiversIn(buying).find(({ value }) => value === draft.receiver)?.text,
          change: to('mottagare'),
        },
        ...(buying.acute && mode ? [{ name: newPurchase.mode, value: purchases.modes[mode], change: to('slag') }] : []),
        { name: newPurchase.caseNo, value: draft.caseNo, change: to('arende') },
        { name: newPurchase.services, value: draft.services.map(serviceName).join(', '), change: to('arende') },
        { name: newPurchase.extent, value: extent && extentInWords(extent, purchases), change: to('omfattning') },
        { name: newPurchase.from, value: draft.from && shortDate(draft.from, true), change: to('tid') },
        {
          name: newPurchase.to,
          value: draft.to === '' ? newPurchase.untilFurther : shortDate(draft.to, true),
          change: to('tid'),
        },
        ...(mode === 'ACUTE' ? [{ name: newPurchase.arisenAt, value: time(draft.arisenAt), change: to('tid') }] : []),
        {
          name: newPurchase.ground,
          value: [ground ?? (draft.ground === '' ? '' : newPurchase.otherGround), draft.words]
            .filter(Boolean)
            .join('. '),
          change: to('skal'),
        },
        ...said(newPurchase.excludedAt, time(draft.excludedAt)),
        ...said(newPurchase.relative, draft.relative),
        ...(draft.kind ? said(newPurchase.kind, newPurchase.kinds[draft.kind]) : []),
        ...said(newPurchase.relocation, draft.relocation),
        ...said(newPurchase.callIn, draft.callIn),
        ...said(newPurchase.reason, draft.reason),
      ]}
    />
  );
}
