import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { goTo, type PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import type { Customer } from './customer-fields.tsx';
import { caseNoFaults, standingOf, useStanding } from './new/known-case.ts';
import {
  emptyOrderDraft,
  missingInStep,
  nobody,
  type OrderDraft,
  type OrderRequest,
  type OrderRoutine,
  orderIn,
  orderSteps,
  type StepKey,
  stepHref,
  stepOf,
} from './new/order-draft.ts';
import type { Placed } from './new/order-receipt.tsx';
import type { StepProps } from './new/step-parts.ts';
import { reachesBack, StatedNotice } from './stated-notice.tsx';

const forms = {
  arende: lazily(async () => (await import('./new/case-step.tsx')).CaseStep),
  val: lazily(async () => (await import('./new/choice-step.tsx')).ChoiceStep),
  insatser: lazily(async () => (await import('./new/services-step.tsx')).ServicesStep),
  nar: lazily(async () => (await import('./new/when-step.tsx')).WhenStep),
  hemsjukvard: lazily(async () => (await import('./new/when-step.tsx')).HealthStep),
} as const;
const Answers = lazily(async () => (await import('./new/check.tsx')).Answers);
const OrderReceipt = lazily(async () => (await import('./new/order-receipt.tsx')).OrderReceipt);
const titles = {
  arende: 'caseTitle',
  val: 'choiceTitle',
  insatser: 'servicesTitle',
  nar: 'whenTitle',
  hemsjukvard: 'healthTitle',
} as const;

type Answering = Omit<StepProps, 'errorFor'> & { readonly faults: readonly FieldError[] };

/** One step: one question, and on to the next, or back to the check when one came from there. */
function Step({
  step,
  from,
  answering,
}: {
  readonly step: StepKey;
  readonly from: string | null;
  readonly answering: Answering;
}) {
  const { choosing, newOrder, orders } = useWords();
  const { draft, customer, routine, faults } = answering;
  const [errors, setErrors] = useState(faults);
  const [looking, setLooking] = useState(false);
  const steps = orderSteps(routine);
  const at = steps.indexOf(step);
  const Form = forms[step];
  async function goOn(event: Event) {
    event.preventDefault();
    if (looking) return;
    const missing = missingInStep(step, draft, customer, routine, { ...choosing, ...newOrder, ...orders });
    setErrors(missing);
    if (missing.length > 0) return;
    if (step === 'arende') {
      setLooking(true);
      const wrong = caseNoFaults(await standingOf(draft.caseNo), draft, newOrder);
      setLooking(false);
      setErrors(wrong);
      if (wrong.length > 0) return;
    }
    goTo(stepHref((from === 'kontrollera' ? undefined : steps[at + 1]) ?? 'kontrollera'));
  }
  const before = steps[at - 1];
  return (
    <>
      <p class="back">
        <a class="ds-link" href={before ? stepHref(before) : '#/bestallningar'}>
          {newOrder.back}
        </a>
      </p>
      <PageHead title={{ ...choosing, ...newOrder }[titles[step]]} lead={newOrder.step(at + 1, steps.length + 1)} />
      <form class="card step" noValidate onSubmit={goOn}>
        <ErrorSummary errors={errors} />
        <Form {...answering} errorFor={(field) => errorOf(errors, `new-${field}`)} />
        <Button type="submit" look="primary" busy={looking}>
          {from === 'kontrollera' ? newOrder.toCheck : newOrder.goOn}
        </Button>
      </form>
    </>
  );
}

type CheckProps = {
  readonly draft: OrderDraft;
  readonly customer: Customer;
  readonly routine: OrderRoutine;
  readonly onFaults: (faults: readonly FieldError[]) => void;
  readonly onPlaced: (placed: Placed) => void;
};

/** All answers before it is sent; what is missing or wrong leads to its step. */
function Check({ draft, customer, routine, onFaults, onPlaced }: CheckProps) {
  const { choosing, newOrder, orders, parts } = useWords();
  const steps = orderSteps(routine);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, failure, forget } = useSend((key, body: OrderRequest) => ask('POST /orders', { body }, { key }));
  const tell = (found: readonly FieldError[]) => {
    setErrors(found);
    onFaults(found);
  };
  function send(event: Event) {
    event.preventDefault();
    forget();
    const missing = steps.flatMap((step) =>
      missingInStep(step, draft, customer, routine, { ...choosing, ...newOrder, ...orders }).map((one) => ({
        ...one,
        href: stepHref(step, 'kontrollera'),
      })),
    );
    tell(missing);
    if (missing.length > 0) return;
    attempt();
  }
  async function attempt(accepts?: { readonly acceptsStated: true }) {
    const outcome = await run({ ...orderIn(draft, customer), ...accepts });
    if (outcome?.ok) return 'deadlines' in outcome.value ? onPlaced(outcome.value) : undefined;
    if (outcome && reachesBack(outcome)) return;
    const faults = outcome?.faults ?? [];
    tell(
      faults.map(({ at, message, code }) => ({
        field: `new-${at.replace(/^body\./, '').replaceAll('.', '-')}`,
        text: message ?? code,
        href: stepHref(stepOf(at), 'kontrollera'),
      })),
    );
  }
  const standing = useStanding(draft.caseNo);
  // A number that leads nowhere is said at once, not first when everything is sent.
  useEffect(() => {
    const wrong = caseNoFaults(standing, draft, newOrder);
    if (wrong.length > 0) tell(wrong.map((one) => ({ ...one, href: stepHref('arende', 'kontrollera') })));
  }, [standing]);
  const last = steps.at(-1) ?? 'nar';
  return (
    <>
      <p class="back">
        <a class="ds-link" href={stepHref(last)}>
          {newOrder.back}
        </a>
      </p>
      <PageHead title={newOrder.checkTitle} lead={newOrder.step(steps.length + 1, steps.length + 1)} />
      <form class="card step" noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {failure && reachesBack(failure) ? (
          <StatedNotice failure={failure} onAccept={() => attempt({ acceptsStated: true })} />
        ) : failure?.kind === 'conflict' ? (
          <Notice tone="warning" title={failure.title} aloud>
            <p>{newOrder.conflict}</p>
          </Notice>
        ) : failure && errors.length === 0 ? (
          <FailureNotice failure={failure} again={() => attempt()} />
        ) : undefined}
        <Answers {...{ draft, customer, routine, standing }} />
        <p class="soft">{newOrder.sendHint}</p>
        <Button type="submit" look="primary" busy={busy}>
          {busy ? `${parts.sending} …` : newOrder.send}
        </Button>
      </form>
    </>
  );
}

function NewOrder({ routine, query }: { readonly routine: OrderRoutine; readonly query: URLSearchParams }) {
  const [draft, change, forget] = useDraft<OrderDraft>('order/new', emptyOrderDraft);
  const [customer, setCustomer] = useState<Customer>(nobody);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const [placed, setPlaced] = useState<{ readonly placed: Placed; readonly customer: Customer }>();
  const wanted = query.get('steg');
  const step = orderSteps(routine).find((one) => one === wanted) ?? 'arende';
  useEffect(() => scrollTo(0, 0), [wanted]);
  function onPlaced(next: Placed) {
    setPlaced({ placed: next, customer });
    forget();
    setCustomer(nobody);
    goTo(stepHref('klart'), 'replace');
  }
  if (wanted === 'klart' && placed) return <OrderReceipt {...placed} />;
  if (wanted === 'kontrollera') return <Check {...{ draft, customer, routine, onPlaced }} onFaults={setFaults} />;
  const changeCustomer = (part: Partial<Customer>) => setCustomer((before) => ({ ...before, ...part }));
  const mine = faults
    .filter(({ href }) => href === stepHref(step, 'kontrollera'))
    .map(({ field, text }) => ({ field, text }));
  return (
    <Step
      key={step}
      step={step}
      from={query.get('fran')}
      answering={{ draft, change, customer, changeCustomer, routine, faults: mine }}
    />
  );
}

/** A new order, one thing at a time. Every step is an address, so that the browser's own back and forward work. */
export function NewOrderPage({ query }: PageProps) {
  return (
    <Loaded of={useAsk('GET /settings')}>
      {({ pack, parameters, providers }) => (
        <NewOrder
          query={query}
          routine={{ healthCare: pack.healthCare, urgentByList: parameters['rotation.urgent'] === 'LIST', providers }}
        />
      )}
    </Loaded>
  );
}
