type Accounts = { readonly bankgiro?: string | undefined; readonly plusgiro?: string | undefined };

const digits = (account: string | undefined): string => (account ?? '').replace(/\D/g, '');
const said = ({ bankgiro, plusgiro }: Accounts): string =>
  [...(bankgiro ? [`bankgiro ${bankgiro}`] : []), ...(plusgiro ? [`plusgiro ${plusgiro}`] : [])].join(', ') || '-';

/**
 * What the journal keeps when a provider is to be paid to another account, however it is written; undefined when it is
 * the same. An invoice that is held for its account stays held whatever is registered afterwards (`PAYEE_CHANGED`).
 */
export const changedAccount = (
  before: Accounts,
  after: Accounts,
): { readonly was: string; readonly is: string } | undefined =>
  digits(before.bankgiro) === digits(after.bankgiro) && digits(before.plusgiro) === digits(after.plusgiro)
    ? undefined
    : { was: said(before), is: said(after) };
