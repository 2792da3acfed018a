import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useAdjustingWords } from './adjusting-words.ts';
import { AdjustmentForm } from './adjustment-form.tsx';

type Props = {
  readonly of: { readonly month: string; readonly providerId: string };
  readonly onDecided: () => void;
};

/** An officer has decided a case wrongly, though nothing else has become known of it: which case, and then what is right. */
export function MistakeForm({ of, onDecided }: Props) {
  const { month } = useWords();
  const say = useAdjustingWords();
  const [typed, setTyped] = useState('');
  const [caseNo, setCaseNo] = useState('');
  function choose(event: Event): void {
    event.preventDefault();
    setCaseNo(typed.trim());
  }
  return (
    <details>
      <summary>{say.mistake}</summary>
      <form class="decide" noValidate onSubmit={choose}>
        <TextField id="mistaken-case" label={month.columns.caseNo} value={typed} onValue={setTyped} />
        <Button type="submit">{say.go}</Button>
      </form>
      {caseNo === '' ? undefined : (
        <AdjustmentForm
          key={caseNo}
          of={of}
          proposed={{ caseNo, asks: say.text }}
          isMine
          officer=""
          onDecided={() => {
            setCaseNo('');
            setTyped('');
            onDecided();
          }}
        />
      )}
    </details>
  );
}
