import { useState } from 'preact/hooks';
import { useOwnWords } from '../../../app/language.ts';
import { Field, type FieldProps } from '../../../parts/field.tsx';
import { en, sv } from './filling-words.ts';
import { keepUnread, unreadIn } from './unread.ts';

type Props = FieldProps & { readonly value: number | null; readonly onValue: (value: number | null) => void };

/** Whole minutes; what is none stays as it was typed, and says so. */
export function NumberField({ value, onValue, ...field }: Props) {
  const own = useOwnWords(sv, en);
  const name = field.id ?? field.label;
  const [wrong, setWrong] = useState(() => unreadIn(name));
  function type(text: string): void {
    const isRead = /^\d{0,5}$/.test(text.trim());
    const left = isRead ? undefined : text;
    setWrong(left);
    keepUnread(name, left);
    // What stood there before is not what is meant any more.
    onValue(isRead && text.trim() !== '' ? Number(text) : null);
  }
  return (
    <Field {...field} error={wrong === undefined ? field.error : own.wholeMinutes}>
      {({ id, described, invalid }) => (
        <input
          id={id}
          class="ds-input"
          data-width="short"
          inputmode="numeric"
          autocomplete="off"
          value={wrong ?? value ?? ''}
          aria-describedby={described}
          aria-invalid={invalid}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      )}
    </Field>
  );
}
