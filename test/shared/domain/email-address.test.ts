import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiAddress, EmailAddress, EmailOrNone } from '../../../shared/domain/email-address.ts';

const long = (letters: number) => 'a'.repeat(letters);

describe('an address that a letter can go to', () => {
  it.each([
    ['p1@example.se', 'p1@example.se'],
    ['Anna.Prov+jour@Utforare.Example', 'Anna.Prov+jour@utforare.example'],
    ["o'prov_1-2@sub.kommun.example", "o'prov_1-2@sub.kommun.example"],
    ['info@hemtjänst.example', 'info@xn--hemtjnst-4za.example'],
    ['info@HEMTJÄNST.example', 'info@xn--hemtjnst-4za.example'],
    ['info@hemtja\u0308nst.example', 'info@xn--hemtjnst-4za.example'],
    ['info@xn--hemtjnst-4za.example', 'info@xn--hemtjnst-4za.example'],
    ['info@åäö.kommun.example', 'info@xn--4cab6c.kommun.example'],
    [`${long(64)}@example.se`, `${long(64)}@example.se`],
    [`a@${long(63)}.se`, `a@${long(63)}.se`],
  ])('%s is sent to as %s, and kept as it is written', (text, ascii) => {
    expect(asciiAddress(text)).toBe(ascii);
    expect(EmailAddress.parse(text)).toBe(text);
  });
});

describe('and what is none', () => {
  it.each([
    ['nothing', ''],
    ['a blank in it', 'p1@exa mple.se'],
    ['a blank before it', ' p1@example.se'],
    ['a blank behind it', 'p1@example.se '],
    ['a blank that does not break', 'p1@example.se\u00a0'],
    ['something that nobody sees', 'p1\u200b@example.se'],
    ['a line break and one more', 'p1@example.se\r\nBcc: x@example.se'],
    ['a line break behind it', 'p1@example.se\n'],
    ['two', 'p1@example.se, p2@example.se'],
    ['two with a semicolon', 'p1@example.se;p2@example.se'],
    ['two without a blank', 'p1@example.se,p2@example.se'],
    ['a name around it', 'Anna <p1@example.se>'],
    ['brackets', '<p1@example.se>'],
    ['a comment', 'p1(jour)@example.se'],
    ['quotes', '"p1"@example.se'],
    ['a group', 'alla:p1@example.se;'],
    ['two signs', 'p1@@example.se'],
    ['a route', 'p1%example.se@example.com'],
    ['no mailbox', '@example.se'],
    ['no domain', 'p1@'],
    ['no sign', 'p1.example.se'],
    ['å in its mailbox', 'åsa@example.se'],
    ['full width in its mailbox', 'ｐ1@example.se'],
    ['a dot first', '.p1@example.se'],
    ['a dot last in its mailbox', 'p1.@example.se'],
    ['two dots', 'p..1@example.se'],
    ['a dot at its end', 'p1@example.se.'],
    ['two dots in its domain', 'p1@example..se'],
    ['a domain of one word', 'p1@localhost'],
    ['an address of a machine', 'p1@127.0.0.1'],
    ['an address of a machine in brackets', 'p1@[127.0.0.1]'],
    ['a number for a domain', 'p1@1.2'],
    ['a hyphen first', 'p1@-example.se'],
    ['a hyphen last', 'p1@example-.se'],
    ['a port', 'p1@example.se:25'],
    ['a path', 'p1@example.se/x'],
    ['a domain that only seems to be in Punycode', 'p1@xn--\u00e5.example'],
    ['a dot that is none', 'p1@example\u3002se'],
    ['a mailbox that is too long', `${long(65)}@example.se`],
    ['a word that is too long', `a@${long(64)}.se`],
    ['a domain that is too long in ASCII', `a@${`${'å'.repeat(50)}.`.repeat(5)}se`],
    ['all of it too long', `a@${`${long(60)}.`.repeat(4)}example-domain`],
  ])('%s', (_what, text) => {
    expect(asciiAddress(text)).toBeUndefined();
    expect(EmailAddress.safeParse(text).success).toBe(false);
    expect(EmailOrNone.safeParse(text).success).toBe(text === '');
  });

  it('property: whatever is taken is ASCII, one mailbox, and itself when it is read again', () => {
    const part = fc.string({ unit: fc.constantFrom(...'ab1.-_+@,;:<>"()[]% \r\nåÄ\u200b'), maxLength: 12 });
    fc.assert(
      fc.property(part, part, (one, other) => {
        const address = asciiAddress(`${one}@${other}.se`);
        if (address === undefined) return;
        expect(address).toMatch(/^[\x21-\x7e]+$/);
        expect(address.split('@')).toHaveLength(2);
        expect(address).not.toMatch(/[,;:<>"()[\]%\s]/);
        expect(asciiAddress(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });
});
