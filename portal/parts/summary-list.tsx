import type { ComponentChildren } from 'preact';
import { useWords } from '../app/language.ts';

export type SummaryRow = {
  readonly name: string;
  readonly value: ComponentChildren;
  /** Where the answer is changed; for check-your-answers. */
  readonly change?: string;
};

/** Names and values in two columns; with a way to change each, it is the page on which answers are checked. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  const { parts } = useWords();
  return (
    <dl class="summary">
      {rows.map(({ name, value, change }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {change === undefined ? undefined : (
            <dd class="summary-change">
              <a class="ds-link" href={change}>
                {parts.change}
                <span class="ds-sr-only"> {name.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
