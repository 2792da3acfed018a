import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FieldProps } from './field.tsx';

type Option<Value extends string> = {
  readonly value: Value;
  readonly text: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** What is asked for when this one is chosen. */
  readonly more?: ComponentChildren;
};

type Props<Value extends string> = FieldProps & {
  readonly value: Value | undefined;
  readonly onValue: (value: Value) => void;
  readonly options: readonly Option<Value>[];
};

/** One of several: radio buttons in a group. The first button has the id that errors lead to. */
export function Choices<Value extends string>({
  id: given,
  label,
  hint,
  error,
  value,
  onValue,
  options,
}: Props<Value>) {
  const own = useId();
  const id = given ?? own;
  return (
    <fieldset class="ds-fieldset choices" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend class="ds-label">{label}</legend>
      {hint === undefined ? undefined : <p data-field="description">{hint}</p>}
      {error === undefined ? undefined : (
        <p id={`${id}-error`} class="ds-validation-message" data-color="danger">
          {error}
        </p>
      )}
      {options.map((option, index) => {
        const optionId = index === 0 ? id : `${id}-${option.value}`;
        return (
          <div key={option.value}>
            <label class="choice" for={optionId}>
              <input
                id={optionId}
                class="ds-input"
                type="radio"
                name={id}
                value={option.value}
                checked={option.value === value}
                aria-invalid={error === undefined ? undefined : true}
                aria-describedby={option.hint === undefined ? undefined : `${optionId}-hint`}
                onChange={() => onValue(option.value)}
              />
              <span>
                {option.text}
                {option.hint === undefined ? undefined : (
                  <small id={`${optionId}-hint`} class="soft">
                    {option.hint}
                  </small>
                )}
              </span>
            </label>
            {option.value === value && option.more !== undefined ? (
              <div class="choice-more">{option.more}</div>
            ) : undefined}
          </div>
        );
      })}
    </fieldset>
  );
}
