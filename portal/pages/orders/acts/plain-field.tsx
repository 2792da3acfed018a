import { useWords } from '../../../app/language.ts';
import { Choices } from '../../../parts/choices.tsx';
import { DateField, SelectField, TextArea, TextField } from '../../../parts/field.tsx';
import { MinutesField } from '../../../parts/minutes-field.tsx';
import { TimeField } from '../../../parts/time-field.tsx';
import type { OrderShown } from '../order-form.ts';
import { type FieldValues, type FormField, lengthIn } from './plain.ts';
import { useActWords } from './use-act-words.ts';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly field: FormField;
  readonly error: string | undefined;
  readonly order: OrderShown;
  readonly written: FieldValues;
  readonly onWritten: (part: FieldValues) => void;
};

/** The services of the order, each once: one that was changed stands there twice (L-45). */
export const codesOf = ({ services }: OrderShown): readonly string[] => [...new Set(services.map(({ code }) => code))];

/** One field, by what is to be written in it. */
export function PlainField({ id, name, field, error, order, written, onWritten }: Props) {
  const acts = useActWords();
  const { orders } = useWords();
  const { label, hint, optional } = field;
  const value = written[name] ?? '';
  const onValue = (next: string) => onWritten({ [name]: next });
  const about = { id, error, optional, label: label(acts), hint: hint?.(acts) };
  if (field.kind === 'day') return <DateField {...about} value={value} onValue={onValue} />;
  if (field.kind === 'time') return <TimeField {...about} value={value} onValue={onValue} />;
  if (field.kind === 'clock') return <TextField {...about} type="time" width="short" value={value} onValue={onValue} />;
  if (field.kind === 'words') return <TextArea {...about} rows={3} value={value} onValue={onValue} />;
  if (field.kind === 'choice') {
    const options = Object.entries(field.options(acts)).map(([one, text]) => ({ value: one, text }));
    return <Choices {...about} value={value} onValue={onValue} options={options} />;
  }
  if (field.kind === 'yesNo') {
    const options = (['yes', 'no'] as const).map((one) => ({ value: one, text: orders[one] }));
    return <Choices {...about} value={value} onValue={onValue} options={options} />;
  }
  if (field.kind === 'service') {
    const options = ['', ...codesOf(order)].map((code) => ({ value: code, text: code || acts.anyService }));
    return <SelectField {...about} value={value} onValue={onValue} options={options} />;
  }
  return (
    <MinutesField
      {...about}
      value={lengthIn(name, written)}
      onValue={({ hours, minutes }) => onWritten({ [name]: hours, [`${name}-minutes`]: minutes })}
    />
  );
}
