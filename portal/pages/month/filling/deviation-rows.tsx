import { useOwnWords } from '../../../app/language.ts';
import { Button } from '../../../parts/button.tsx';
import { DateField, SelectField, TextArea, TextField } from '../../../parts/field.tsx';
import { en, sv } from './filling-words.ts';
import { NumberField } from './number-field.tsx';
import { type DeviationShown, newDeviation } from './visit.ts';

type Props = {
  readonly id: string;
  readonly caseNo: string;
  readonly deviations: readonly DeviationShown[];
  readonly onDeviations: (deviations: DeviationShown[]) => void;
};

/** Types that say something of more days than one. */
const ofDays: readonly string[] = ['PLANERAD FRÅNVARO', 'SJUKHUS'];
const ofVisit: readonly string[] = ['BOMTID', 'AVSAGD'];
const ofNotice: readonly string[] = [...ofVisit, 'PLANERAD FRÅNVARO'];

function Row({
  id,
  deviation,
  onDeviation,
}: {
  readonly id: string;
  readonly deviation: DeviationShown;
  readonly onDeviation: (deviation: DeviationShown) => void;
}) {
  const own = useOwnWords(sv, en);
  const { type, date, to, start, minutes, notice, comment } = deviation;
  const put = (part: Partial<DeviationShown>) => onDeviation({ ...deviation, ...part });
  return (
    <div class="visit-fields">
      <SelectField
        id={id}
        label={own.type}
        value={type}
        onValue={(next) => put({ type: next as DeviationShown['type'] })}
        options={Object.entries(own.types).map(([value, text]) => ({ value, text }))}
      />
      <DateField id={`${id}-date`} label={own.from} value={date} onValue={(next) => put({ date: next })} />
      {ofDays.includes(type) || to !== '' ? (
        <DateField id={`${id}-to`} label={own.to} value={to} onValue={(next) => put({ to: next })} />
      ) : undefined}
      {ofVisit.includes(type) || start !== '' ? (
        <TextField
          id={`${id}-start`}
          type="time"
          label={own.visitAt}
          value={start}
          onValue={(next) => put({ start: next })}
        />
      ) : undefined}
      {ofNotice.includes(type) || notice !== '' ? (
        <TextField
          id={`${id}-notice`}
          type="datetime-local"
          width="medium"
          label={own.notice}
          optional
          value={notice.replace(' ', 'T')}
          onValue={(next) => put({ notice: next.replace('T', ' ').slice(0, 16) })}
        />
      ) : undefined}
      {type === 'UTÖKAT BEHOV' || minutes !== null ? (
        <NumberField
          id={`${id}-minutes`}
          label={own.minutes}
          value={minutes}
          onValue={(next) => put({ minutes: next })}
        />
      ) : undefined}
      <TextArea
        id={`${id}-comment`}
        label={own.comment}
        optional
        rows={2}
        value={comment}
        onValue={(next) => put({ comment: next.slice(0, 500) })}
      />
    </div>
  );
}

/** What was not as it was planned: the rows of the deviation form (L-28). */
export function DeviationRows({ id, caseNo, deviations, onDeviations }: Props) {
  const own = useOwnWords(sv, en);
  return (
    <section aria-label={own.deviations(caseNo)}>
      <h3>{own.deviations(caseNo)}</h3>
      {deviations.length === 0 ? <p class="soft">{own.noDeviations}</p> : undefined}
      {deviations.map((deviation, index) => (
        <fieldset key={index} class="ds-fieldset deviation">
          <legend class="ds-label">{own.deviation(index + 1)}</legend>
          <Row
            id={`${id}-deviation-${index}`}
            deviation={deviation}
            onDeviation={(next) => onDeviations(deviations.with(index, next))}
          />
          <Button tone="danger" onClick={() => onDeviations(deviations.toSpliced(index, 1))}>
            {own.remove}
            <span class="ds-sr-only"> {own.deviation(index + 1)}</span>
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => onDeviations([...deviations, newDeviation()])}>{own.newDeviation}</Button>
    </section>
  );
}
