import type { RegisteredSeller } from '../../basis.ts';
import type { Invoice, Payee } from '../../reading/invoice.ts';
import { type BusinessRule, faultsAt, faultWhen } from './business-rule.ts';

/** The seller is the provider whose statement it is; where its number is not registered nothing can be said (L-40). */
export const wrongSeller: BusinessRule = {
  rule: 'L-40',
  code: 'WRONG_SELLER',
  level: 'blocking',
  judge: ({ sellerId, places }, { seller }) =>
    faultWhen(
      seller.orgNo !== undefined && sellerId !== seller.orgNo,
      places.seller,
      'Säljarens organisationsnummer är inte det som utföraren är registrerad med.',
    ),
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Whether an account is one that the provider has registered, of the kind that the invoice says it is. */
function isRegistered({ account, kind }: Payee, { bankgiro, plusgiro }: RegisteredSeller): boolean {
  const isA = (given: string | undefined, as: Payee['kind']) =>
    given !== undefined && (kind === undefined || kind === as) && digitsOf(given) === digitsOf(account);
  // Letters make an account another one, whatever digits are in it.
  return !/\p{L}/u.test(account) && (isA(bankgiro, 'bankgiro') || isA(plusgiro, 'plusgiro'));
}

const otherPayees = (invoice: Invoice, seller: RegisteredSeller): readonly string[] =>
  seller.bankgiro === undefined && seller.plusgiro === undefined
    ? []
    : invoice.payees.filter((payee) => !isRegistered(payee, seller)).map(({ at }) => at);

/** Money goes to the account that is registered; another is held until the administrator has telephoned. */
export const payeeChanged: BusinessRule = {
  rule: 'L-40',
  code: 'PAYEE_CHANGED',
  level: 'blocking',
  judge: (invoice, { seller }) =>
    faultsAt(
      [...otherPayees(invoice, seller), ...(invoice.otherPayee === undefined ? [] : [invoice.otherPayee])],
      'Kontot är inte det som utföraren har registrerat. Kommunen ringer utföraren innan något betalas.',
    ),
};
