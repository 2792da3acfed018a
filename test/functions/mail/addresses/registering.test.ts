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
  ours: new Set(['kommun.example']),
};
const whyNot = (
  address: string,
  { isDomain = false, byMunicipality = false, kind = 'private' as 'private' | 'municipal' } = {},
) =>
  notTheirs({ providerId: 'P1', kind, isDomain, ...(addressParts(address) ?? { address, domain: '' }) }, register, {
    byMunicipality,
    system: 'utfort@post.systemet.example',
  });

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
    ['what nobody has alone', 'anna@hemma.co.uk', {}, undefined],
    ['a public suffix', 'anna@co.uk', { isDomain: true }, 'domain-is-shared'],
    ['a public suffix of a firm’s', 'anna@github.io', { isDomain: true }, 'domain-is-shared'],
    ['a whole country', 'anna@se', { isDomain: true }, 'domain-is-shared'],
    ['the municipality’s domain', 'o1@kommun.example', { isDomain: true }, 'domain-of-municipality'],
    ['a domain beneath the municipality’s', 'o1@vard.kommun.example', { isDomain: true }, 'domain-of-municipality'],
    ['an address at the municipality’s', 'o1@kommun.example', {}, 'domain-of-municipality'],
    ['the same, by the municipality', 'o1@kommun.example', { byMunicipality: true }, 'domain-of-municipality'],
    ['a unit’s address at the municipality’s', 'natt@kommun.example', { kind: 'municipal' }, undefined],
    [
      'the municipality’s domain, by a unit of its own',
      'natt@kommun.example',
      { kind: 'municipal', isDomain: true },
      'domain-of-municipality',
    ],
    ['the system’s own address', 'utfort@post.systemet.example', { kind: 'municipal' }, 'address-of-ours'],
    ['the system’s domain', 'a@systemet.example', { isDomain: true }, 'domain-of-municipality'],
    ['beneath a domain that another has proven', 'a@b.hel.example', { isDomain: true }, 'address-of-another'],
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
