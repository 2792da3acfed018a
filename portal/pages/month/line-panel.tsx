import { useEffect, useState } from 'preact/hooks';
import { dateTime, hours } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { Button } from '../../parts/button.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { DecisionForm } from './decision-form.tsx';
import type { LineShown, MonthView } from './lines.ts';
import { DecisionTag, ProposalTag } from './verdict.tsx';

const FaultyRows = lazily(async () => (await import('./faulty-rows.tsx')).FaultyRows);
const UntakenNotice = lazily(async () => (await import('./untaken-notice.tsx')).UntakenNotice);
const LineTrail = lazily(async () => (await import('./line-trail.tsx')).LineTrail);

type Path = { readonly month: string; readonly providerId: string; readonly caseNo: string };

/** Fetched once one has stopped at the line: who walks down the list with the arrow keys asks for nothing. */
function TrailOf(props: { path: Path; line: LineShown; onFresh: (line: LineShown) => void }) {
  const [hasStopped, setStopped] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStopped(true), 120);
    return () => clearTimeout(timer);
  }, []);
  return <div class="trail-place">{hasStopped ? <LineTrail {...props} /> : undefined}</div>;
}

function Thread({ line: { question }, nameOf }: { line: LineShown; nameOf: (id: string) => string }) {
  const { month, reconcile } = useWords();
  if (!question) return null;
  const { text, by, at, answer } = question;
  return (
    <section>
      <h3>{reconcile.thread}</h3>
      <blockquote class="said">
        <p>{text}</p>
        <p class="soft">{reconcile.decidedBy(nameOf(by), dateTime(at))}</p>
      </blockquote>
      {answer ? (
        <blockquote class="said">
          <p>
            <b>{month.answer}:</b> {answer.text}
          </p>
          <p class="soft">{dateTime(answer.at)}</p>
        </blockquote>
      ) : (
        <p class="soft">{reconcile.noAnswer}</p>
      )}
    </section>
  );
}

type Props = {
  readonly path: Path;
  readonly line: LineShown;
  readonly file: MonthView['file'];
  /** Until when a correction of the files is waited for, while it is (A30). */
  readonly waitsUntil: string | undefined;
  readonly untaken: MonthView['untaken'];
  readonly isOpen: boolean;
  readonly nameOf: (officerId: string) => string;
  readonly onLine: (line: LineShown) => void;
  readonly onSaved: (line: LineShown) => void;
  readonly onUndo: (line: LineShown) => void;
  readonly again: () => void;
  readonly previous?: () => void;
  readonly next?: () => void;
  readonly toList: () => void;
};

function Decided({ line, nameOf, isOpen, onUndo }: Pick<Props, 'line' | 'nameOf' | 'isOpen' | 'onUndo'>) {
  const { month, reconcile } = useWords();
  const { decision, contacts } = line;
  if (!decision) return null;
  return (
    <section>
      <h3>{month.columns.decision}</h3>
      <p>
        <DecisionTag line={line} />
      </p>
      {decision.faultCode ? <p>{month.faults[decision.faultCode] ?? decision.faultCode}</p> : undefined}
      {decision.comment ? <p>{decision.comment}</p> : undefined}
      <p class="soft">
        {reconcile.decidedBy(nameOf(decision.by), dateTime(decision.at))}.{' '}
        {decision.batchId ? reconcile.inBatch : undefined}
      </p>
      {contacts.map(({ with: who, at, by, note, reason }) => (
        <p class="soft" key={`${who} ${at}`}>
          {reconcile.contact[who]}: {reconcile.decidedBy(nameOf(by), dateTime(at))}. {reason} {note}
        </p>
      ))}
      {isOpen ? <Button onClick={() => onUndo(line)}>{reconcile.reopen}</Button> : undefined}
    </section>
  );
}

/** One line beside the list: the reason for every minute, and the decision that it leads to. */
export function LinePanel(props: Props) {
  const { path, line, isOpen, nameOf, onLine, onSaved, again, previous, next, toList } = props;
  const { month, reconcile } = useWords();
  return (
    <aside class="card panel" aria-labelledby="panel-title">
      <div class="panel-head">
        <h2 id="panel-title" tabIndex={-1}>
          {month.panel(line.caseNo)}
        </h2>
        <ProposalTag proposal={line.proposal} />
      </div>
      <SummaryList
        rows={[
          { name: month.columns.granted, value: hours(line.granted) },
          { name: reconcile.submitted, value: hours(line.submitted) },
          {
            name: line.decision ? reconcile.charged : reconcile.proposed,
            value: <b>{hours(line.charged)}</b>,
          },
          ...(line.topUp > 0 ? [{ name: reconcile.topUp, value: hours(line.topUp) }] : []),
        ]}
      />
      {props.untaken?.some(({ caseNo }) => caseNo === line.caseNo) ? (
        <UntakenNotice untaken={props.untaken.filter(({ caseNo }) => caseNo === line.caseNo)} />
      ) : undefined}
      <section>
        <h3>{reconcile.why}</h3>
        <TrailOf path={path} line={line} onFresh={onLine} />
      </section>
      {line.proposal.status === 'FAULTY' ? <FaultyRows line={line} file={props.file} /> : undefined}
      <Thread line={line} nameOf={nameOf} />
      {line.decision || !isOpen ? (
        <Decided {...props} />
      ) : (
        <DecisionForm
          path={path}
          line={line}
          waitsUntil={props.waitsUntil}
          nameOf={nameOf}
          onSaved={onSaved}
          again={again}
        />
      )}
      <div class="buttons panel-ways">
        {previous ? <Button onClick={previous}>{reconcile.previous}</Button> : undefined}
        {next ? (
          <Button id="next-line" onClick={next}>
            {reconcile.next}
          </Button>
        ) : undefined}
        <Button look="tertiary" onClick={toList}>
          {reconcile.toList}
        </Button>
      </div>
    </aside>
  );
}
