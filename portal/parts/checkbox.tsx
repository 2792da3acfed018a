import { useId } from 'preact/hooks';

/** One thing that is so, or not. */
export function Checkbox({
  label,
  checked,
  onChecked,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <label class="choice" for={id}>
      <input
        id={id}
        class="ds-input"
        type="checkbox"
        checked={checked}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
