import { describe, expect, it } from 'vitest';
import { declaredIn, homonymsIn, sources } from './support/exported-names.ts';

/** So many names may be exported by two files for two things; what is kept says why. */
const most = 15;
const kept: Readonly<Record<string, string>> = {
  ways: 'the ways in of one capability; the registry adds them up',
  reach: 'how far one capability reaches; functions/reach.ts adds them up',
  run: 'a command of the command line, chosen by its file',
  en: 'a catalogue in English, chosen by its file',
  sv: 'a catalogue in Swedish, chosen by its file',
  unpaidOf: 'the same sum of a month’s line and of a signed one, which no page shows together',
};

describe('one name for one thing', () => {
  it('exports no name twice for two things, but for what is kept with a reason', () => {
    const found = homonymsIn(sources());
    const told = [...found].filter(([name]) => !Object.hasOwn(kept, name));
    expect(told.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
    expect(found.size, [...found.keys()].join(' ')).toBeLessThanOrEqual(most);
  });

  it('keeps none that has become one thing', () => {
    const found = homonymsIn(sources());
    expect(Object.keys(kept).filter((name) => !found.has(name))).toEqual([]);
  });

  it.each([
    ['two things', { 'shared/a.ts': 'export const a = 1;', 'infra/b.ts': 'export function a() {}' }, ['a']],
    ['a type and a value', { 'shared/a.ts': 'export type A = 1;', 'portal/b.tsx': 'export class A {}' }, ['A']],
    [
      'a part of a thing',
      { 'shared/a.ts': 'export const { a, b: [c] } = x;', 'infra/b.ts': 'export enum c {}' },
      ['c'],
    ],
    ['a thing and its type', { 'shared/a.ts': 'export const A = 1;\nexport type A = 1;' }, []],
    [
      'a thing passed on',
      { 'shared/a.ts': 'export const a = 1;', 'shared/door.ts': "export { a } from './a.ts';" },
      [],
    ],
    ['a thing of its own', { 'shared/a.ts': 'export const a = 1;', 'shared/b.ts': 'const a = 1;' }, []],
    ['two languages', { 'portal/en/a.ts': 'export const a = 1;', 'portal/sv/a.ts': 'export const a = 1;' }, []],
    ['two languages apart', { 'portal/a-en.ts': 'export const a = 1;', 'portal/a-sv.ts': 'export const a = 1;' }, []],
    ['two catalogues', { 'portal/en/a.ts': 'export const a = 1;', 'portal/sv/b.ts': 'export const a = 1;' }, ['a']],
  ])('counts %s', (_, files, names) => {
    expect([...homonymsIn(new Map(Object.entries(files))).keys()]).toEqual(names);
  });

  it('reads every kind of declaration', () => {
    const text =
      'export const a = 1, b = 2; export async function c() {} export interface D {} export let e; const f = 1;';
    expect([...declaredIn('a.ts', text)]).toEqual(['a', 'b', 'c', 'D', 'e']);
  });
});
