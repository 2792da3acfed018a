import { useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { AnswerOf } from '../../api/contract.ts';
import type { Outcome } from '../../api/outcome.ts';
import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { DateField } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ActForm } from '../orders/act-form.tsx';
import { atField } from '../switches/at-field.ts';
import type { ProviderWork } from './provider-work.ts';

type Ended = AnswerOf<'POST /settings/providers/{providerId}/ending'>;
type Asked = { readonly lastDay: string; readonly to: 'TURNS' };

/** Asked again as long as somebody was moved and somebody is left: a request moves only so many. */
async function endWhole(
  providerId: string,
  key: string,
  body: Asked,
  onMoved: (moved: number) => void,
): Promise<Outcome<Ended>> {
  const route = 'POST /settings/providers/{providerId}/ending';
  let moved: Ended['moved'] = [];
  for (let round = 0; ; round++) {
    const outcome = await ask(route, { path: { providerId }, body }, { key: `${key}-${round}` });
    if (!outcome.ok) return outcome;
    moved = [...moved, ...outcome.value.moved];
    onMoved(moved.length);
    const isOver = outcome.value.left === 0 || outcome.value.moved.length === 0;
    if (isOver) return { ...outcome, value: { ...outcome.value, moved } };
  }
}

function Moved({ of: { moved, failed, left } }: { readonly of: Ended }) {
  const { providers } = useWords().administration;
  return (
    <Notice tone={left === 0 ? 'success' : 'warning'} title={providers.ended} aloud>
      <p>{providers.moved(moved.length, left)}</p>
      {failed.length > 0 ? (
        <>
          <p>{providers.failed}</p>
          <ul>
            {failed.map(({ caseNo, code }) => (
              <li key={caseNo}>
                {caseNo} <span class="soft">{code}</span>
              </li>
            ))}
          </ul>
        </>
      ) : undefined}
    </Notice>
  );
}

/** The end of a provider: all its customers go to those who are in turn, the day after its last. */
export function EndProvider({ of, again }: ProviderWork) {
  const { providers } = useWords().administration;
  const [lastDay, setLastDay] = useState(of.ending?.lastDay ?? '');
  const [ended, setEnded] = useState<Ended>();
  const [moved, setMoved] = useState(0);
  return (
    <>
      {ended ? <Moved of={ended} /> : undefined}
      <ActForm
        id="end"
        body={{ lastDay, to: 'TURNS' } as const}
        missing={{ lastDay: lastDay === '' && providers.missing.lastDay }}
        act={async (key, body: Asked) => atField(await endWhole(of.id, key, body, setMoved), () => 'lastDay')}
        onDone={(answer) => {
          setEnded(answer);
          again();
        }}
        onConflict={again}
        again={again}
        submit={of.ending ? providers.goOn : providers.end}
        danger
        check={<p>{lastDay === '' ? undefined : providers.endCheck(of.name, shortDate(lastDay, true))}</p>}
      >
        {(errorFor) => (
          <>
            <p>{providers.endText}</p>
            <p role="status">{moved > 0 && !ended ? providers.moving(moved) : undefined}</p>
            <DateField
              id="end-lastDay"
              label={providers.lastDay}
              error={errorFor('lastDay')}
              value={lastDay}
              onValue={setLastDay}
            />
          </>
        )}
      </ActForm>
    </>
  );
}
