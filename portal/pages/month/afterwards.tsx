import type { ComponentChildren } from 'preact';
import { useOwnWords } from '../../app/language.ts';
import { en, sv } from './closed-words.ts';
import { MonthForms } from './month-forms.tsx';

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  /** Something has come after the statement already. */
  readonly isAgain: boolean;
  readonly children: ComponentChildren;
};

/** Handing in after the statement: that it becomes an adjustment is said before anything is chosen (A30, After the close). */
export function Afterwards({ of, isAgain, children }: Props) {
  const own = useOwnWords(sv, en);
  return (
    <details class="replace">
      <summary>{isAgain ? own.afterwardsAgain : own.afterwards}</summary>
      <p>{own.afterwardsText}</p>
      <MonthForms of={of} />
      {children}
    </details>
  );
}
