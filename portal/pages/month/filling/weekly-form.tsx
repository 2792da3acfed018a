import { useState } from 'preact/hooks';
import { announce } from '../../../app/announce.ts';
import { useOwnWords } from '../../../app/language.ts';
import { Button } from '../../../parts/button.tsx';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { SelectField, TextField } from '../../../parts/field.tsx';
import { en, sv } from './filling-words.ts';
import { NumberField } from './number-field.tsx';
import { type CaseToFill, type VisitShown, weeklyVisits } from './visit.ts';

type Props = {
  readonly id: string;
  readonly month: string;
  readonly services: CaseToFill['services'];
  readonly onVisits: (visits: readonly VisitShown[]) => void;
};

/** Of a service that is ordered in minutes a month, the visits that come every week: written once, then ticked. */
export function WeeklyForm({ id, month, services, onVisits }: Props) {
  const own = useOwnWords(sv, en);
  const [code, setCode] = useState(services[0]?.code ?? '');
  const [weekdays, setWeekdays] = useState<readonly number[]>([]);
  const [start, setStart] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  function add(): void {
    const isWhole = code !== '' && weekdays.length > 0 && start !== '' && minutes !== null && minutes > 0;
    setMissing(!isWhole);
    if (!isWhole) return;
    const visits = weeklyVisits(month, { code, weekdays, start, minutes });
    onVisits(visits);
    announce(own.added(visits.length));
    setWeekdays([]);
    setStart('');
    setMinutes(null);
  }
  return (
    <details class="weekly">
      <summary>{own.weekly}</summary>
      {services.length > 1 ? (
        <SelectField
          id={`${id}-weekly-code`}
          label={own.service}
          value={code}
          onValue={setCode}
          options={services.map((service) => ({ value: service.code, text: service.name }))}
        />
      ) : undefined}
      <fieldset class="ds-fieldset weekdays">
        <legend class="ds-label">{own.weekdays}</legend>
        {own.days.map((day, at) => (
          <Checkbox
            key={day}
            label={day}
            checked={weekdays.includes(at + 1)}
            onChecked={(isOn) =>
              setWeekdays((now) => (isOn ? [...now, at + 1] : now.filter((number) => number !== at + 1)))
            }
          />
        ))}
      </fieldset>
      <div class="visit-fields">
        <TextField id={`${id}-weekly-start`} type="time" label={own.start} value={start} onValue={setStart} />
        <NumberField id={`${id}-weekly-minutes`} label={own.minutes} value={minutes} onValue={setMinutes} />
      </div>
      {isMissing ? (
        <p class="ds-validation-message" data-color="danger" role="alert">
          {own.weeklyMissing}
        </p>
      ) : undefined}
      <Button onClick={add}>{own.addWeekly}</Button>
    </details>
  );
}
