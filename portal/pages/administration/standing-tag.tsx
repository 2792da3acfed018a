import type { AnswerOf } from '../../api/contract.ts';
import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Tag } from '../../parts/tag.tsx';

type Provider = AnswerOf<'GET /settings'>['providers'][number];

/** How a provider stands: it takes customers, is paused, or ends. */
export function StandingTag({ of: { paused, ending, approvedTo } }: { readonly of: Provider }) {
  const { providers } = useWords().administration;
  const last = ending?.lastDay ?? approvedTo;
  if (last !== undefined) return <Tag tone="danger">{providers.ending(shortDate(last, true))}</Tag>;
  if (paused === undefined) return <Tag tone="success">{providers.open}</Tag>;
  const { from, to } = paused;
  return <Tag tone="warning">{providers.paused(shortDate(from, true), to ? shortDate(to, true) : '')}</Tag>;
}
