import { useEffect } from 'preact/hooks';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Tag } from '../../parts/tag.tsx';
import { SettleMatter } from './settle-matter.tsx';

const tones = { OPEN: 'warning', SHARED: 'info', CLOSED: 'success', KEPT: 'neutral' } as const;

type Props = { readonly purchaseId: string; readonly round: number; readonly onSettled: () => void };

/** What goes on around a purchase: deviations, injuries, training needs, questions and notes, each with what closes it. */
export function Around({ purchaseId, round, onSettled }: Props) {
  const { purchaseParts } = useWords();
  const whoIs = useStaff();
  const asking = useAsk('GET /purchases/{purchaseId}/around', { path: { purchaseId }, query: { limit: 100 } });
  // What has been done on the page may have added to it.
  useEffect(() => {
    if (round > 0) asking.again();
  }, [round]);
  return (
    <Loaded of={asking}>
      {({ items }) => (
        <>
          {items.length === 0 ? <p class="soft">{purchaseParts.aroundNone}</p> : undefined}
          <ul class="plain people">
            {items.map((matter) => (
              <li key={matter.id}>
                <p>
                  <b>{purchaseParts.matters[matter.what]}</b>{' '}
                  <Tag tone={tones[matter.state]}>{purchaseParts.matterStates[matter.state]}</Tag>
                  {matter.kind === 'LEX_SARAH' ? <> {purchaseParts.lexSarah}</> : undefined}
                </p>
                <p class="soft">
                  {dateTime(matter.opened.at)} · {whoIs(matter.opened.by)}
                </p>
                {[matter.opened.words, matter.reference, matter.measures?.words, matter.closed?.words]
                  .filter((text) => text !== undefined && text !== '')
                  .map((text) => (
                    <p key={text}>{text}</p>
                  ))}
                {matter.next.map((way) => (
                  <SettleMatter
                    key={way}
                    way={way}
                    matter={matter}
                    purchaseId={purchaseId}
                    onSettled={() => {
                      asking.again();
                      onSettled();
                    }}
                  />
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}
