import { tight } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';
import { type LineShown, useReasons } from './lines.ts';

const tones = { MATCH: 'success', MISMATCH: 'warning', FAULTY: 'danger' } as const;

/** What the rules propose, and in a few words why. */
export function ProposalTag({ proposal }: { readonly proposal: LineShown['proposal'] }) {
  const { month } = useWords();
  const [first, ...more] = useReasons()(proposal);
  const { status } = proposal;
  return (
    <span class="verdict">
      <Tag tone={tones[status]}>{month.status[status]}</Tag>
      {first === undefined ? undefined : (
        <small class="soft">
          {first}
          {more.length > 0 ? ` +${more.length}` : ''}
        </small>
      )}
    </span>
  );
}

/** What a person has decided, with the minutes when they are other than proposed. */
export function DecisionTag({ line }: { readonly line: LineShown }) {
  const { month } = useWords();
  const { decision, question, proposal } = line;
  if (!decision) {
    if (!question) return <span class="soft">{month.undecided}</span>;
    return <Tag tone={question.answer ? 'info' : 'warning'}>{question.answer ? month.answered : month.asked}</Tag>;
  }
  const tone = decision.kind === 'APPROVED' ? 'success' : decision.kind === 'REJECTED' ? 'danger' : 'warning';
  return (
    <span class="verdict">
      <Tag tone={tone}>{month.decisions[decision.kind]}</Tag>
      {decision.charged === proposal.charged ? undefined : <small class="soft">{tight(decision.charged)}</small>}
    </span>
  );
}
