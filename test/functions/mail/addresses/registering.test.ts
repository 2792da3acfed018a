import { describe, expect, it } from 'vitest';
import { addressParts, alikeIn, notTheirs } from '../../../../functions/mail/addresses/registering.ts';
import type { Register } from '../../../../functions/mail/judging/sender.ts';

const register: Register = {
  exact: new Map([
    ['p1@ett.example', new Set(['P1'])],
    ['p2@tva.example', new Set(['P2'])],
    ['p2@gmail.com', new Set(['P2'])],
  ]),
  domains: new Map([['hel.example', 'P2']]),
};
const whyNot = (address: string, { isDomain = false, byMunicipality = false } = {}) =>
  notTheirs(
    { providerId: 'P1', isDomain, ...(addressParts(address) ?? { address, domain: '' }) },
    register,
    byMunicipality,
  );

describe('an address that is put forward as P1’s', () => {
  it.each([
    ['at its own domain', 'anna@ett.example', {}, undefined],
    ['at a domain of its own', 'anna@ny.example', { isDomain: true }, undefined],
    ['at its own domain, all of it', 'anna@ett.example', { isDomain: true }, undefined],
    ['where anybody may have one', 'anna@gmail.com', {}, undefined],
    ['where anybody may have one, all of it', 'anna@gmail.com', { isDomain: true }, 'domain-is-shared'],
    [
      'where anybody may have one, by the municipality',
      'a@gmail.com',
      { isDomain: true, byMunicipality: true },
      'domain-is-shared',
    ],
    ['another’s', 'P2@tva.example', {}, 'address-of-another'],
    ['another’s where anybody may have one', 'p2@gmail.com', {}, 'address-of-another'],
    ['at another’s domain', 'anna@tva.example', {}, 'address-of-another'],
    ['at another’s domain, by the municipality', 'anna@tva.example', { byMunicipality: true }, undefined],
    [
      'another’s domain, by the municipality',
      'anna@tva.example',
      { isDomain: true, byMunicipality: true },
      'address-of-another',
    ],
    ['at a domain that another has proven', 'anna@hel.example', { byMunicipality: true }, 'address-of-another'],
  ] as const)('%s', (_, address, more, why) => {
    expect(whyNot(address, more)).toBe(why);
  });
});

it('compares addresses as post takes them', () => {
  expect(addressParts('Anna@Utförare.example')).toEqual({
    address: 'anna@xn--utfrare-c1a.example',
    domain: 'xn--utfrare-c1a.example',
  });
  expect(addressParts('anna')).toBeUndefined();
});

it('sends a letter to one address again after ten minutes, and none once it is proven', () => {
  const at = '2026-11-02T08:00:00.000Z';
  const wanted = { providerId: 'P1', address: 'a@x.example', domain: 'x.example', isDomain: false };
  const known = { address: 'a@x.example', state: 'asked', askedAt: at };
  expect(alikeIn([known], wanted, '2026-11-02T08:09:59.000Z')).toMatchObject({ code: 'address-asked-lately' });
  expect(alikeIn([known], wanted, '2026-11-02T08:10:00.000Z')).toMatchObject({ ok: true, value: known });
  expect(alikeIn([{ ...known, state: 'proven' }], wanted, at)).toMatchObject({ code: 'address-known' });
  expect(alikeIn([{ ...known, domain: 'x.example' }], wanted, at)).toEqual({ ok: true, value: undefined });
});
