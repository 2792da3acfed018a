import { useRef, useState } from 'preact/hooks';
import { ask } from '../../api/client.ts';
import type { Failure } from '../../api/outcome.ts';
import { announce } from '../../app/announce.ts';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import type { Said } from './decision-draft.ts';
import { decideRoute, type LineShown } from './lines.ts';

type Of = { readonly month: string; readonly providerId: string };

/** An officer's lines of a month, and what is done with them one at a time, each saved by itself. */
export function useLines(path: Of) {
  const { reconcile } = useWords();
  const asking = useAsk('GET /months/{month}/providers/{providerId}', { path, query: { lines: 'mine' } });
  const [changed, setChanged] = useState<Readonly<Record<string, LineShown>>>({});
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure>();
  const turn = useRef<Promise<unknown>>(Promise.resolve());

  const put = (line: LineShown) => setChanged((before) => ({ ...before, [line.caseNo]: line }));
  const lines = (asking.value?.lines ?? []).map((line) => {
    const later = changed[line.caseNo];
    return later && later.version > line.version ? later : line;
  });

  const isBusy = (caseNo: string, is: boolean) =>
    setBusy((before) => {
      const next = new Set(before);
      if (is) next.add(caseNo);
      else next.delete(caseNo);
      return next;
    });

  /** One after another: two lines of the same officer stand in the same place, and would be in each other's way. */
  function say(line: LineShown, body: Said, told: string): void {
    isBusy(line.caseNo, true);
    setFailure(undefined);
    turn.current = turn.current.then(async () => {
      const outcome = await ask(
        decideRoute,
        { path: { ...path, caseNo: line.caseNo }, body },
        { version: line.version },
      );
      if (outcome.ok) {
        put(outcome.value);
        announce(told);
      } else setFailure(outcome);
      isBusy(line.caseNo, false);
    });
  }

  return {
    asking,
    lines,
    busy,
    failure,
    put,
    again() {
      setFailure(undefined);
      asking.again();
    },
    approve: (line: LineShown) => say(line, { decision: 'APPROVE' }, reconcile.saved(line.caseNo)),
    undo: (line: LineShown) => say(line, { decision: 'REOPEN' }, reconcile.undone(line.caseNo)),
  };
}
