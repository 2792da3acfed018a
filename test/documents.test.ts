import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partitions } from '../functions/way-in.ts';
import manifest from '../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..');
const decisions = globSync('docs/decisions/[0-9]*.md', { cwd: root }).toSorted();
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'DEPLOY.md',
  'docs/words.md',
  'docs/decisions/README.md',
].concat(decisions);
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** What a document names as a file or a folder of the repository; `<area>` and `…` stand for something else. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:functions|shared|infra|portal|test|docs)\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/[<>…*]/.test(path));
/** Where it links to inside the repository. */
const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(((?!https?:|#)[^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
const scriptsIn = (text: string): readonly string[] =>
  [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);

describe('what the documents name is there', () => {
  it.each(documents)('%s', (document) => {
    const text = textOf(document);
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(linksIn(text).filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([]);
    expect(scriptsIn(text).filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('the table of access patterns', () => {
  const [, section = ''] = /## Access patterns\n([\s\S]*?)\n## /.exec(textOf('ARCHITECTURE.md')) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| question'));
  /** What each key of a row's last cell begins with, before the sort key after the stroke. */
  const named = rows.flatMap((row) => {
    const [, , , keys = ''] = row.split('|');
    return keys.split(';').flatMap((one) => [...(one.split(' / ')[0] ?? '').matchAll(/`([A-Z]+#?)/g)]);
  });

  it('has every partition, and no other', () => {
    expect([...new Set(named.map(([, partition]) => partition))].toSorted()).toEqual([...partitions].toSorted());
  });
});

describe('the table of capabilities', () => {
  const [, section = ''] = /\n\| capability \|([\s\S]*?)\n\n/.exec(textOf('ARCHITECTURE.md')) ?? [];
  const cells = section.split('\n').map((row) => row.split('|')[1] ?? '');

  it('has every folder of functions/, and no other', () => {
    const folders = readdirSync(join(root, 'functions'), { withFileTypes: true }).filter((one) => one.isDirectory());
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name));
    expect(named.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  });
});

describe('the decisions', () => {
  const index = textOf('docs/decisions/README.md');

  it.each(decisions)('%s is dated, whole and short, and stands in the index as it is called', (path) => {
    const text = textOf(path);
    const [, title, date] = /^# (.+)\n\n(\d{4}-\d\d-\d\d)\n/.exec(text) ?? [];
    const [, file = '', number] = /((\d{4})-[a-z-]+\.md)$/.exec(path) ?? [];
    expect(index).toContain(`| ${number} | ${date} | [${title}](${file}) |`);
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Refused',
      'Consequence',
    ]);
    expect(text.split(/\s+/).length).toBeLessThan(250);
  });

  it('are numbered in the order that they were made', () => {
    const dates = decisions.map((path) => /\n(\d{4}-\d\d-\d\d)\n/.exec(textOf(path))?.[1] ?? '');
    expect(dates).toEqual(dates.toSorted());
    expect(decisions.map((path) => Number(path.slice('docs/decisions/'.length).slice(0, 4)))).toEqual(
      decisions.map((_, n) => n + 1),
    );
  });
});
