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

/** What scripts fetch when it is asked for. */
const importedBy = (names: readonly string[]): readonly string[] =>
  names.flatMap((name) => namedIn(name, /import\(["'`]\.\/([\w.-]+\.js)/g));

const sourceOf = (path: string): string => readFileSync(join(import.meta.dirname, '../../portal', path), 'utf8');
const groupsIn = (text: string, pattern: RegExp): readonly (readonly string[])[] =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups);

/** The name of a chunk without the sign of its content. */
const plainName = (name: string): string => name.replace(/^assets\/(.*)-[\w-]{8}\.js$/, '$1');

/** The areas whose words go with a page, by the name of its file. */
const areasOf = new Map(
  groupsIn(sourceOf('pages/pages.ts'), /load:(.*?)import\('[\w./-]*\/([\w-]+)\.tsx'\)/gs).map(
    ([how = '', page = '']) => [page, groupsIn(how, /speaking\(\s*'(\w+)'/g).flat()],
  ),
);
/** The file in which each area keeps its words; it has the same name in every language. */
const wordsOf = new Map(
  groupsIn(sourceOf('messages/areas.ts'), /(\w+): \{\s*sv: \(\) => import\('\.\/sv\/([\w-]+)\.ts'\)/g).map(
    ([area = '', file = '']) => [area, file],
  ),
);

it('stays within its budget: what a person fetches for any page in one language, every style sheet, and no font', () => {
  const entry =
    /src="\.\/(assets\/[\w.-]+\.js)"/.exec(readFileSync(join(portalFolder, 'index.html'), 'utf8'))?.[1] ?? '';
  const later = importedBy([...withNeeds(entry)]);
  const isLanguage = (name: string) => /^(?:sv|en)$/.test(plainName(name));
  const isOfAnArea = (name: string) => [...wordsOf.values()].includes(plainName(name));
  // With the words of all pages, and with those of its own areas, in the language that has the most to say.
  const heaviestOf = (names: readonly string[]) => Math.max(...names.map(weigh));
  const wordsWith = (page: string): number =>
    heaviestOf(later.filter(isLanguage)) +
    sum(
      (areasOf.get(plainName(page)) ?? []).map((area) =>
        heaviestOf(later.filter((name) => plainName(name) === wordsOf.get(area))),
      ),
    );
  const pages = later
    .filter((name) => !isLanguage(name) && !isOfAnArea(name))
    .map((name) => ({ name, bytes: sum([...withNeeds(name, new Set(withNeeds(entry)))].map(weigh)) + wordsWith(name) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  expect(pages.map(({ name }) => plainName(name)).toSorted()).toEqual([...areasOf.keys()].toSorted());
  // A page of several rooms fetches each when somebody comes to it: what it weighs is the page with the room. A form that
  // is fetched when somebody opens it is no page.
  const rooms = pages.flatMap(({ name: page }) =>
    importedBy([page])
      .filter((name) => !later.includes(name) && plainName(name).endsWith('-page'))
      .map((name) => ({
        name,
        bytes:
          sum([...withNeeds(name, new Set(withNeeds(page, new Set(withNeeds(entry)))))].map(weigh)) + wordsWith(page),
      })),
  );
  const [heaviest] = [...pages, ...rooms].toSorted((a, b) => b.bytes - a.bytes);
  const all = sum(filesLike('**/*.js').map(weigh));
  const css = sum(filesLike('**/*.css').map(weigh));
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.info(
    `portal (gzip): JS for the heaviest page ${kB(heaviest?.bytes ?? 0)} (${heaviest?.name}), all pages and languages ${kB(all)}; CSS ${kB(css)}`,
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(heaviest?.bytes, heaviest?.name).toBeLessThanOrEqual(40_000);
  expect(css).toBeLessThanOrEqual(30_000);
  expect(filesLike('**/*.{woff,woff2,ttf,otf}')).toEqual([]);
});

it('holds nothing inline and nothing from elsewhere', () => {
  const page = readFileSync(join(portalFolder, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});
