import { dateTime } from '../../app/format.ts';
import { useOwnWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { en, sv } from './closed-words.ts';
import type { MonthView } from './lines.ts';

type Props = {
  readonly value: MonthView;
  /** Whoever reads it is the provider's, and may hand in all the same. */
  readonly toProvider?: boolean;
};

/** That a month was closed with nothing handed in, when, and by which role: a provider is not told the name (A81). */
export function ClosedNotice({ value: { month }, toProvider = false }: Props) {
  const own = useOwnWords(sv, en);
  if (!month.closed || month.submission) return null;
  return (
    <Notice tone="warning" title={own.closed(dateTime(month.closed.at))}>
      <p>{own.byOfficer}</p>
      {month.state === 'closed' && toProvider ? <p>{own.mayStill}</p> : undefined}
    </Notice>
  );
}
