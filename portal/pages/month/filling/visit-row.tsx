import { shortDate } from '../../../app/format.ts';
import { useOwnWords } from '../../../app/language.ts';
import { Button } from '../../../parts/button.tsx';
import { DateField, SelectField, TextField } from '../../../parts/field.tsx';
import { isOtherMonth } from './filling-faults.ts';
import { en, sv } from './filling-words.ts';
import { NumberField } from './number-field.tsx';
import {
  type CaseToFill,
  type DeviationShown,
  deviationOf,
  ticked,
  type VisitShown,
  withStatus,
  withTimes,
} from './visit.ts';

type Props = {
  /** Of the row; its fields' ids begin with it. */
  readonly id: string;
  readonly month: string;
  readonly visit: VisitShown;
  readonly services: CaseToFill['services'];
  readonly deviations: readonly DeviationShown[];
  readonly isOpen: boolean;
  readonly isWrong: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onVisit: (visit: VisitShown) => void;
  readonly onRemove: () => void;
  readonly onDeviation: (deviation: DeviationShown) => void;
};

function Fields({
  id,
  month,
  visit,
  services,
  onVisit,
}: Pick<Props, 'id' | 'month' | 'visit' | 'services' | 'onVisit'>) {
  const own = useOwnWords(sv, en);
  const isPlanned = visit.planned !== '';
  return (
    <div class="visit-fields">
      {isPlanned ? undefined : (
        <>
          <DateField
            id={`${id}-date`}
            label={own.date}
            error={isOtherMonth(visit.date, month) ? own.otherMonth : undefined}
            value={visit.date}
            onValue={(date) => onVisit({ ...visit, date })}
          />
          <SelectField
            id={`${id}-code`}
            label={own.service}
            value={visit.code}
            onValue={(code) => onVisit({ ...visit, code })}
            options={services.map(({ code, name }) => ({ value: code, text: name }))}
          />
        </>
      )}
      <TextField
        id={`${id}-start`}
        type="time"
        label={own.start}
        value={visit.start}
        onValue={(start) => onVisit(withTimes(visit, { start }))}
      />
      <TextField
        id={`${id}-end`}
        type="time"
        label={own.end}
        value={visit.end}
        onValue={(end) => onVisit(withTimes(visit, { end }))}
      />
      {isPlanned ? undefined : (
        <NumberField
          id={`${id}-ordered`}
          label={own.orderedMinutes}
          value={visit.ordered}
          onValue={(ordered) => onVisit({ ...visit, ordered })}
        />
      )}
      {visit.status === 'UTFÖRD' ? (
        <NumberField
          id={`${id}-performed`}
          label={own.performedMinutes}
          value={visit.performed}
          onValue={(performed) => onVisit({ ...visit, performed })}
        />
      ) : undefined}
      <SelectField
        id={`${id}-status`}
        label={own.status}
        value={visit.status}
        onValue={(status) => onVisit(withStatus(visit, status as VisitShown['status']))}
        options={Object.entries(own.statuses).map(([value, text]) => ({ value, text }))}
      />
    </div>
  );
}

/** One visit: a tick when it was performed as ordered, and its fields when it turned out otherwise. */
export function VisitRow(props: Props) {
  const { id, month, visit, services, deviations, isOpen, isWrong, onOpen, onVisit, onRemove, onDeviation } = props;
  const own = useOwnWords(sv, en);
  const { date, start, end, ordered, performed, status } = visit;
  const time = start === '' ? '' : ` ${start}–${end}`;
  const when = date === '' ? own.noDay : `${shortDate(date)}${time}`;
  const name = services.find(({ code }) => code === visit.code)?.name ?? visit.code;
  const lacking = deviationOf(visit, deviations);
  return (
    <li class="visit" data-wrong={isWrong || undefined}>
      <label class="tick">
        <input
          id={id}
          class="ds-input"
          type="checkbox"
          checked={status === 'UTFÖRD'}
          onChange={({ currentTarget }) => onVisit(ticked(visit, currentTarget.checked))}
        />
        <span>
          <b>{when}</b> {name}
        </span>
      </label>
      <span class="soft">{visit.planned === '' ? own.notOrdered : own.ordered(ordered ?? 0)}</span>
      <span class="visit-outcome" data-status={status || undefined}>
        {status === 'UTFÖRD' ? own.performed(performed ?? 0) : own.statuses[status]}
      </span>
      <button type="button" class="sorter undo" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        {isOpen ? own.finished : own.change}
        <span class="ds-sr-only"> {when}</span>
      </button>
      {isOpen ? <Fields id={id} month={month} visit={visit} services={services} onVisit={onVisit} /> : undefined}
      {lacking ? (
        <p class="visit-more">
          {own.needsDeviation} <Button onClick={() => onDeviation(lacking)}>{own.addDeviation}</Button>
        </p>
      ) : undefined}
      {isOpen && visit.planned === '' ? (
        <p class="visit-more">
          <Button tone="danger" onClick={onRemove}>
            {own.remove}
          </Button>
        </p>
      ) : undefined}
    </li>
  );
}
