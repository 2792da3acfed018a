import { expect, it } from 'vitest';
import { changedAccount } from '../../../../functions/providers/saving/payee-account.ts';

it('an account is another when its digits are, not when it is written otherwise (L-40)', () => {
  expect(changedAccount({ bankgiro: '5050-1055' }, { bankgiro: '50501055' })).toBeUndefined();
  expect(changedAccount({}, {})).toBeUndefined();
  expect(changedAccount({}, { plusgiro: '12345-6' })).toEqual({ was: '-', is: 'plusgiro 12345-6' });
  expect(changedAccount({ bankgiro: '5050-1055' }, { plusgiro: '5050-1055' })).toEqual({
    was: 'bankgiro 5050-1055',
    is: 'plusgiro 5050-1055',
  });
});
