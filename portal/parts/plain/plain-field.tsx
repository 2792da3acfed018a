import { Choices } from '../choices.tsx';
import { DateField, SelectField, TextArea, TextField } from '../field.tsx';
import { MinutesField } from '../minutes-field.tsx';
import { TimeField } from '../time-field.tsx';
import { type FieldValues, type FormField, lengthIn } from './plain-form.ts';

type Props<Shown, Say> = {
  readonly id: string;
  readonly name: string;
  readonly field: FormField<Shown, Say>;
  readonly error: string | undefined;
  readonly shown: Shown;
  readonly say: Say;
  /** What yes and no are called. */
  readonly yesNo: Readonly<Record<'yes' | 'no', string>>;
  /** The services to choose among; none where no field asks for one. */
  readonly services?: readonly { readonly value: string; readonly text: string }[];
  readonly written: FieldValues;
  readonly onWritten: (part: FieldValues) => void;
};

/** One field of a plain form, by what is to be written in it. */
export function PlainField<Shown, Say>(props: Props<Shown, Say>) {
  const { id, name, field, error, shown, say, yesNo, services = [], written, onWritten } = props;
  const { label, hint, optional } = field;
  const value = written[name] ?? '';
  const onValue = (next: string) => onWritten({ [name]: next });
  const about = { id, error, optional, label: label(say), hint: hint?.(say) };
  if (field.kind === 'day') return <DateField {...about} value={value} onValue={onValue} />;
  if (field.kind === 'time') return <TimeField {...about} value={value} onValue={onValue} />;
  if (field.kind === 'clock') return <TextField {...about} type="time" width="short" value={value} onValue={onValue} />;
  if (field.kind === 'line') return <TextField {...about} width="medium" value={value} onValue={onValue} />;
  if (field.kind === 'words') return <TextArea {...about} rows={3} value={value} onValue={onValue} />;
  if (field.kind === 'choice') {
    const options = Object.entries(field.options(say, shown)).map(([one, text]) => ({ value: one, text }));
    return <Choices {...about} value={value} onValue={onValue} options={options} />;
  }
  if (field.kind === 'yesNo') {
    const options = (['yes', 'no'] as const).map((one) => ({ value: one, text: yesNo[one] }));
    return <Choices {...about} value={value} onValue={onValue} options={options} />;
  }
  if (field.kind === 'service') return <SelectField {...about} value={value} onValue={onValue} options={services} />;
  return (
    <MinutesField
      {...about}
      value={lengthIn(name, written)}
      onValue={({ hours, minutes }) => onWritten({ [name]: hours, [`${name}-minutes`]: minutes })}
    />
  );
}
