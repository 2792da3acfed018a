import { useState } from 'preact/hooks';
import { dateTime } from '../../app/format.ts';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { WhyList } from '../../parts/why.tsx';
import { Who } from '../customers/who.tsx';
import type { FoundCare, FoundCustomer } from './found.ts';
import { Phone } from './phone.tsx';
import { SearchStep } from './search-step.tsx';
import { type UrgentGiven, UrgentStep } from './urgent-step.tsx';
import { usePatrolWords } from './use-patrol-words.ts';

type ReceiptProps = {
  readonly given: UrgentGiven;
  /** Why the customer was looked for: the same is why their name is read. */
  readonly reason: string;
  readonly onAnother: () => void;
};

/** Whom to phone, the number to say, and at a press to whom and where help is to go (S-17). */
function Receipt({ given, reason, onAnother }: ReceiptProps) {
  const patrol = usePatrolWords();
  const { id, caseNo, provider, placedAt, startBy, warnings } = given;
  return (
    <>
      <PageHead title={patrol.sent} lead={patrol.caseNo(caseNo)} />
      <section class="card receipt">
        <h2>{patrol.call}</h2>
        <p class="phone">
          <Phone provider={provider} />
        </p>
        <p>{patrol.callText}</p>
        <SummaryList
          rows={[
            ...(startBy ? [{ name: patrol.startBy, value: dateTime(startBy) }] : []),
            { name: patrol.placed, value: dateTime(placedAt) },
            { name: patrol.number, value: <small>{id}</small> },
          ]}
        />
      </section>
      <section class="card receipt">
        <h2>{patrol.customer}</h2>
        <Who caseNo={caseNo} reason={reason} text={patrol.showCustomer} unknown={patrol.customerHidden}>
          {({ name, address }) => (
            <SummaryList
              rows={[
                { name: patrol.customerName, value: <b>{name}</b> },
                { name: patrol.address, value: address ?? patrol.noAddress },
              ]}
            />
          )}
        </Who>
        <p class="soft">{patrol.readIsLogged(reason)}</p>
      </section>
      {warnings.length === 0 ? undefined : (
        <Notice tone="warning" title={patrol.remarks}>
          <WhyList steps={warnings} />
        </Notice>
      )}
      <p class="buttons">
        <Button look="primary" onClick={onAnother}>
          {patrol.another}
        </Button>
      </p>
    </>
  );
}

/** The night patrol's start page: find the customer, give the urgent order, see whom to phone (S-17, S-18). */
export function PatrolPage() {
  const patrol = usePatrolWords();
  const [found, setFound] = useState<FoundCustomer>();
  const [care, setCare] = useState<FoundCare>();
  const [given, setGiven] = useState<UrgentGiven>();
  function another() {
    setFound(undefined);
    setCare(undefined);
    setGiven(undefined);
  }
  if (given) return <Receipt given={given} reason={found?.reason ?? patrol.reasonStart} onAnother={another} />;
  if (care) return <UrgentStep care={care} onBack={() => setCare(undefined)} onPlaced={setGiven} />;
  return <SearchStep found={found} onFound={setFound} onPick={setCare} />;
}
