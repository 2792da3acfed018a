import { useEffect, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { session, sessionEnded } from '../sign-in/session.ts';
import { useWords } from './language.ts';
import { usePortal } from './portal.ts';
import { useStore } from './store.ts';

const warnedBefore = 120_000;

/** Minutes left of the sign-in once they are few; 0 when it has ended. */
function useMinutesLeft(): number | undefined {
  const { state, endsAt } = useStore(session);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  const left = state === 'in' && endsAt !== undefined ? endsAt - now : undefined;
  const isOver = left !== undefined && left <= 0;
  useEffect(() => {
    if (isOver) sessionEnded();
  }, [isOver]);
  return left === undefined || left > warnedBefore ? undefined : Math.ceil(left / 60_000);
}

/** Warns two minutes before the sign-in ends, and tells when it has; either way the work is kept (2.2.1). */
export function SessionEnd() {
  const { states } = useWords();
  const { signIn } = usePortal();
  const { state, endsAt } = useStore(session);
  const minutes = useMinutesLeft();
  const [putOff, setPutOff] = useState<number>();
  if (state === 'ended')
    return (
      <div class="ended" role="alert">
        <p>
          <b>{states.expired}.</b> {states.expiredText}
        </p>
        <Button look="primary" onClick={() => signIn.begin()}>
          {states.signInAgain}
        </Button>
      </div>
    );
  return (
    <Dialog open={minutes !== undefined && putOff !== endsAt} title={states.ending} onClose={() => setPutOff(endsAt)}>
      <p>{states.endingText(minutes ?? 0)}</p>
      <div class="buttons">
        <Button look="primary" onClick={() => signIn.begin()}>
          {states.goOn}
        </Button>
        <Button onClick={() => setPutOff(endsAt)}>{states.later}</Button>
      </div>
    </Dialog>
  );
}
