import { useEffect, useState } from 'preact/hooks';
import { announce } from '../../../app/announce.ts';
import { useOwnWords } from '../../../app/language.ts';
import { Button } from '../../../parts/button.tsx';
import { DeviationRows } from './deviation-rows.tsx';
import { isWrongWithin } from './filling-faults.ts';
import { en, sv } from './filling-words.ts';
import { byDay, type CaseToFill, type Filled, newVisit, ticked, type VisitShown, visitId } from './visit.ts';
import { VisitRow } from './visit-row.tsx';
import { WeeklyForm } from './weekly-form.tsx';

type Props = {
  readonly month: string;
  readonly one: CaseToFill;
  readonly filled: Filled;
  readonly wrong: ReadonlySet<string>;
  readonly onFilled: (filled: Filled) => void;
};

/** As many as the API keeps of a case. */
const mostVisits = 750;

/** Up and down go between the visits, so that a month is ticked without the tab key. */
function walk(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = event.target;
  if (step === undefined || !(at instanceof HTMLInputElement) || at.type !== 'checkbox') return;
  const ticks = [...(at.closest('ul')?.querySelectorAll<HTMLInputElement>('.tick input') ?? [])];
  const next = ticks[ticks.indexOf(at) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Visits({ month, one, filled, wrong, onFilled }: Props) {
  const own = useOwnWords(sv, en);
  const { caseNo, services } = one;
  const { visits, deviations } = filled;
  const wrongNow = () =>
    new Set(visits.flatMap((_, index) => (isWrongWithin(wrong, visitId(caseNo, index)) ? [index] : [])));
  const [open, setOpen] = useState<ReadonlySet<number>>(wrongNow);
  // A field is led to only where it can be seen.
  useEffect(() => setOpen((now) => new Set([...now, ...wrongNow()])), [wrong]);
  const left = visits.filter(({ status }) => status === '').length;
  const put = (next: readonly VisitShown[]) => onFilled({ ...filled, visits: [...next] });
  /** Whether there was room for them. */
  function add(some: readonly VisitShown[]): boolean {
    const hasRoom = visits.length + some.length <= mostVisits;
    if (hasRoom) put(byDay([...visits, ...some]));
    else announce(own.full);
    return hasRoom;
  }
  return (
    <section aria-label={own.visits(caseNo)}>
      {visits.length === 0 ? <p class="soft">{own.noVisits}</p> : undefined}
      {left > 1 ? (
        <Button onClick={() => put(visits.map((visit) => (visit.status === '' ? ticked(visit, true) : visit)))}>
          {own.all} ({left})
        </Button>
      ) : undefined}
      <ul class="visits" onKeyDown={walk}>
        {visits.map((visit, index) => (
          <VisitRow
            key={index}
            id={visitId(caseNo, index)}
            visit={visit}
            services={services}
            deviations={deviations}
            month={month}
            isOpen={open.has(index)}
            isWrong={wrong.has(visitId(caseNo, index)) || isWrongWithin(wrong, visitId(caseNo, index))}
            onOpen={(isOpen) => {
              if (isOpen) return setOpen((now) => new Set([...now, index]));
              // Where its day is written the visit finds its place, once one is done with it.
              const sorted = byDay(visits);
              const isMoved = sorted.some((one, at) => one !== visits[at]);
              setOpen((now) => new Set(isMoved ? [] : [...now].filter((other) => other !== index)));
              if (isMoved) put(sorted);
            }}
            onVisit={(next) => put(visits.with(index, next))}
            onRemove={() => {
              setOpen(new Set());
              put(visits.toSpliced(index, 1));
            }}
            onDeviation={(next) => onFilled({ ...filled, deviations: [...deviations, next] })}
          />
        ))}
      </ul>
      <Button
        onClick={() => {
          if (add([newVisit(services[0]?.code ?? '')])) setOpen(new Set([visits.length]));
        }}
      >
        {own.add}
      </Button>
      <WeeklyForm
        id={`fill-${caseNo}`}
        month={month}
        services={services}
        onVisits={(some) => {
          setOpen(new Set());
          add(some);
        }}
      />
    </section>
  );
}

/** What is filled in of a case: its visits, and what was not as it was planned. */
export function CaseRows(props: Props) {
  const { one, filled, onFilled } = props;
  return (
    <>
      <Visits {...props} />
      <DeviationRows
        id={`fill-${one.caseNo}`}
        caseNo={one.caseNo}
        deviations={filled.deviations}
        onDeviations={(next) => onFilled({ ...filled, deviations: next })}
      />
    </>
  );
}
