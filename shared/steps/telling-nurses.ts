import type { LocalDate } from '../domain/local-date.ts';
import type { Instant } from '../domain/local-time.ts';
import type { Deps } from '../ports/deps.ts';
import type { Provider } from '../stores/provider-store.ts';
import type { Settings } from '../stores/settings-store.ts';
import type { Effects } from './effects.ts';
import { type Fields, outbox } from './outbox.ts';

/** A provider that an enrolled customer leaves, after its last day; it stays after all when there is none. */
export type NursesNews = {
  readonly caseNo: string;
  readonly leaving: Provider;
  readonly joining: Provider;
  readonly lastDay: LocalDate | undefined;
  /** What the journal refers to. */
  readonly refs: Readonly<Record<string, string>>;
};
type Told = {
  readonly settings: Settings;
  readonly at: Instant;
};

/** How home health care reaches the provider that takes over (S-59). */
const contactOf = ({ phone, email }: Provider): string | undefined => phone ?? (email === '' ? undefined : email);

/**
 * Home health care is told that the leaving provider ends, when, and who takes over with its contact details (S-58,
 * S-59); or that it stays after all. It is journalled. For a customer who is enrolled there; who asks has seen to that.
 */
export async function tellingNurses(news: NursesNews, told: Told, deps: Deps): Promise<Effects> {
  const { caseNo, leaving, joining, lastDay } = news;
  const { settings, at } = told;
  const contact = contactOf(joining);
  const fields: Fields = {
    // The nurses take no part in the change: what they are told stands among their messages.
    to: 'messages',
    caseNo,
    provider: leaving.name,
    ...(lastDay === undefined ? { variant: 'stays' } : { on: lastDay, joining: joining.name }),
    ...(lastDay !== undefined && contact ? { contact } : {}),
  };
  const box = outbox(deps, settings, at);
  const letters = await box.toNurses('N31', fields);
  const refs = { ...news.refs, ...(lastDay === undefined ? { stays: true } : { lastDay }), letters: letters.length };
  const row = { event: 'nurses-told', caseNo, refs };
  return { letters: [...letters, ...box.inside('nurse', 'N31', fields)], rows: [row] };
}
