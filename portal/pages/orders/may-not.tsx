import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { isOfDead } from './acts/title-of.ts';
import type { OrderShown } from './order-form.ts';
import { worksAtProvider } from './role.ts';

/** Why a new order cannot be refused: the pack lets a provider with a ceiling say no before it has confirmed (A58). */
function whyNoRefusal({ state, next, choice }: OrderShown): 'ceiling' | 'takenOver' | 'confirmed' | undefined {
  if (!worksAtProvider() || next.includes('rejectOrder')) return undefined;
  if (state === 'confirmed') return 'confirmed';
  if (state !== 'placed') return undefined;
  return choice?.how === 'SWITCHED' || choice?.how === 'MOVED' ? 'takenOver' : 'ceiling';
}

/** What is not offered and why, where somebody would look for it: a customer who has died, an order that stays. */
export function MayNot({ order }: { readonly order: OrderShown }) {
  const { acts } = useWords();
  const why = whyNoRefusal(order);
  const { ending } = order;
  if (isOfDead(order) && ending?.diedOn !== undefined)
    return <Notice tone="info" title={acts.diedOn(shortDate(ending.diedOn, true))} />;
  return why ? <p class="soft">{acts.mayNotReject[why]}</p> : null;
}
