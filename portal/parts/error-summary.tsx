import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../app/language.ts';

/** What is wrong with one field: the id of the field, and a sentence that says what to do. */
export type FieldError = {
  readonly field: string;
  readonly text: string;
  /** The page that the field stands on, when it is another. */
  readonly href?: string;
};

export const errorOf = (errors: readonly FieldError[], field: string): string | undefined =>
  errors.find((error) => error.field === field)?.text;

/**
 * Everything that is wrong, at the top of the form, each line a link to its field. It takes focus when the errors
 * change: hand it a new list at every try.
 */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const { parts } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const lead = (field: string) => (event: Event) => {
    // The hash is the page's own address: the field is gone to without touching it.
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div ref={box} class="ds-error-summary" tabIndex={-1} role="alert">
      <h2>{parts.errors(errors.length)}</h2>
      <ul>
        {errors.map(({ field, text, href }) => (
          <li key={`${field} ${text}`}>
            <a class="ds-link" href={href ?? `#${field}`} onClick={href === undefined ? lead(field) : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
