import { dateOf, type Instant } from '../../../shared/domain/local-time.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { EffectsBy } from '../../../shared/steps/commit.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { type Reply, replyStore } from '../../../shared/stores/reply-store.ts';
import type { Stored } from '../../../shared/stores/stored.ts';
import type { Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';
import { mailTask } from '../mail-task-step.ts';
import { understand } from '../reading/understanding.ts';
import type { MailContext } from './load-context.ts';
import { providerActs } from './provider-acts-step.ts';

/** A mail whose sender is known: as it is stored, as it is known to be now, its words, and what its signatures cover. */
type Heard = {
  readonly stored: Stored<Mail>;
  readonly known: Mail & { readonly providerId: string };
  readonly words: string;
  readonly digests: readonly string[];
  readonly context: MailContext | undefined;
};

/** Does what a provider says in a mail, each act in a commit of its own together with the mail that it was done by. */
export async function* heeding(
  { stored, known, words, digests, context }: Heard,
  at: Instant,
  deps: Deps,
): AsyncGenerator<EffectsBy, boolean, boolean> {
  const mails = mailStore(deps.table);
  const ask = async (because: string, over = stored, now: Mail = known): Promise<Effects> => {
    const next: Mail = { ...now, state: 'asked', because };
    return together({ saves: [mails.save(next, over)] }, await mailTask(next, 'asked', at, deps));
  };
  const acts = understand(words, dateOf(at));
  if (!acts) return yield await ask('not-understood');
  const { orderId, providerId } = known;
  if (orderId === undefined) return yield await ask('about-nothing');

  const caller: Caller = { userId: `epost-${providerId}`, role: 'provider', caseload: '', providerId };
  let now = stored;
  let used: Stored<Reply> | undefined = context?.reply;
  for (const act of acts) {
    if (used?.entity.used.includes(act.act)) return yield await ask('already-said', now, { ...known, ...now.entity });
    const outcome = await providerActs(act, orderId, { caller, at }, deps);
    if (!outcome.ok) return yield await ask(outcome.code, now, { ...known, done: now.entity.done });
    const done = [...(now.entity.done ?? []), act.act];
    const next: Mail = {
      ...known,
      acts: [...acts],
      done,
      state: done.length === acts.length ? 'acted' : 'waiting',
      wakesAt: at,
    };
    if (next.state === 'acted') delete next.wakesAt;
    const marks = done.length === 1 ? digests.map((digest) => mails.mark(digest, known.id)) : [];
    const spent =
      used && context
        ? [replyStore(deps.table).save(context.token, { ...used.entity, used: [...used.entity.used, act.act] }, used)]
        : [];
    const committed = yield {
      by: caller,
      ...together({ saves: [mails.save(next, now), ...marks, ...spent] }, outcome.effects),
    };
    if (!committed) return false;
    now = { entity: next, version: now.version + 1 };
    used = used && { entity: { ...used.entity, used: [...used.entity.used, act.act] }, version: used.version + 1 };
  }
  return true;
}
