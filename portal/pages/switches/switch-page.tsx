import { useRef, useState } from 'preact/hooks';
import { useWords } from '../../app/language.ts';
import type { PageProps } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Deadlines } from '../orders/deadlines.tsx';
import { SwitchActs } from './switch-acts.tsx';
import { SwitchFactList } from './switch-facts.tsx';
import type { SwitchActKey, SwitchShown } from './switch-form.ts';
import { SwitchStateTag } from './switch-state-tag.tsx';
import { Todo, Window } from './todo.tsx';

/** The times that the switch waits for or has kept, each with why it is that date. */
function Limits({ of }: { readonly of: SwitchShown['deadlines'] }) {
  const names: Readonly<Record<string, string>> = useWords().switches.deadlines;
  const inOrder = of.toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due));
  return <Deadlines of={inOrder.map((deadline) => ({ ...deadline, text: names[deadline.code] ?? deadline.rule }))} />;
}

/** What was not as the routine wants it; it stops nothing. */
function Remarks({ of }: { readonly of: SwitchShown['warnings'] }) {
  const { switches } = useWords();
  if (of.length === 0) return null;
  return (
    <Notice tone="warning" title={switches.remarks}>
      <ul>
        {of.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** One switch from the side of whoever looks: what may be done, the window and why, what is left and by whom. */
export function SwitchPage({ params: path }: PageProps<'/byten/:switchId'>) {
  const { acts, switches } = useWords();
  const asking = useAsk('GET /switches/{switchId}', { path });
  const [did, setDid] = useState<SwitchActKey>();
  const told = useRef<HTMLDivElement>(null);
  const one = asking.value;
  function again() {
    setDid(undefined);
    asking.again();
  }
  const onDone = (act: SwitchActKey) => (next: SwitchShown, version: number | undefined) => {
    setDid(act);
    asking.put(next, version);
    // What was done says so where the form was: it takes focus, since the form is gone.
    setTimeout(() => told.current?.focus());
  };
  const workOf = (shown: SwitchShown) => (act: SwitchActKey) => ({
    one: shown,
    onDone: onDone(act),
    onConflict: () => undefined,
    again,
  });
  return (
    <>
      <p class="back">
        <a class="ds-link" href="#/byten">
          {switches.back}
        </a>
      </p>
      <PageHead
        title={one ? switches.one(one.caseNo) : switches.change}
        lead={one && <SwitchStateTag state={one.state} />}
      >
        {one && <Limits of={one.deadlines} />}
      </PageHead>
      <Loaded of={asking}>
        {(shown) => (
          <>
            <Remarks of={shown.warnings} />
            <div class="sides">
              <div>
                <section class="card acts">
                  <h2>{acts.next}</h2>
                  <div ref={told} tabIndex={-1}>
                    {did && <Notice tone="success" title={switches.did[did]} aloud />}
                  </div>
                  <SwitchActs one={shown} workOf={workOf(shown)} />
                </section>
                <section class="card">
                  <h2>{switches.facts}</h2>
                  <SwitchFactList one={shown} />
                </section>
              </div>
              <div>
                <section class="card">
                  <h2>{switches.windowTitle}</h2>
                  <Window one={shown} />
                </section>
                <section class="card">
                  <h2>{switches.todo}</h2>
                  <Todo one={shown} />
                </section>
              </div>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
