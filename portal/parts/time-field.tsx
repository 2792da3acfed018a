import { useWords } from '../app/language.ts';
import { isSkipped } from '../app/swedish-offset.ts';
import { TextField, type TextProps } from './field.tsx';

/** A day and a time; one that the clock passes over in spring is said to be so, and what it is taken for. */
export function TimeField(props: Omit<TextProps, 'type' | 'width'>) {
  const { parts } = useWords();
  const hint = isSkipped(props.value) ? parts.skipped(props.value.slice(14, 16)) : props.hint;
  return <TextField {...props} hint={hint} type="datetime-local" width="medium" />;
}
