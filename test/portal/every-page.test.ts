import { globSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { parts } from './pages.ts';

// The router reads the address of a browser, which this test needs none of.
vi.stubGlobal('location', { hash: '' });
vi.stubGlobal('addEventListener', () => undefined);
const { paramsIn } = await import('../../portal/app/router.ts');
const { pages } = await import('../../portal/pages/pages.ts');

const looked = Object.values(parts).flat();
const addresses = looked.map(({ hash }) => hash.replace(/^#/, '').replace(/\?.*$/, ''));

/** What one comes to only by doing something, which is looked at where that is done. */
const elsewhere = [
  '/manad',
  '/manad/:month/inlamning',
  '/manad/:month/:providerId/justeringar',
  '/manad/:month/:providerId/slutavrakning',
  '/manad/:month/:providerId/underlag',
  '/nagon-annan',
  '/handlingar/:month/:providerId/:recordId',
  '/kop/:purchaseId/avtal',
];

describe('every page is looked at', () => {
  it('in a part that a file of its own looks at', () => {
    const files = Object.keys(parts).map((part) => `every-page-${part}.test.ts`);
    expect(globSync('every-page-*.test.ts', { cwd: import.meta.dirname }).toSorted()).toEqual(files.toSorted());
  });

  it('once, with a picture of its own', () => {
    const names = looked.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('and none is forgotten', () => {
    const paths = new Set(pages.map(({ path }) => path));
    const missed = [...paths].filter((path) => !addresses.some((address) => paramsIn(path, address)));
    expect(missed.toSorted()).toEqual(elsewhere.toSorted());
  });
});
