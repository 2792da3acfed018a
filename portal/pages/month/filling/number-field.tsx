import { Field, type FieldProps } from '../../../parts/field.tsx';

type Props = FieldProps & { readonly value: number | null; readonly onValue: (value: number | null) => void };

/** Whole minutes; what is no number is not taken. */
export function NumberField({ value, onValue, ...field }: Props) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => (
        <input
          id={id}
          class="ds-input"
          data-width="short"
          inputmode="numeric"
          autocomplete="off"
          value={value ?? ''}
          aria-describedby={described}
          aria-invalid={invalid}
          onInput={({ currentTarget }) => {
            const text = currentTarget.value.trim();
            if (/^\d{0,5}$/.test(text)) onValue(text === '' ? null : Number(text));
            else currentTarget.value = value === null ? '' : String(value);
          }}
        />
      )}
    </Field>
  );
}
