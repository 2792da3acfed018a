import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Timeline } from '../../parts/timeline.tsx';

type Of = { readonly caseNo: string };
type By = { readonly userId: string; readonly role: string };

/** Who did it, by name and role. */
function useWho(): (by: By) => string {
  const { shell } = useWords();
  const nameOf = useStaff();
  const roles: Readonly<Record<string, string>> = shell.roles;
  return ({ userId, role }) => [nameOf(userId), roles[role]].filter(Boolean).join(', ');
}

/** What has been done in the case, the latest first. */
export function Journal({ caseNo }: Of) {
  const { customers } = useWords();
  const whoOf = useWho();
  const query = { limit: 200 };
  return (
    <section class="card">
      <h2>{customers.journal}</h2>
      <Loaded of={useAsk('GET /cases/{caseNo}/journal', { path: { caseNo }, query })}>
        {({ items }) => (
          <Timeline
            happenings={items.toReversed().map(({ at, text, by, rule }) => ({
              at,
              title: text,
              by: whoOf(by),
              more: rule === undefined ? undefined : <p class="rule">{rule}</p>,
            }))}
          />
        )}
      </Loaded>
    </section>
  );
}

/** A page of who has read, and the next behind a press. */
function AccessPage({ caseNo, cursor }: Of & { readonly cursor?: string }) {
  const { customers } = useWords();
  const whoOf = useWho();
  const [isMore, setMore] = useState(false);
  const query = { limit: 50, ...(cursor === undefined ? {} : { cursor }) };
  return (
    <Loaded of={useAsk('GET /cases/{caseNo}/access', { path: { caseNo }, query })}>
      {({ items, next }) => (
        <>
          {items.length === 0 && cursor === undefined ? <p class="soft">{customers.noAccess}</p> : undefined}
          <Timeline happenings={items.map(({ at, by, reason }) => ({ at, title: reason, by: whoOf(by) }))} />
          {next === undefined ? undefined : isMore ? (
            <AccessPage caseNo={caseNo} cursor={next} />
          ) : (
            <Button onClick={() => setMore(true)}>{customers.older}</Button>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Who has read about the customer, when and why: the head's own check of the log. */
export function AccessLog({ caseNo }: Of) {
  const { customers } = useWords();
  return (
    <section class="card">
      <h2>{customers.access}</h2>
      <AccessPage caseNo={caseNo} />
    </section>
  );
}
