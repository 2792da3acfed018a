import { ask } from '../../../api/client.ts';
import type { Failure } from '../../../api/outcome.ts';
import { store, useStore } from '../../../app/store.ts';
import { draftsNow } from '../../../app/use-draft.ts';
import type { Filled } from './visit.ts';

/** What somebody has changed of a case: the version that it was changed from, and whether the last of it is kept. */
type Touched = { readonly filled: Filled; readonly version: number; readonly isKept: boolean };
type ByCase = Readonly<Record<string, Touched>>;

/** Counts the changes, so that what is drawn follows: also what is kept when the page has been left meanwhile. */
const changes = store(0);
const keeping = new Set<string>();
const failures = new Map<string, Failure>();

const untouched: ByCase = {};

type Of = { readonly month: string; readonly providerId: string };

const nameOf = ({ month, providerId }: Of, caseNo = ''): string => `filling/${month}/${providerId}/${caseNo}`;
const touchedIn = (of: Of): ByCase =>
  (draftsNow()[nameOf(of)] as { readonly cases: ByCase } | undefined)?.cases ?? untouched;

function put(of: Of, cases: ByCase): void {
  draftsNow()[nameOf(of)] = { cases };
  changes.set(changes.get() + 1);
}

/** Sends what is not kept of a case, and again what was written while it was on its way. */
async function keep(of: Of, caseNo: string): Promise<void> {
  const name = nameOf(of, caseNo);
  const sent = touchedIn(of)[caseNo];
  if (!sent || sent.isKept || keeping.has(name)) return;
  keeping.add(name);
  changes.set(changes.get() + 1);
  const outcome = await ask(
    'PUT /months/{month}/filling/{caseNo}',
    { path: { month: of.month, caseNo }, body: sent.filled },
    { key: crypto.randomUUID(), version: sent.version },
  );
  keeping.delete(name);
  const now = touchedIn(of)[caseNo];
  if (!outcome.ok) failures.set(name, outcome);
  else failures.delete(name);
  if (!now) return;
  const isKept = outcome.ok && now.filled === sent.filled;
  put(of, {
    ...touchedIn(of),
    [caseNo]: { ...now, version: outcome.ok ? outcome.value.version : now.version, isKept },
  });
  if (outcome.ok && !isKept) await keep(of, caseNo);
}

export type Keeping = ReturnType<typeof useKeeping>;

/** What is being filled in of a month: it is kept as it is written, and taken along to a sign-in that has ended. */
export function useKeeping(of: Of) {
  useStore(changes);
  const touched = touchedIn(of);
  const unkept = Object.keys(touched).filter((caseNo) => !touched[caseNo]?.isKept);
  return {
    touched,
    unkept,
    isKeeping: unkept.some((caseNo) => keeping.has(nameOf(of, caseNo))),
    failureOf: (caseNo: string) => failures.get(nameOf(of, caseNo)),
    change(caseNo: string, filled: Filled, from: number) {
      const version = touchedIn(of)[caseNo]?.version ?? from;
      put(of, { ...touchedIn(of), [caseNo]: { filled, version, isKept: false } });
    },
    /** Keeps all that waits; what a colleague has changed waits for a choice. */
    async keepAll(): Promise<void> {
      const waiting = Object.keys(touchedIn(of)).filter(
        (caseNo) => failures.get(nameOf(of, caseNo))?.code !== 'stale-version',
      );
      await Promise.all(waiting.map((caseNo) => keep(of, caseNo)));
    },
    /** Puts one's own over what a colleague has kept as a later version. */
    async insist(caseNo: string, version: number): Promise<void> {
      const mine = touchedIn(of)[caseNo];
      failures.delete(nameOf(of, caseNo));
      if (mine) put(of, { ...touchedIn(of), [caseNo]: { ...mine, version } });
      await keep(of, caseNo);
    },
    /** What is kept with the municipality stands. */
    forget(caseNos: readonly string[]) {
      for (const caseNo of caseNos) failures.delete(nameOf(of, caseNo));
      const left = Object.entries(touchedIn(of)).filter(([caseNo]) => !caseNos.includes(caseNo));
      put(of, Object.fromEntries(left));
    },
  };
}
