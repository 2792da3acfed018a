import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { portalFolder } from '../../infra/portal/build.ts';

const weigh = (name: string): number => gzipSync(readFileSync(join(portalFolder, name)), { level: 9 }).byteLength;
const filesLike = (pattern: string): readonly string[] => globSync(pattern, { cwd: portalFolder });
const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/** The scripts that a script names, by a pattern. */
const namedIn = (name: string, pattern: RegExp): readonly string[] =>
  [...readFileSync(join(portalFolder, name), 'utf8').matchAll(pattern)].map(([, other]) => `assets/${other}`);

/** A script with everything that it cannot do without. */
function withNeeds(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of namedIn(name, /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) withNeeds(other, found);
  return found;
}

it('stays within its budget: what a person fetches for any page in one language, every style sheet, and no font', () => {
  const entry =
    /src="\.\/(assets\/[\w.-]+\.js)"/.exec(readFileSync(join(portalFolder, 'index.html'), 'utf8'))?.[1] ?? '';
  const later = [...withNeeds(entry)].flatMap((name) => namedIn(name, /import\(["'`]\.\/([\w.-]+\.js)/g));
  const isLanguage = (name: string) => /assets\/(?:sv|en)-/.test(name);
  const isOfAnArea = (name: string) => /assets\/\w+-words-/.test(name);
  // Every page with the words of all pages, and with those of the area that has the most to say.
  const words = Math.max(...later.filter(isLanguage).map(weigh)) + Math.max(...later.filter(isOfAnArea).map(weigh));
  // What has forms of steps says what the orders' forms say, beside its own.
  const orders = Math.max(...later.filter((name) => /assets\/orders-words-/.test(name)).map(weigh));
  const speaksOrdersToo = (name: string) => /assets\/(?:messages|switches)-/.test(name);
  const pages = later
    .filter((name) => !isLanguage(name) && !isOfAnArea(name))
    .map((name) => ({
      name,
      bytes:
        sum([...withNeeds(name, new Set(withNeeds(entry)))].map(weigh)) + words + (speaksOrdersToo(name) ? orders : 0),
    }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const [heaviest] = pages;
  const all = sum(filesLike('**/*.js').map(weigh));
  const css = sum(filesLike('**/*.css').map(weigh));
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.info(
    `portal (gzip): JS for the heaviest page ${kB(heaviest?.bytes ?? 0)} (${heaviest?.name}), all pages and languages ${kB(all)}; CSS ${kB(css)}`,
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(heaviest?.bytes).toBeLessThanOrEqual(40_000);
  expect(css).toBeLessThanOrEqual(30_000);
  expect(filesLike('**/*.{woff,woff2,ttf,otf}')).toEqual([]);
});

it('holds nothing inline and nothing from elsewhere', () => {
  const page = readFileSync(join(portalFolder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});
