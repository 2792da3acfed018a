import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useWords } from '../app/language.ts';

/** What every field has: a name that labels it, a hint, what is wrong with it. */
export type FieldProps = {
  /** The field's id in the page, which the error summary leads to. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string;
  readonly optional?: boolean;
};

type Ids = { readonly id: string; readonly described: string | undefined; readonly invalid: true | undefined };

/** A label, a hint and an error around one control. */
export function Field({
  id: given,
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { readonly children: (ids: Ids) => ComponentChildren }) {
  const { parts } = useWords();
  const own = useId();
  const id = given ?? own;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label} {optional ? <span class="optional">({parts.optional})</span> : undefined}
      </label>
      {hint === undefined ? undefined : (
        <p id={`${id}-hint`} data-field="description">
          {hint}
        </p>
      )}
      {children({ id, described: described || undefined, invalid: error === undefined ? undefined : true })}
      {error === undefined ? undefined : (
        <p id={`${id}-error`} class="ds-validation-message" data-color="danger">
          {error}
        </p>
      )}
    </div>
  );
}

type Valued = { readonly value: string; readonly onValue: (value: string) => void };

export type TextProps = FieldProps &
  Valued & {
    readonly type?: 'text' | 'search' | 'date' | 'month' | 'time' | 'datetime-local';
    readonly width?: 'short' | 'medium';
  };

export function TextField({ value, onValue, type = 'text', width, ...field }: TextProps) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => {
        const common = {
          id,
          class: 'ds-input',
          'data-width': width,
          autocomplete: 'off',
          value,
          'aria-describedby': described,
          'aria-invalid': invalid,
          onInput: (event: { readonly currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
        };
        // The kinds are told apart, since each may do something else.
        if (type === 'search') return <input {...common} type="search" />;
        return type === 'text' ? <input {...common} type="text" /> : <input {...common} type={type} />;
      }}
    </Field>
  );
}

export const DateField = (props: Omit<TextProps, 'type' | 'width'>) => (
  <TextField {...props} type="date" width="medium" />
);

export function TextArea({ value, onValue, rows = 4, ...field }: FieldProps & Valued & { readonly rows?: number }) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => (
        <textarea
          id={id}
          class="ds-input"
          rows={rows}
          value={value}
          aria-describedby={described}
          aria-invalid={invalid}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function SelectField({
  value,
  onValue,
  options,
  ...field
}: FieldProps & Valued & { readonly options: readonly { readonly value: string; readonly text: string }[] }) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => (
        <select
          id={id}
          class="ds-input"
          value={value}
          aria-describedby={described}
          aria-invalid={invalid}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
