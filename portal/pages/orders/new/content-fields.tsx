import { useWords } from '../../../app/language.ts';
import { Checkbox } from '../../../parts/checkbox.tsx';
import { SelectField, TextArea, TextField } from '../../../parts/field.tsx';
import type { ErrorFor } from '../act-form.tsx';
import { bases, type ContentDraft, type ContentKey, times, timesIn } from '../order-content.ts';

type Props = {
  readonly draft: ContentDraft;
  readonly change: (part: Partial<ContentDraft>) => void;
  readonly errorFor: ErrorFor;
};

/** What the order is to be worked by: what for, when on the day, how often, and by which decision. */
export function ContentFields({ draft, change, errorFor }: Props) {
  const { orders } = useWords();
  const chosen = timesIn(draft.timesOfDay);
  const field = (key: ContentKey) => ({
    id: `new-${key}`,
    label: orders.content[key],
    error: errorFor(key),
    value: draft[key],
    onValue: (value: string) => change({ [key]: value }),
  });
  return (
    <>
      <TextArea {...field('aim')} hint={orders.aimHint} optional rows={3} />
      <fieldset id="new-timesOfDay" class="ds-fieldset choices" tabIndex={-1}>
        <legend class="ds-label">
          {orders.content.timesOfDay} <span class="optional">({orders.several})</span>
        </legend>
        {times.map((time) => (
          <Checkbox
            key={time}
            label={orders.times[time]}
            checked={chosen.includes(time)}
            onChecked={(is) =>
              change({ timesOfDay: (is ? [...chosen, time] : chosen.filter((one) => one !== time)).join(' ') })
            }
          />
        ))}
      </fieldset>
      <TextField {...field('visitsPerWeek')} optional width="short" />
      <TextField {...field('decisionRef')} hint={orders.decisionHint} optional width="medium" />
      <SelectField
        {...field('legalBasis')}
        options={bases.map((basis) => ({ value: basis, text: orders.bases[basis] }))}
      />
    </>
  );
}
