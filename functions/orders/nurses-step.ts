import type { LocalDate } from '../../shared/domain/local-date.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import { ownRule } from '../../shared/packs/own-rules.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Effects } from '../../shared/steps/effects.ts';
import { type Fields, outbox } from '../../shared/steps/outbox.ts';
import type { Provider } from '../../shared/stores/provider-store.ts';
import type { Routine } from '../../shared/stores/routine.ts';

/** A provider that an enrolled customer gets (S-10). */
type Gets = {
  readonly provider: Provider /** The order was taken back: it does not get the customer. */;
  readonly withdrawn?: true;
};
/** A provider that an enrolled customer leaves, after its last day; it stays after all when there is none (S-58). */
type Leaves = { readonly leaving: Provider; readonly joining: Provider; readonly lastDay: LocalDate | undefined };

export type NursesNews = (Gets | Leaves) & {
  readonly caseNo: string;
  /** What the journal refers to. */
  readonly refs: Readonly<Record<string, string>>;
};

/** How home health care reaches the provider that takes over (S-59). */
const contactOf = ({ phone, email }: Provider): string | undefined => phone ?? (email === '' ? undefined : email);

const fieldsOf = ({ leaving, joining, lastDay }: Leaves) => {
  if (lastDay === undefined) return { provider: leaving.name, variant: 'stays' };
  const contact = contactOf(joining);
  return { provider: leaving.name, on: lastDay, joining: joining.name, ...(contact ? { contact } : {}) };
};

/**
 * Notifies the shared list of home health care, with a row in the journal (S-11): of the provider that the customer has
 * got (S-10), or that the leaving provider ends, when, and who takes over with its contact details (S-58, S-59), or
 * stays after all. Only for a customer who is enrolled there, which the caller has checked.
 */
export async function notifyNurses(
  news: NursesNews,
  { settings, pack, at }: Routine & { readonly at: Instant },
  deps: Deps,
): Promise<Effects> {
  const { caseNo } = news;
  const [kind, said] =
    'provider' in news
      ? (['N07', { provider: news.provider.name, ...(news.withdrawn ? { variant: 'withdrawn' } : {}) }] as const)
      : (['N31', fieldsOf(news)] as const);
  // The nurses take no part in it: their notices are among their messages.
  const fields: Fields = { to: 'messages', caseNo, ...said };
  const box = outbox(deps, settings, at);
  const mailed = await box.toNurses(kind, fields);
  const about = () => {
    if ('provider' in news) return {};
    return { ...(news.lastDay === undefined ? { stays: true } : { lastDay: news.lastDay }), letters: mailed.length };
  };
  const rule = ownRule('provider' in news ? 'S-11' : 'S-58', pack);
  return {
    letters: [...mailed, ...box.inside('nurse', kind, fields)],
    rows: [{ event: 'nurses-notified', rule, caseNo, refs: { ...news.refs, ...about() } }],
  };
}
