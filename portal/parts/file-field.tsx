import { useWords } from '../app/language.ts';
import { Field, type FieldProps } from './field.tsx';

type Props = FieldProps & {
  readonly accept: string;
  readonly file: File | undefined;
  /** How much of it has been sent, from 0 to 1; undefined when it is not being sent. */
  readonly share?: number;
  readonly onFile: (file: File | undefined) => void;
};

/**
 * Puts in the field's place a file that is the same to read but another to the browser: the same name chosen once more,
 * after it was mended, is then a choice like any other, and the field still says which file it has.
 */
function hold(input: HTMLInputElement, file: File | undefined): void {
  const held = new DataTransfer();
  if (file) held.items.add(new File([file], file.name, { type: file.type, lastModified: file.lastModified }));
  input.value = '';
  input.files = held.files;
}

/** One file, by the browser's own button (2.5.7); a file may also be dropped on it. How far it has come is said. */
export function FileField({ accept, file, share, onFile, ...field }: Props) {
  const { parts } = useWords();
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div>
      <Field {...field}>
        {({ id, described, invalid }) => (
          <input
            id={id}
            class="ds-input"
            type="file"
            accept={accept}
            aria-describedby={described}
            aria-invalid={invalid}
            onChange={({ currentTarget }) => {
              const picked = currentTarget.files?.[0];
              hold(currentTarget, picked);
              onFile(picked);
            }}
          />
        )}
      </Field>
      <div class="file-progress" role="status">
        {percent === undefined || !file ? undefined : (
          <>
            <progress max={100} value={percent} aria-label={file.name} /> <span>{parts.uploading(percent)}</span>
          </>
        )}
      </div>
    </div>
  );
}
