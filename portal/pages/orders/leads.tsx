import { shortDate } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { activeRole } from '../../sign-in/session.ts';
import { isOfDead } from './acts/title-of.ts';
import type { OrderShown } from './order-form.ts';

/** How much room the provider has left, where it has stated a ceiling (L-73, L-74). */
function Capacity({ providerId }: { readonly providerId: string }) {
  const { orders } = useWords();
  const path = { providerId };
  const { value } = useAsk('GET /settings/providers/{providerId}/capacity', { path });
  if (!value?.ceiling) return null;
  const { percentLeft, forecast } = value;
  return <p>{orders.capacity(percentLeft, forecast.full && shortDate(forecast.full, true))}</p>;
}

/** Where an order leads: another provider, a message about the case; and to the municipality, the provider's room. */
export function Leads({ order }: { readonly order: OrderShown }) {
  const { caseNo, providerId } = order;
  const { orders } = useWords();
  const role = activeRole();
  const about = { arende: caseNo };
  return (
    <section class="card">
      <h2>{orders.leads}</h2>
      {role === 'officer' || role === 'head' ? <Capacity providerId={providerId} /> : undefined}
      <div class="buttons">
        {role === 'officer' && !isOfDead(order) ? (
          <ButtonLink href={hrefOf('/byten/nytt', undefined, about)}>{orders.changeProvider}</ButtonLink>
        ) : undefined}
        {role === 'officer' || role === 'head' ? (
          <ButtonLink href={hrefOf('/kunder/:caseNo', { caseNo })}>{orders.toCustomer}</ButtonLink>
        ) : undefined}
        <ButtonLink href={hrefOf('/meddelanden/nytt', undefined, about)}>{orders.write}</ButtonLink>
      </div>
    </section>
  );
}
