import type { Why } from '../../shared/domain/why.ts';
import { useWords } from '../app/language.ts';

/** The reasons for a date or a minute, in the routine's own language, each with the rule it rests on. */
export function WhyList({ steps }: { readonly steps: readonly Why[] }) {
  return (
    <ol class="why" lang="sv">
      {steps.map(({ rule, text }) => (
        <li key={`${rule} ${text}`}>
          {text} <span class="rule">{rule}</span>
        </li>
      ))}
    </ol>
  );
}

/** The reasons behind a press. */
export function WhyDetails({ steps, about }: { readonly steps: readonly Why[]; readonly about?: string }) {
  const { parts } = useWords();
  if (steps.length === 0) return null;
  return (
    <details class="why-details">
      <summary>
        {parts.why}
        {about === undefined ? undefined : <span class="ds-sr-only">: {about}</span>}
      </summary>
      <WhyList steps={steps} />
    </details>
  );
}
