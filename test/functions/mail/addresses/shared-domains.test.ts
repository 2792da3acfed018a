import { expect, it } from 'vitest';
import { isSharedDomain } from '../../../../functions/mail/addresses/shared-domains.ts';

it.each([
  ['gmail.com', true],
  ['outlook.com', true],
  ['telia.com', true],
  ['firma.onmicrosoft.com', true],
  ['mail.gmail.com', true],
  ['yahoo.co.uk', true],
  ['hotmail.fr', true],
  ['se', true],
  ['co.uk', true],
  ['github.io', true],
  ['outlook.firma.example', false],
  ['utforare.example', false],
  ['notgmail.com', false],
  ['gmail.com.example', false],
])('%s: %s', (domain, is) => {
  expect(isSharedDomain(domain)).toBe(is);
});
