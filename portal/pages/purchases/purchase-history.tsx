import { useWords } from '../../app/language.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Timeline } from '../../parts/timeline.tsx';
import { happeningsOf } from './happenings.ts';
import type { PurchaseShown } from './purchase-form.ts';

/** What has been done, by whom and when, the latest first. */
export function PurchaseHistory({ one }: { readonly one: PurchaseShown }) {
  const { purchases, purchaseParts } = useWords();
  const whoIs = useStaff();
  return (
    <Timeline
      happenings={happeningsOf(one, { ...purchases, ...purchaseParts }).map(({ at, by, title, words, rule }) => ({
        ...{ at, title },
        ...(by === undefined ? {} : { by: whoIs(by) }),
        more: (
          <>
            {words.length === 0 ? undefined : <p>{words.join(' ')}</p>}
            {rule === undefined ? undefined : <p class="rule">{rule}</p>}
          </>
        ),
      }))}
    />
  );
}
