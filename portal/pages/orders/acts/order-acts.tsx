import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../../app/language.ts';
import type { OrderActKey, OrderForm, OrderShown } from '../order-form.ts';
import { worksAtProvider } from '../role.ts';
import type { Forms } from './forms.ts';
import { staysOf } from './stays.ts';
import { actTitleOf } from './title-of.ts';
import { lazyForm } from './use-act-words.ts';
import { isWaitedFor } from './waited.ts';

const PlainAct = lazyForm(async () => (await import('./plain-act.tsx')).PlainAct);

const isAct = (name: string, forms: Forms): name is OrderActKey => name in forms;

/**
 * What the API offers; a first visit that has been told is put right by the way in that told it, and there must be a stay
 * for its days to be put right.
 */
function offeredOf(order: OrderShown, reports: OrderForm['reports']): readonly string[] {
  const hasVisit = (order.started ?? order.firstVisit) !== undefined && order.next.includes('reportNotExecuted');
  const offered = order.next.filter((name) => name !== 'correctStay' || staysOf(order, reports).length > 0);
  return hasVisit ? [...offered, 'correctStart'] : offered;
}

type ActProps = {
  readonly act: OrderActKey;
  readonly form: Forms[OrderActKey];
  readonly open: boolean;
  readonly work: OrderForm;
};

/** A step behind its name; it closes when it has been taken, also where it may be taken again. */
function Act({ act, form: Form, open, work }: ActProps) {
  const { acts } = useWords();
  const box = useRef<HTMLDetailsElement>(null);
  const [wasOpen, setOpened] = useState(open);
  const onDone: OrderForm['onDone'] = (order, version) => {
    if (box.current && !open) box.current.open = false;
    work.onDone(order, version);
  };
  const closing = { ...work, onDone };
  return (
    <details
      ref={box}
      class="act"
      name="act"
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{actTitleOf(act, work.order, acts)}</summary>
      {wasOpen &&
        (typeof Form === 'function' ? (
          <Form work={closing} />
        ) : (
          Form && <PlainAct step={Form} name={act} work={closing} />
        ))}
    </details>
  );
}

type Props = {
  readonly order: OrderShown;
  readonly reports: OrderForm['reports'];
  readonly forms: Forms;
  readonly workOf: (act: OrderActKey) => OrderForm;
  /** Something else waits for the one who looks. */
  readonly busy: boolean;
};

/**
 * What the one who looks may do next, as the API says. What the order waits for comes first and the first of it lies
 * open; the rest is what may happen at any time.
 */
export function OrderActs({ order, reports, forms, workOf, busy }: Props) {
  const { acts } = useWords();
  const isProviders = worksAtProvider();
  const offered = offeredOf(order, reports).filter((name) => isAct(name, forms));
  const waited = offered.filter((act) => isWaitedFor(act, order, isProviders));
  const others = offered.filter((act) => !waited.includes(act));
  const show = (act: OrderActKey, open: boolean) => (
    <Act key={act} act={act} form={forms[act]} open={open} work={workOf(act)} />
  );
  return (
    <>
      {waited.length === 0 && !busy ? <p class="soft">{acts.nothingNext}</p> : undefined}
      {waited.map((act, index) => show(act, index === 0))}
      {others.length === 0 ? undefined : (
        <>
          <h3>{acts.others}</h3>
          {others.map((act) => show(act, false))}
        </>
      )}
    </>
  );
}
