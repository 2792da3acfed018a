import { monthName } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import { useAdjustingWords } from './adjusting-words.ts';
import { AdjustmentForm } from './adjustment-form.tsx';
import { en, sv } from './adjustment-words.ts';
import { AdjustmentsTable } from './adjustments-table.tsx';
import { Crumb } from './crumb.tsx';
import { MistakeForm } from './mistake-form.tsx';

/** What has been found out of a stated month: each case to be decided by its officer, and what has been decided. */
export function AdjustingPage({ params }: PageProps<'/manad/:month/:providerId/justeringar'>) {
  const adjusting = useOwnWords(sv, en);
  const say = useAdjustingWords();
  const nameOf = useProviders();
  const { month, providerId } = params;
  const { me } = useStore(session);
  const asking = useAsk('GET /months/{month}/providers/{providerId}/adjustments', { path: params });
  return (
    <>
      <Crumb month={month} />
      <PageHead title={adjusting.title} lead={adjusting.lead(nameOf(providerId), monthName(month))} />
      <Loaded of={asking}>
        {({ proposed, rulesChanged, adjustments, officers }) => (
          <>
            <p>
              {proposed.length > 0
                ? adjusting.text
                : adjustments.length > 0
                  ? adjusting.nothingMore
                  : adjusting.nothing}
            </p>
            {proposed.length > 0 ? <h2>{adjusting.proposed}</h2> : undefined}
            {proposed.map((one) => (
              <AdjustmentForm
                key={one.caseNo}
                of={{ month, providerId }}
                proposed={one}
                isMine={me?.role === 'officer'}
                officer={officers[one.officerId] ?? one.officerId}
                onDecided={asking.again}
              />
            ))}
            {rulesChanged.length > 0 ? (
              <Notice title={say.rulesChanged}>
                <p>{say.rulesChangedText(rulesChanged.join(', '))}</p>
              </Notice>
            ) : undefined}
            {me?.role === 'officer' ? <MistakeForm of={{ month, providerId }} onDecided={asking.again} /> : undefined}
            {adjustments.length > 0 ? <AdjustmentsTable adjustments={adjustments} officers={officers} /> : undefined}
            <div class="buttons">
              <ButtonLink href={hrefOf('/manad/:month/:providerId', params)}>{adjusting.back}</ButtonLink>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
