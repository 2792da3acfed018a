import type { ComponentType } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../../app/language.ts';
import type { PurchaseActKey, PurchaseForm, PurchaseShown } from '../purchase-form.ts';
import { lazyPurchaseForm } from './use-purchase-words.ts';
import { waitedFor } from './waited-for.ts';

type Form = ComponentType<{ readonly work: PurchaseForm }>;
const Plain = lazyPurchaseForm(async () => (await import('./plain-purchase-act.tsx')).PlainPurchaseActForm);

/** The form of each step that is more than a few fields; the others are plain. */
const forms: Readonly<Partial<Record<PurchaseActKey, Form>>> = {
  decidePurchase: lazyPurchaseForm(async () => (await import('./decide-act.tsx')).DecideAct),
  resendPurchase: lazyPurchaseForm(async () => (await import('./resend-act.tsx')).ResendAct),
  sendPurchase: lazyPurchaseForm(async () => (await import('./send-act.tsx')).SendAct),
  handOver: lazyPurchaseForm(async () => (await import('./hand-over-act.tsx')).HandOverAct),
  prepareReceiver: lazyPurchaseForm(async () => (await import('./prepare-act.tsx')).PrepareAct),
  recordConsent: lazyPurchaseForm(async () => (await import('./sharing-act.tsx')).ConsentAct),
  forwardInformation: lazyPurchaseForm(async () => (await import('./sharing-act.tsx')).ForwardAct),
  reportPurchaseChange: lazyPurchaseForm(async () => (await import('./change-act.tsx')).ChangeAct),
  giveNotice: lazyPurchaseForm(async () => (await import('./notice-act.tsx')).NoticeAct),
};

type ActProps = {
  readonly act: PurchaseActKey;
  readonly title: string;
  readonly open: boolean;
  readonly work: PurchaseForm;
};

/** A step behind its name; it closes when it has been taken, also where it may be taken again. */
function Act({ act, title, open, work }: ActProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpen, setOpened] = useState(open);
  const onDone: PurchaseForm['onDone'] = (one, version) => {
    if (box.current && !open) box.current.open = false;
    work.onDone(one, version);
  };
  const closing = { ...work, onDone };
  const Form = forms[act];
  return (
    <details
      ref={box}
      class="act"
      name="act"
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {wasOpen && (Form ? <Form work={closing} /> : <Plain name={act as never} work={closing} />)}
    </details>
  );
}

type Props = { readonly one: PurchaseShown; readonly workOf: (act: PurchaseActKey) => PurchaseForm };

/** What the one who looks may do next, as the API says: what the purchase waits for first, the first of it open. */
export function PurchaseActs({ one, workOf }: Props) {
  const { purchases } = useWords();
  const isAct = (name: string): name is PurchaseActKey => name in purchases.acts;
  const offered = one.next.filter(isAct);
  const waited = waitedFor.filter(([act, isWaited]) => offered.includes(act) && isWaited(one)).map(([act]) => act);
  const others = offered.filter((act) => !waited.includes(act));
  const titleOf = (act: PurchaseActKey) =>
    act === 'decidePurchase' && one.state === 'change-requested' ? purchases.decideChange : purchases.acts[act];
  const show = (act: PurchaseActKey, open: boolean) => (
    <Act key={act} act={act} title={titleOf(act)} open={open} work={workOf(act)} />
  );
  return (
    <>
      {waited.length === 0 ? <p class="soft">{purchases.nothingNext}</p> : undefined}
      {waited.map((act, index) => show(act, index === 0))}
      {others.length === 0 ? undefined : (
        <>
          <h3>{purchases.others}</h3>
          {others.map((act) => show(act, false))}
        </>
      )}
    </>
  );
}
