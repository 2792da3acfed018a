import { useEffect } from 'preact/hooks';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';

type Props = { readonly officerId: string; readonly moveId: string; readonly onDone: () => void };
const every = 1500;

/** How far a move has come; what could not be moved stays, and why. */
export function MoveProgress({ officerId, moveId, onDone }: Props) {
  const { caseload } = useWords().administration;
  const asking = useAsk('GET /caseloads/{officerId}/moves/{moveId}', { path: { officerId, moveId } });
  const { value, again } = asking;
  const isRunning = value?.state === 'RUNNING';
  const isOver = value !== undefined && !isRunning;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(again, every);
    return () => clearInterval(timer);
  }, [isRunning, again]);
  useEffect(() => {
    if (isOver) onDone();
  }, [isOver]);
  return (
    <Loaded of={asking}>
      {({ state, moved, left, failed }) => {
        const title = { RUNNING: caseload.running, DONE: caseload.done, STOPPED: caseload.stopped }[state];
        const tone = state === 'RUNNING' ? 'info' : state === 'DONE' && failed.length === 0 ? 'success' : 'warning';
        return (
          <Notice tone={tone} title={title} aloud>
            <p>{caseload.progress(moved, left)}</p>
            {state === 'RUNNING' ? <progress max={moved + left} value={moved} aria-label={title} /> : undefined}
            {state === 'STOPPED' ? <p>{caseload.stoppedText}</p> : undefined}
            {failed.length > 0 ? (
              <>
                <p>{caseload.failed}</p>
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
      }}
    </Loaded>
  );
}
