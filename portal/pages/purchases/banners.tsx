import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { extentInWords } from './extent-words.ts';
import type { PurchaseShown } from './purchase-form.ts';

const sides = ['ORDERING', 'RECEIVING'] as const;
const dayMs = 86_400_000;
/** So many days before the joint decision it is said as a warning: day 12 for day 15. */
const daysWarned = 3;
const dayNo = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;

/** The days of acute help counted, and what each manager has said (H-28, H-29). */
function Acute({ acute }: { readonly acute: NonNullable<PurchaseShown['acute']> }) {
  const { purchases } = useWords();
  const { day, firstVisit, followUpDue, agreementBy, decisions } = acute;
  const decideOn = dayNo(firstVisit, followUpDue);
  const isDue = day >= decideOn;
  return (
    <Notice
      tone={isDue ? 'danger' : decideOn - day > daysWarned ? 'info' : 'warning'}
      title={isDue ? purchases.acuteDue(day) : purchases.acuteDay(day, decideOn, shortDate(followUpDue))}
    >
      <p>{purchases.acuteGoesOn}</p>
      {decisions.length === 0 ? undefined : (
        <ul>
          {sides.map((side) => {
            const latest = decisions.findLast((one) => one.side === side);
            const who = purchases.signer[side];
            return <li key={side}>{latest ? purchases.said[latest.decision](who) : purchases.notSaid(who)}</li>;
          })}
        </ul>
      )}
      <p>{purchases.agreementBy(shortDate(agreementBy, true))}</p>
    </Notice>
  );
}

/** What everybody who looks should know at once. */
export function Banners({ one }: { readonly one: PurchaseShown }) {
  const { purchases } = useWords();
  const { acute, ended, notice, binding, state, decision, withdrawn } = one;
  return (
    <>
      {acute && !ended ? <Acute acute={acute} /> : undefined}
      {notice && !ended ? (
        <Notice
          tone="warning"
          title={
            notice.after
              ? purchases.lessBanner(shortDate(notice.effective, true), extentInWords(notice.after, purchases))
              : purchases.noticeBanner(shortDate(notice.effective, true))
          }
        >
          {notice.short > 0 ? <p>{purchases.shortBy(notice.short)}</p> : undefined}
        </Notice>
      ) : undefined}
      {binding && !ended && !withdrawn ? <Notice title={purchases.bindingBanner} /> : undefined}
      {state === 'declined' ? (
        <Notice tone="danger" title={purchases.declinedBanner}>
          {decision?.reason ? <p>{decision.reason}</p> : undefined}
        </Notice>
      ) : undefined}
      {withdrawn ? <Notice tone="danger" title={purchases.withdrawnBanner} /> : undefined}
    </>
  );
}
