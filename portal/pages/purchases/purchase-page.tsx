import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { speaking, useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import type { PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Deadlines } from '../orders/deadlines.tsx';
import { PurchaseActs } from './acts/purchase-acts.tsx';
import { Banners } from './banners.tsx';
import type { PurchaseDone, PurchaseForm, PurchaseShown } from './purchase-form.ts';
import { PurchaseStateTag } from './purchase-state-tag.tsx';

/** What stands below what is to be done comes a moment later, with its words. */
const later = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazily(speaking('purchaseParts', load));
const AgreementBox = later(async () => (await import('./agreement-box.tsx')).AgreementBox);
const Consents = later(async () => (await import('./consents.tsx')).Consents);
const CustomerShown = later(async () => (await import('./customer-shown.tsx')).CustomerShown);
const HandedDocuments = later(async () => (await import('./handed-over.tsx')).HandedDocuments);
const History = later(async () => (await import('./purchase-history.tsx')).PurchaseHistory);
const MissingList = later(async () => (await import('./missing-list.tsx')).MissingList);
const PurchaseFactList = later(async () => (await import('./purchase-facts.tsx')).PurchaseFactList);

/** The times that the purchase waits for or has kept, each with why it is that date. */
function Limits({ of }: { readonly of: PurchaseShown['deadlines'] }) {
  const names: Readonly<Record<string, string>> = useWords().purchases.deadlines;
  const nameOf = ({ code, ref, rule }: (typeof of)[number]) => names[`${code}-${ref}`] ?? names[code] ?? rule;
  // What both managers are to do is one date, not two.
  const once = of.filter(
    (one, n) =>
      !of
        .slice(0, n)
        .some(
          ({ code, due, state }) => code === one.code && due === one.due && state === one.state && one.code !== 'D40',
        ),
  );
  return <Deadlines of={once.map((deadline) => ({ ...deadline, text: nameOf(deadline) }))} />;
}

const readers: readonly string[] = ['handOver', 'prepareReceiver', 'markDocumentRead', 'startPurchase', 'endPurchase'];

type WorkOf = (act: PurchaseDone) => PurchaseForm;
type BodyProps = {
  readonly one: PurchaseShown;
  readonly did: PurchaseDone | undefined;
  readonly round: number;
  readonly saying: { current: HTMLDivElement | null };
  readonly workOf: WorkOf;
  readonly onChanged: () => void;
};

function Body({ one, did, round, saying, workOf, onChanged }: BodyProps) {
  const { purchases } = useWords();
  const { value: buying } = useAsk('GET /units/{unitId}/buying', { path: { unitId: one.ordering.id } });
  const grounds = [...(buying?.planned.grounds.list ?? []), ...(buying?.acute?.grounds.list ?? [])];
  const groundName = (code: string) => grounds.find((ground) => ground.code === code)?.name ?? '';
  const hasAgreement = (buying?.hasAgreement ?? false) || one.agreement.state !== 'NONE';
  const hasConsents = one.next.includes('recordConsent') && one.caseNo !== undefined;
  const mayRead = one.side !== undefined && one.caseNo !== undefined;
  return (
    <>
      <Banners one={one} />
      <div class="sides">
        <div>
          <section class="card acts">
            <h2>{purchases.next}</h2>
            <div ref={saying} tabIndex={-1}>
              {did && <Notice tone="success" title={purchases.done[did]} aloud />}
            </div>
            <PurchaseActs one={one} workOf={workOf} />
          </section>
          <section class="card">
            <h2>{purchases.missing}</h2>
            <MissingList one={one} />
          </section>
          {hasAgreement ? (
            <section class="card">
              <h2>{purchases.agreement}</h2>
              <AgreementBox one={one} />
            </section>
          ) : undefined}
          <section class="card">
            <h2>{purchases.facts}</h2>
            <PurchaseFactList one={one} groundName={groundName} />
          </section>
        </div>
        <div>
          {mayRead ? (
            <section class="card">
              <h2>{purchases.customer}</h2>
              <CustomerShown purchaseId={one.id} />
            </section>
          ) : undefined}
          {one.handovers.length > 0 || one.next.some((act) => readers.includes(act)) ? (
            <section class="card">
              <h2>{purchases.documents}</h2>
              <HandedDocuments work={workOf('markDocumentRead')} />
            </section>
          ) : undefined}
          {hasConsents ? (
            <section class="card">
              <h2>{purchases.consents}</h2>
              <Consents one={one} round={round} onChanged={onChanged} />
            </section>
          ) : undefined}
          <section class="card">
            <h2>{purchases.history}</h2>
            <History one={one} />
          </section>
        </div>
      </div>
    </>
  );
}

/** One purchase from the side of whoever looks: what may be done, what is missing and by which rule, and what has happened. */
export function PurchasePage({ params: path }: PageProps<'/kop/:purchaseId'>) {
  const { purchases } = useWords();
  const asking = useAsk('GET /purchases/{purchaseId}', { path });
  const [did, setDid] = useState<PurchaseDone>();
  const [round, setRound] = useState(0);
  const saying = useRef<HTMLDivElement>(null);
  const one = asking.value;
  function again() {
    setDid(undefined);
    asking.again();
  }
  const onDone = (act: PurchaseDone) => (next: PurchaseShown | undefined, version: number | undefined) => {
    setDid(act);
    setRound((count) => count + 1);
    if (next) asking.put(next, version);
    else asking.again();
    // What was done says so where the form was: it takes focus, since the form is gone.
    setTimeout(() => saying.current?.focus());
  };
  const workOf = (shown: PurchaseShown) => (act: PurchaseDone) => ({
    one: shown,
    onDone: onDone(act),
    onConflict: () => undefined,
    again,
  });
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/kop">
          {purchases.back}
        </a>
      </p>
      <PageHead
        title={one?.caseNo === undefined ? purchases.one : purchases.oneOf(one.caseNo)}
        lead={
          one && (
            <>
              <PurchaseStateTag state={one.state} />{' '}
              {one.mode === 'ACUTE' ? <Tag tone="warning">{purchases.modes.ACUTE}</Tag> : undefined}{' '}
              {purchases.between(one.ordering.name, one.receiver.name)}
            </>
          )
        }
      >
        {one && <Limits of={one.deadlines} />}
      </PageHead>
      <Loaded of={asking}>
        {(shown) => (
          <Body
            one={shown}
            did={did}
            round={round}
            saying={saying}
            workOf={workOf(shown)}
            onChanged={() => onDone('withdrawConsent')(undefined, undefined)}
          />
        )}
      </Loaded>
    </>
  );
}
