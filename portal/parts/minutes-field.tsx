import { useId } from 'preact/hooks';
import { useWords } from '../app/language.ts';
import type { FieldProps } from './field.tsx';

/** What was written, kept as it was written until it can be read. */
export type WrittenMinutes = { readonly hours: string; readonly minutes: string };

const digits = /^\d{0,5}$/;

/** Whole minutes; undefined when the fields hold something else. */
export function totalMinutes({ hours, minutes }: WrittenMinutes): number | undefined {
  const [h, m] = [hours.trim(), minutes.trim()];
  if (!digits.test(h) || !digits.test(m) || (h === '' && m === '')) return undefined;
  return Number(h) * 60 + Number(m);
}

export const writtenMinutes = (total: number): WrittenMinutes => ({
  hours: String(Math.trunc(total / 60)),
  minutes: String(total % 60).padStart(2, '0'),
});

type Props = FieldProps & { readonly value: WrittenMinutes; readonly onValue: (value: WrittenMinutes) => void };

/** A length of time as hours and minutes: two fields with one name. The first has the id that errors lead to. */
export function MinutesField({ id: given, label, hint, error, value, onValue }: Props) {
  const { parts } = useWords();
  const own = useId();
  const id = given ?? own;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const part = (name: keyof WrittenMinutes, text: string, partId: string) => (
    <label class="minutes-part" for={partId}>
      <input
        id={partId}
        class="ds-input"
        data-width="short"
        inputmode="numeric"
        autocomplete="off"
        value={value[name]}
        aria-describedby={described || undefined}
        aria-invalid={error === undefined ? undefined : true}
        onInput={(event) => onValue({ ...value, [name]: event.currentTarget.value })}
      />
      <span>{text}</span>
    </label>
  );
  return (
    <fieldset class="ds-fieldset minutes">
      <legend class="ds-label">{label}</legend>
      {hint === undefined ? undefined : (
        <p id={`${id}-hint`} data-field="description">
          {hint}
        </p>
      )}
      <div class="minutes-parts">
        {part('hours', parts.hours, id)}
        {part('minutes', parts.minutes, `${id}-minutes`)}
      </div>
      {error === undefined ? undefined : (
        <p id={`${id}-error`} class="ds-validation-message" data-color="danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
