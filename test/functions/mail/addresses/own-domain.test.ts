import { expect, it } from 'vitest';
import { ownDomainOf } from '../../../../functions/mail/addresses/own-domain.ts';

it.each([
  ['kommun.se', 'kommun.se'],
  ['post.vard.kommun.se', 'kommun.se'],
  ['firma.co.uk', 'firma.co.uk'],
  ['firma.github.io', 'firma.github.io'],
  ['kommun.example', 'kommun.example'],
  ['xn--utfrare-c1a.example', 'xn--utfrare-c1a.example'],
  ['co.uk', undefined],
  ['github.io', undefined],
  ['se', undefined],
])('of %s, %s is somebody’s own', (domain, own) => {
  expect(ownDomainOf(domain)).toBe(own);
});
