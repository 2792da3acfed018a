import type { Asked } from '../../api/contract.ts';
import type { AreaWords } from '../../messages/areas.ts';
import { Checkbox } from '../../parts/checkbox.tsx';
import { Choices } from '../../parts/choices.tsx';
import { MinutesField, totalMinutes } from '../../parts/minutes-field.tsx';

type Extent = Asked<'POST /purchases'>['body']['extent'];

/** How much, as it is being written. */
export type ExtentDraft = {
  readonly hours: string;
  readonly minutes: string;
  readonly per: Extent['per'];
  readonly weekdays: readonly number[];
};
export const noExtent: ExtentDraft = { hours: '', minutes: '', per: 'MONTH', weekdays: [] };

/** As it is asked for; undefined while the time cannot be read. */
export function extentIn(draft: ExtentDraft): Extent | undefined {
  const minutes = totalMinutes(draft);
  if (minutes === undefined) return undefined;
  const { per, weekdays } = draft;
  return { minutes, per, ...(per === 'WEEK' && weekdays.length > 0 ? { weekdays: weekdays.toSorted() } : {}) };
}

type Says = Pick<
  AreaWords['purchaseActs'],
  'extentMinutes' | 'extentPer' | 'pers' | 'extentWeekdays' | 'extentWeekdaysHint' | 'weekdaysLong'
>;
type Props = {
  /** Begins the ids of its fields. */
  readonly id: string;
  readonly say: Says;
  readonly value: ExtentDraft;
  readonly onValue: (value: ExtentDraft) => void;
  readonly error?: string;
};

/** So much a month, or a week and then on which days (M-03). */
export function ExtentFields({ id, say, value, onValue, error }: Props) {
  const change = (part: Partial<ExtentDraft>) => onValue({ ...value, ...part });
  const { weekdays } = value;
  return (
    <>
      <MinutesField id={id} label={say.extentMinutes} error={error} value={value} onValue={change} />
      <Choices<Extent['per']>
        id={`${id}-per`}
        label={say.extentPer}
        value={value.per}
        onValue={(per) => change({ per })}
        options={[
          { value: 'MONTH', text: say.pers.MONTH },
          {
            value: 'WEEK',
            text: say.pers.WEEK,
            more: (
              <fieldset class="ds-fieldset">
                <legend class="ds-label">{say.extentWeekdays}</legend>
                <p data-field="description">{say.extentWeekdaysHint}</p>
                {say.weekdaysLong.map((name, n) => (
                  <Checkbox
                    key={name}
                    label={name}
                    checked={weekdays.includes(n + 1)}
                    onChecked={(isOn) =>
                      change({ weekdays: isOn ? [...weekdays, n + 1] : weekdays.filter((day) => day !== n + 1) })
                    }
                  />
                ))}
              </fieldset>
            ),
          },
        ]}
      />
    </>
  );
}
