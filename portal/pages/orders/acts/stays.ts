import type { OrderShown } from '../order-form.ts';
import type { ReportShown } from '../reports.tsx';

type Known = Pick<OrderShown, 'pause' | 'corrections'>;

/** The days of admission that are known, the earliest first: as they were told, and as they have been put right since. */
export function staysOf({ pause, corrections = [] }: Known, reports: readonly ReportShown[]): readonly string[] {
  const days = new Set(reports.flatMap(({ kind, on }) => (kind === 'HOSPITAL' ? [on] : [])));
  for (const { what, was, is } of corrections) {
    if (what !== 'STAY') continue;
    days.delete(was?.split('/')[0] ?? '');
    days.add(is?.split('/')[0] ?? '');
  }
  if (pause) days.add(pause.from);
  return [...days].filter((day) => day !== '').sort();
}
