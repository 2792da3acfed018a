import { useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { hours, tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { TextArea } from '../../parts/field.tsx';
import { FailureNotice, Notice } from '../../parts/notice.tsx';
import { useBatchWords } from './batch-words.ts';
import { type LineShown, type MonthView, sumOf } from './lines.ts';

/** So many the API takes at a time. */
const atOnce = 50;

type Props = {
  readonly path: { readonly month: string; readonly providerId: string };
  readonly lines: readonly LineShown[];
  /** What a form tells of and nobody has taken over (A66): those cases are left out until they are ticked. */
  readonly untaken: NonNullable<MonthView['untaken']>;
  /** What has been approved, as it goes on. */
  readonly onApproved: (caseNos: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Matching lines approved together: every one listed first, then fifty at a time; what is lost on the way is gone on with. */
export function Batch({ path, lines: given, untaken, onApproved, onClose }: Props) {
  const { month, reconcile } = useWords();
  const say = useBatchWords();
  // The list is what it was when it was opened, whatever the page behind learns meanwhile.
  const [lines] = useState(given);
  // Nothing was handed in of them (A81): one word of why is needed, and stands for all.
  const isClosed = lines.some(({ proposal }) => proposal.faults[0] === 'NOT_HANDED_IN');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(untaken.map(({ caseNo }) => caseNo)));
  const [done, setDone] = useState(0);
  const [state, setState] = useState<'listed' | 'running' | 'broken' | 'ended'>('listed');
  const [failure, setFailure] = useState<Failure>();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [isEmpty, setEmpty] = useState(false);
  const [comment, setComment] = useState('');
  const [isUnsaid, setUnsaid] = useState(false);
  const batch = useRef({ batchId: crypto.randomUUID(), key: crypto.randomUUID(), queue: [] as readonly string[] });
  const chosen = lines.filter(({ caseNo }) => !left.has(caseNo));

  async function run(): Promise<void> {
    const now = batch.current;
    setState('running');
    setFailure(undefined);
    while (now.queue.length > 0) {
      const caseNos = now.queue.slice(0, atOnce);
      const outcome = await ask(
        'POST /months/{month}/providers/{providerId}/approvals',
        { path, body: { caseNos, batchId: now.batchId, ...(isClosed ? { comment } : {}) } },
        { key: now.key },
      );
      if (outcome.ok) {
        now.queue = now.queue.slice(caseNos.length);
        setDone((count) => count + caseNos.length);
        onApproved(caseNos);
      } else if (outcome.code === 'lines-not-approved') {
        const bad = outcome.faults.map(({ at }) => at.replace('body.caseNos.', ''));
        now.queue = now.queue.filter((caseNo) => !bad.includes(caseNo));
        setRefused((before) => [...before, ...bad]);
      } else {
        // The same name for the same fifty, so that those which did get through are not done twice.
        setFailure(outcome);
        return setState('broken');
      }
      now.key = crypto.randomUUID();
    }
    setState('ended');
  }

  function begin(): void {
    setEmpty(chosen.length === 0);
    setUnsaid(isClosed && comment.trim() === '');
    if (isClosed && comment.trim() === '') return;
    batch.current.queue = chosen.map(({ caseNo }) => caseNo);
    if (chosen.length > 0) run();
  }

  const turn = (caseNo: string) => {
    setEmpty(false);
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(caseNo)) next.add(caseNo);
      return next;
    });
  };
  const remaining = chosen.length - done - refused.length;

  return (
    <Dialog open title={isClosed ? say.closedTitle : say.title} onClose={onClose}>
      {state === 'listed' ? (
        <>
          <p>{isClosed ? say.closedText : say.text}</p>
          <ul class="batch-list">
            {lines.map(({ caseNo, performed, charged }) => (
              <li key={caseNo}>
                <label class="tick">
                  <input class="ds-input" type="checkbox" checked={!left.has(caseNo)} onChange={() => turn(caseNo)} />
                  <span>
                    {caseNo}
                    {untaken.some((one) => one.caseNo === caseNo) ? (
                      <small class="remark"> {reconcile.untaken}</small>
                    ) : undefined}
                  </span>
                </label>
                <span class="soft">
                  {month.columns.performed} {tight(performed)}
                </span>
                <b>{tight(charged)}</b>
              </li>
            ))}
          </ul>
          {isClosed ? (
            <TextArea
              id="batch-comment"
              label={say.comment}
              rows={2}
              error={isUnsaid ? say.commentMissing : undefined}
              value={comment}
              onValue={setComment}
            />
          ) : undefined}
          {isEmpty ? (
            <p class="ds-validation-message" data-color="danger" role="alert">
              {say.none}
            </p>
          ) : undefined}
          <div class="buttons">
            <Button look="primary" onClick={begin}>
              {say.go(chosen.length, hours(sumOf(chosen, ({ charged }) => charged)))}
            </Button>
            <Button onClick={onClose}>{say.cancel}</Button>
          </div>
        </>
      ) : (
        <>
          <p role="status">
            <progress max={chosen.length} value={done} aria-label={say.title} /> {say.at(done, chosen.length)}
          </p>
          {refused.length > 0 ? (
            <Notice tone="warning" title={say.refused} aloud>
              <p>{refused.join(', ')}</p>
            </Notice>
          ) : undefined}
          {state === 'broken' && failure ? (
            <>
              {failure.kind === 'offline' || failure.kind === 'busy' ? (
                <Notice tone="danger" title={say.broken(done, remaining)} aloud />
              ) : (
                <FailureNotice failure={failure} />
              )}
              <div class="buttons">
                <Button look="primary" onClick={() => run()}>
                  {say.on(remaining)}
                </Button>
                <Button onClick={onClose}>{say.cancel}</Button>
              </div>
            </>
          ) : undefined}
          {state === 'ended' ? (
            <>
              <Notice tone="success" title={say.done(done)} aloud />
              <Button look="primary" onClick={onClose}>
                {reconcile.toList}
              </Button>
            </>
          ) : undefined}
        </>
      )}
    </Dialog>
  );
}
