import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AnswerOf } from '../../../api/contract.ts';
import { monthName } from '../../../app/format.ts';
import { useOwnWords } from '../../../app/language.ts';
import { hrefOf, type PageProps } from '../../../app/router.ts';
import { useStore } from '../../../app/store.ts';
import { type Asking, useAsk } from '../../../app/use-ask.ts';
import { Button } from '../../../parts/button.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { FailureNotice, Notice } from '../../../parts/notice.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { session } from '../../../sign-in/session.ts';
import { CaseSection } from './case-section.tsx';
import { en, sv } from './filling-words.ts';
import { type Keeping, useKeeping } from './keep-filling.ts';
import { ToSignature } from './to-signature.tsx';

type Answer = AnswerOf<'GET /months/{month}/filling'>;

/** After so long without a key or a press. */
const keptAfter = 1000;

/** Keeps what has been written a moment after the last of it, and when one leaves. */
function useKept({ unkept, touched, keepAll }: Keeping): void {
  useEffect(() => {
    if (unkept.length === 0) return undefined;
    const timer = setTimeout(keepAll, keptAfter);
    return () => clearTimeout(timer);
  }, [touched]);
  useEffect(() => {
    const leaving = () => document.visibilityState === 'hidden' && keepAll();
    document.addEventListener('visibilitychange', leaving);
    return () => {
      document.removeEventListener('visibilitychange', leaving);
      keepAll();
    };
  }, []);
}

/** What a colleague has kept of a case meanwhile: one of the two is to stand, and a person says which. */
function Colliding({ asking, keeping }: { readonly asking: Asking<Answer>; readonly keeping: Keeping }) {
  const own = useOwnWords(sv, en);
  const colliding = keeping.unkept.filter((caseNo) => keeping.failureOf(caseNo)?.code === 'stale-version');
  const other = keeping.unkept.map(keeping.failureOf).find((failure) => failure && failure.code !== 'stale-version');
  const known = colliding.join(' ');
  useEffect(() => {
    if (known !== '') asking.again();
  }, [known]);
  const versionOf = (caseNo: string) => asking.value?.cases.find((one) => one.caseNo === caseNo)?.version ?? 0;
  return (
    <>
      {other ? <FailureNotice failure={other} again={keeping.keepAll} /> : undefined}
      {colliding.map((caseNo) => (
        <Notice key={caseNo} tone="warning" title={own.changed(caseNo)} aloud>
          <p>{own.changedText}</p>
          <div class="buttons">
            <Button onClick={() => keeping.insist(caseNo, versionOf(caseNo))}>{own.mine}</Button>
            <Button onClick={() => keeping.forget([caseNo])}>{own.theirs}</Button>
          </div>
        </Notice>
      ))}
    </>
  );
}

type Of = { readonly month: string; readonly providerId: string };

function Work({ of, asking, value }: { readonly of: Of; readonly asking: Asking<Answer>; readonly value: Answer }) {
  const own = useOwnWords(sv, en);
  const keeping = useKeeping(of);
  useKept(keeping);
  const { touched, unkept, isKeeping } = keeping;
  const [open, setOpen] = useState<ReadonlySet<string>>(
    new Set(value.cases.length === 1 ? value.cases.map(({ caseNo }) => caseNo) : []),
  );
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const cases = useMemo(() => value.cases.map((one) => ({ ...one, ...touched[one.caseNo]?.filled })), [value, touched]);
  if (cases.length === 0) return <p class="card nothing">{own.none}</p>;
  return (
    <>
      <p class="soft">{own.keys}</p>
      <p class="kept" role="status">
        {isKeeping ? `${own.keeping} …` : unkept.length > 0 ? own.unkept : own.kept}
      </p>
      <Colliding asking={asking} keeping={keeping} />
      {cases.map((one) => (
        <CaseSection
          key={one.caseNo}
          month={of.month}
          one={one}
          filled={one}
          isOpen={open.has(one.caseNo)}
          wrong={wrong}
          onOpen={(isOpen) =>
            setOpen((now) => new Set(isOpen ? [...now, one.caseNo] : [...now].filter((other) => other !== one.caseNo)))
          }
          onFilled={({ visits, deviations }) => keeping.change(one.caseNo, { visits, deviations }, one.version)}
        />
      ))}
      <ToSignature
        of={of}
        cases={cases}
        keepAll={keeping.keepAll}
        onWrong={(ids) => {
          setWrong(new Set(ids));
          // A field is led to only where it can be seen.
          const theirs = cases.filter(({ caseNo }) => ids.some((id) => id.includes(`-${caseNo}-`)));
          setOpen((now) => new Set([...now, ...theirs.map(({ caseNo }) => caseNo)]));
        }}
      />
    </>
  );
}

/** A provider's month filled in on a page, the ordered visits ready to be ticked (L-19, L-23); kept as it is written. */
export function FillingPage({ params: { month } }: PageProps<'/manad/:month/fyll-i'>) {
  const own = useOwnWords(sv, en);
  const { me } = useStore(session);
  const providerId = me?.roles.find(({ role }) => role === me.role)?.providerId ?? '';
  const asking = useAsk('GET /months/{month}/filling', { path: { month } });
  return (
    <>
      <p class="crumb">
        <a class="ds-link" href={hrefOf('/manad/:month', { month })}>
          {own.back}
        </a>
      </p>
      <PageHead title={own.title(monthName(month))} lead={own.lead} />
      {asking.failure?.code === 'form-too-large' ? (
        <Notice title={own.tooMany} />
      ) : (
        <Loaded of={asking}>{(value) => <Work of={{ month, providerId }} asking={asking} value={value} />}</Loaded>
      )}
    </>
  );
}
