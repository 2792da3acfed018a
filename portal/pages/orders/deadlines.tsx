import { DeadlineBox } from '../../parts/deadline-box.tsx';
import type { OrderShown } from './order-form.ts';

type Deadlines = OrderShown['deadlines'];

/** Several alike, as of two things that a form tells of, are told apart by their number. */
function titleOf(all: Deadlines, index: number): string {
  const text = all[index]?.text ?? '';
  const nr = all.slice(0, index).filter((one) => one.text === text).length + 1;
  return nr === 1 ? text : `${text} (${nr})`;
}

/** The times that the order waits for or has kept; one that nobody waits for any more is not shown. */
export function Deadlines({ of, open }: { readonly of: Deadlines; readonly open?: boolean }) {
  const shown = of.filter(({ state }) => state !== 'lapsed');
  return (
    <div class="dates">
      {shown.map(({ state, ...deadline }, index) => {
        const title = titleOf(shown, index);
        return state === 'lapsed' ? undefined : (
          <DeadlineBox key={`${deadline.code} ${title}`} title={title} deadline={{ ...deadline, state }} open={open} />
        );
      })}
    </div>
  );
}
