import { describe, expect, it } from 'vitest';
import { type Broken, brokenIn, flawOf } from '../../../shared/domain/broken-text.ts';

const found = (value: unknown): string[] =>
  [...brokenIn(value)].map(({ path, code }: Broken) => `${path.join('.')} ${code}`);

describe('text that cannot be kept, shown or signed', () => {
  it.each([
    ['half an emoji at the end', 'bra \ud83d', 'malformed-text'],
    ['the other half at the beginning', '\ude00 bra', 'malformed-text'],
    ['two halves in the wrong order', '\ude00\ud83d', 'malformed-text'],
    ['U+0000', 'a\u0000b', 'control-character'],
    ['an escape', '\u001b[31m', 'control-character'],
    ['a delete', 'a\u007f', 'control-character'],
    ['a whole emoji', 'bra 😀', undefined],
    ['a comment of several lines, with a tab', 'Rad ett\r\n\tRad två\n', undefined],
    ['å, ä and ö, composed or not', 'åäö a\u030a', undefined],
  ])('%s', (_what, text, code) => {
    expect(flawOf(text)).toBe(code);
  });

  it('is found wherever it stands, keys too, in the order that it stands', () => {
    const value = { a: ['x', '\ud83d'], b: { 'k\udc00': { c: '\u0000' } }, d: '\ud800', e: [[{ f: 'ok' }]] };
    expect(found(value)).toEqual([
      'a.1 malformed-text',
      'b.k\ufffd malformed-text',
      'b.k\ufffd.c control-character',
      'd malformed-text',
    ]);
    expect(found('\ud83d')).toEqual([' malformed-text']);
  });

  it('is looked for without recursion, however deep the value is', () => {
    const deep = (levels: number, inside: string): unknown =>
      JSON.parse(`${'['.repeat(levels)}${inside}${']'.repeat(levels)}`);
    expect([...brokenIn(deep(200_000, '"\\ud83d"'))].map(({ path }) => path.length)).toEqual([200_000]);
    expect(found(deep(200_000, '1'))).toEqual([]);
  });

  it('is looked for within bounds, where there are some', () => {
    const within = (value: unknown) =>
      [...brokenIn(value, { depth: 3, items: 4, values: 9 })].map(({ path, code }) => `${path.join('.')} ${code}`);
    expect(within({ a: { b: { c: 1 } } })).toEqual([]);
    expect(within({ a: { b: { c: [] } }, d: '\ud83d' })).toEqual(['a.b.c too-deep', 'd malformed-text']);
    expect(within({ a: [1, 2, 3, 4] })).toEqual([]);
    expect(within({ a: [1, 2, 3, 4, '\ud83d'] })).toEqual(['a too-much']);
    expect(within(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`k${n}`, n])))).toEqual([]);
    expect(within(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`k${n}`, n])))).toEqual([' too-much']);
  });
});
