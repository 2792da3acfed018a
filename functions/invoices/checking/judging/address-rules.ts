import { type BusinessRule, faultWhen } from './business-rule.ts';
import { refersTo } from './reference.ts';

const squashed = (text: string): string => text.toLocaleLowerCase('sv').replace(/[^\p{L}\p{N}]/gu, '');

/** Invoices go to one address, which the statement says (L-35); a file of figures has none. */
export const wrongAddress: BusinessRule = {
  rule: 'L-35',
  code: 'WRONG_ADDRESS',
  level: 'warning',
  judge: ({ address, places }, { statement }) => {
    if (address === undefined) return [];
    const written = squashed(address.join(' '));
    const wanted = statement.invoiceAddress.split(/[\n,]/).map(squashed);
    const isThere = wanted.every((line) => written.includes(line));
    return faultWhen(
      !isThere,
      places.address,
      'Fakturan ska ställas till den fakturaadress som står på sammanställningen.',
    );
  },
};

/** Without its reference an invoice is found by seller, month and amount. */
export const noReference: BusinessRule = {
  rule: 'L-40',
  code: 'NO_REFERENCE',
  level: 'warning',
  judge: ({ texts, places }, { statement }) =>
    faultWhen(
      !refersTo(texts, statement.reference),
      places.number,
      'Fakturan saknar sammanställningens referens. Den har hittats på säljare, månad och belopp.',
    ),
};
