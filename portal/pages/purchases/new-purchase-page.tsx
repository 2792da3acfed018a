import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import { speaking, useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { goTo, hrefOf, type PageProps } from '../../app/router.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useDraft } from '../../app/use-draft.ts';
import { useSend } from '../../app/use-send.ts';
import { Button } from '../../parts/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../parts/error-summary.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { isShortOf, MissingNotice } from '../../parts/missing-notice.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import {
  type Buying,
  emptyPurchaseDraft,
  missingInPurchaseStep,
  type PurchaseDraft,
  type PurchaseRequest,
  type PurchaseStepKey,
  purchaseStepHref,
  purchaseStepOf,
  purchaseSteps,
  requestIn,
} from './new/purchase-draft.ts';

const forms = {
  mottagare: lazily(async () => (await import('./new/asked-steps.tsx')).ReceiverStep),
  slag: lazily(async () => (await import('./new/asked-steps.tsx')).ModeStep),
  arende: lazily(async () => (await import('./new/asked-steps.tsx')).HelpStep),
  omfattning: lazily(async () => (await import('./new/asked-steps.tsx')).ExtentStep),
  tid: lazily(async () => (await import('./new/asked-steps.tsx')).PeriodStep),
  skal: lazily(speaking('purchaseParts', async () => (await import('./new/asked-steps.tsx')).GroundsStep)),
} as const;
const PurchaseAnswers = lazily(async () => (await import('./new/purchase-answers.tsx')).PurchaseAnswers);
const titles = {
  mottagare: 'receiverTitle',
  slag: 'modeTitle',
  arende: 'caseTitle',
  omfattning: 'extentTitle',
  tid: 'periodTitle',
  skal: 'groundsTitle',
} as const;

type Answering = {
  readonly draft: PurchaseDraft;
  readonly change: (part: Partial<PurchaseDraft>) => void;
  readonly buying: Buying;
};
type StepProps = Answering & {
  readonly step: PurchaseStepKey;
  readonly from: string | null;
  readonly faults: readonly FieldError[];
};

/** One step: one question, and on to the next, or back to the check when one came from there. */
function Step({ step, from, faults, ...answering }: StepProps) {
  const { newPurchase } = useWords();
  const { draft, buying } = answering;
  const [errors, setErrors] = useState(faults);
  const steps = purchaseSteps(buying);
  const at = steps.indexOf(step);
  const Form = forms[step];
  function goOn(event: Event) {
    event.preventDefault();
    const missing = missingInPurchaseStep(step, draft, buying, newPurchase);
    setErrors(missing);
    if (missing.length > 0) return;
    goTo(purchaseStepHref((from === 'kontrollera' ? undefined : steps[at + 1]) ?? 'kontrollera'));
  }
  const before = steps[at - 1];
  return (
    <>
      <p class="back">
        <a class="ds-link" href={before ? purchaseStepHref(before) : '#/kop'}>
          {newPurchase.back}
        </a>
      </p>
      <PageHead title={newPurchase[titles[step]]} lead={newPurchase.step(at + 1, steps.length + 1)} />
      <form class="card step" noValidate onSubmit={goOn}>
        <ErrorSummary errors={errors} />
        <Form {...answering} errorFor={(field) => errorOf(errors, `new-${field}`)} />
        <Button type="submit" look="primary">
          {from === 'kontrollera' ? newPurchase.toCheck : newPurchase.goOn}
        </Button>
      </form>
    </>
  );
}

type CheckProps = Pick<Answering, 'draft' | 'buying'> & {
  readonly unitId: string;
  readonly onFaults: (faults: readonly FieldError[]) => void;
  readonly onAsked: (purchaseId: string) => void;
};

/** All answers before it is sent; what is missing or wrong leads to its step, and nothing that was written is lost. */
function Check({ draft, buying, unitId, onFaults, onAsked }: CheckProps) {
  const { newPurchase, parts } = useWords();
  const steps = purchaseSteps(buying);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { run, busy, failure, forget } = useSend((key, body: PurchaseRequest) =>
    ask('POST /purchases', { body }, { key }),
  );
  const tell = (found: readonly FieldError[]) => {
    setErrors(found);
    onFaults(found);
  };
  async function attempt() {
    const outcome = await run(requestIn(draft, unitId, buying));
    if (outcome?.ok) return onAsked(outcome.value.id);
    const faults = outcome?.faults ?? [];
    tell(
      faults.map(({ at, message, code }) => ({
        field: `new-${at.replace(/^body\./, '').replaceAll('.', '-')}`,
        text: message ?? code,
        href: purchaseStepHref(purchaseStepOf(at), 'kontrollera'),
      })),
    );
  }
  function send(event: Event) {
    event.preventDefault();
    forget();
    const missing = steps.flatMap((step) =>
      missingInPurchaseStep(step, draft, buying, newPurchase).map((one) => ({
        ...one,
        href: purchaseStepHref(step, 'kontrollera'),
      })),
    );
    tell(missing);
    if (missing.length === 0) attempt();
  }
  return (
    <>
      <p class="back">
        <a class="ds-link" href={purchaseStepHref(steps.at(-1) ?? 'skal')}>
          {newPurchase.back}
        </a>
      </p>
      <PageHead title={newPurchase.checkTitle} lead={newPurchase.step(steps.length + 1, steps.length + 1)} />
      <form class="card step" noValidate onSubmit={send}>
        <ErrorSummary errors={errors} />
        {isShortOf(failure) ? (
          <MissingNotice failure={failure} />
        ) : failure && errors.length === 0 ? (
          <FailureNotice failure={failure} again={failure.kind === 'conflict' ? undefined : attempt} />
        ) : undefined}
        <PurchaseAnswers draft={draft} buying={buying} />
        <p class="soft">{newPurchase.sendHint}</p>
        <Button type="submit" look="primary" busy={busy}>
          {busy ? `${parts.sending} …` : newPurchase.send}
        </Button>
      </form>
    </>
  );
}

function NewPurchase({
  buying,
  unitId,
  query,
}: {
  readonly buying: Buying;
  readonly unitId: string;
  readonly query: URLSearchParams;
}) {
  const [draft, change, forget] = useDraft<PurchaseDraft>('purchase/new', emptyPurchaseDraft);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const wanted = query.get('steg');
  const step = purchaseSteps(buying).find((one) => one === wanted) ?? 'mottagare';
  useEffect(() => scrollTo(0, 0), [wanted]);
  function onAsked(purchaseId: string) {
    forget();
    goTo(hrefOf('/kop/:purchaseId', { purchaseId }), 'replace');
  }
  if (wanted === 'kontrollera') return <Check {...{ draft, buying, unitId, onAsked }} onFaults={setFaults} />;
  const mine = faults
    .filter(({ href }) => href === purchaseStepHref(step, 'kontrollera'))
    .map(({ field, text }) => ({ field, text }));
  return <Step key={step} step={step} from={query.get('fran')} faults={mine} {...{ draft, change, buying }} />;
}

function OfUnit({ unitId, query }: { readonly unitId: string; readonly query: URLSearchParams }) {
  return (
    <Loaded of={useAsk('GET /units/{unitId}/buying', { path: { unitId } })}>
      {(buying) => <NewPurchase buying={buying} unitId={unitId} query={query} />}
    </Loaded>
  );
}

/** A new request, one thing at a time. Every step is an address, so that the browser's own back and forward work. */
export function NewPurchasePage({ query }: PageProps) {
  const { newPurchase } = useWords();
  const { me } = useStore(session);
  const unitId = me?.roles.find(({ role }) => role === me.role)?.unitId;
  if (unitId === undefined)
    return (
      <>
        <PageHead title={newPurchase.title} />
        <Notice tone="warning" title={newPurchase.noUnit} />
      </>
    );
  return <OfUnit unitId={unitId} query={query} />;
}
