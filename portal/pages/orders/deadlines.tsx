import { DeadlineBox } from '../../parts/deadline-box.tsx';
import type { OrderShown } from './order-form.ts';

/** The times that the order waits for or has kept; one that nobody waits for any more is not shown. */
export const Deadlines = ({ of, open }: { readonly of: OrderShown['deadlines']; readonly open?: boolean }) => (
  <div class="dates">
    {of.map(({ state, ...deadline }) =>
      state === 'lapsed' ? undefined : (
        <DeadlineBox key={deadline.code} title={deadline.text} deadline={{ ...deadline, state }} open={open} />
      ),
    )}
  </div>
);
