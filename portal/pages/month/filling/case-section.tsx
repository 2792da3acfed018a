import { hours } from '../../../app/format.ts';
import { useOwnWords } from '../../../app/language.ts';
import { lazily } from '../../../app/lazily.tsx';
import { en, sv } from './filling-words.ts';
import type { CaseToFill, Filled } from './visit.ts';

const CaseRows = lazily(async () => (await import('./case-rows.tsx')).CaseRows);

type Props = {
  readonly month: string;
  readonly one: CaseToFill;
  readonly filled: Filled;
  readonly isOpen: boolean;
  readonly wrong: ReadonlySet<string>;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onFilled: (filled: Filled) => void;
};

/** One case's month: shut until one comes to it, so that the page stays short. */
export function CaseSection({ month, one, filled, isOpen, wrong, onOpen, onFilled }: Props) {
  const own = useOwnWords(sv, en);
  const { visits } = filled;
  const done = visits.filter(({ status }) => status !== '').length;
  const performed = visits.reduce((sum, visit) => sum + (visit.performed ?? 0), 0);
  return (
    <details
      class="card filling"
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && onOpen(currentTarget.open)}
    >
      <summary>
        <h2>{one.caseNo}</h2> <span class="soft">{own.answered(done, visits.length)}</span>{' '}
        <span>{hours(performed)}</span>
      </summary>
      {isOpen ? <CaseRows month={month} one={one} filled={filled} wrong={wrong} onFilled={onFilled} /> : undefined}
    </details>
  );
}
