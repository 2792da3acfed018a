import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** A row of choices that changes what is shown: filters. Chosen by arrow keys, one stop for the tab key. */
export function Segments<Value extends string>({
  label,
  value,
  onValue,
  options,
}: {
  readonly label: string;
  readonly value: Value;
  readonly onValue: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly text: ComponentChildren }[];
}) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="ds-sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
