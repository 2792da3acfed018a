import { useOwnWords } from '../../app/language.ts';
import { hrefOf } from '../../app/router.ts';
import { useAsk } from '../../app/use-ask.ts';
import { en, sv } from './line-words.ts';

/** From a line to whom it is about: the customer, the file, and the orders at the provider whose month it is. */
export function LineLinks({ caseNo, providerId }: { readonly caseNo: string; readonly providerId: string }) {
  const own = useOwnWords(sv, en);
  const orders = useAsk('GET /cases/{caseNo}/orders', { path: { caseNo } }).value?.items ?? [];
  const links = [
    { href: hrefOf('/kunder/:caseNo', { caseNo }), text: own.toCustomer },
    { href: hrefOf('/arenden/:caseNo', { caseNo }), text: own.toCase },
    ...orders
      .filter((order) => order.providerId === providerId)
      .map(({ id }) => ({ href: hrefOf('/bestallningar/:orderId', { orderId: id }), text: own.toOrder(id) })),
  ];
  return (
    <p class="line-links">
      {links.map(({ href, text }) => (
        <a key={href} class="ds-link" href={href}>
          {text}
        </a>
      ))}
    </p>
  );
}
