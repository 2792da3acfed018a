import { dateTime, longDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Tag } from '../../parts/tag.tsx';
import type { InvoiceShown } from './invoice-shown.ts';

type Act = { readonly at: string; readonly by: string };
type Step = {
  readonly name: string;
  readonly act?: Act | undefined;
  /** Instead of when and by whom. */
  readonly says?: string | undefined;
  readonly isDone: boolean;
};

/** From the day it came to the day it was paid, as a line of steps: what is done, and whose turn it is. */
export function InvoiceSteps({ of: one }: { readonly of: InvoiceShown }) {
  const { steps } = useWords().invoices;
  const nameOf = useStaff();
  const { received, source, looked, released, secrecy, coding, attestations, needsSecond, exported, paid } = one;
  const done = (name: string, act: Act | undefined): Step => ({ name, act, isDone: act !== undefined });
  const line: readonly Step[] = [
    done(steps.received, received),
    ...(source === 'scan' ? [done(steps.looked, looked[1])] : []),
    ...(released ? [done(steps.released, released)] : []),
    done(steps.secrecy, secrecy),
    done(steps.coding, coding),
    done(steps.attested, attestations[0]),
    ...(needsSecond || attestations[1] ? [done(steps.second, attestations[1])] : []),
    {
      name: steps.exported,
      isDone: exported !== undefined || paid !== undefined,
      says: exported && steps.exportNumber(exported.number, exported.voucher),
    },
    { name: steps.paid, isDone: paid !== undefined, says: paid && steps.paidOn(longDate(paid.on), paid.reference) },
  ];
  // One that is returned goes no further.
  const next = one.state === 'returned' ? -1 : line.findIndex(({ isDone }) => !isDone);
  return (
    <section class="card">
      <h2>{steps.title}</h2>
      <ol class="timeline">
        {line.map(({ name, act, says, isDone }, at) => (
          <li key={name} aria-current={at === next ? 'step' : undefined} data-done={isDone}>
            <p>
              <b>{name}</b> {at === next ? <Tag tone="warning">{steps.now}</Tag> : undefined}
            </p>
            <p class="soft">
              {act ? `${dateTime(act.at, true)} · ${nameOf(act.by)}` : (says ?? (isDone ? '' : steps.waits))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
