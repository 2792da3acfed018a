import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { Choices } from '../../parts/choices.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { useLetterWords } from './use-letter-words.ts';

type LetterView = AnswerOf<'GET /letters/{letterId}'>;
export type Verdict = LetterView['verdicts'][number];

/** As they are most often: somebody has phoned. */
const inOrder = ['drop', 'delivered', 'send-again'] as const satisfies readonly Verdict[];

type Props = {
  readonly letter: LetterView;
  readonly onDone: (verdict: Verdict) => void;
  readonly again: () => void;
};

/** What came of a mail that did not arrive, said by whoever has phoned. */
export function SettleLetter({ letter: { letterId, verdicts }, onDone, again }: Props) {
  const words = useLetterWords();
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <section class="card">
      <ActForm
        id="letter"
        body={{ verdict: verdict ?? 'drop' }}
        missing={{ verdict: verdict === undefined && words.pick }}
        act={(key, body) => ask('POST /letters/{letterId}/settlement', { path: { letterId }, body }, { key })}
        onDone={() => verdict && onDone(verdict)}
        onConflict={again}
        again={again}
        submit={words.save}
      >
        {(errorFor) => (
          <Choices
            id="letter-verdict"
            label={words.settle}
            error={errorFor('verdict')}
            value={verdict}
            onValue={setVerdict}
            options={inOrder
              .filter((one) => verdicts.includes(one))
              .map((one) => ({ value: one, text: words.verdicts[one][0], hint: words.verdicts[one][1] }))}
          />
        )}
      </ActForm>
    </section>
  );
}
