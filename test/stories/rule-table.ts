import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../fixtures/rules.json' with { type: 'json' };
import { notYet, recordedOnly } from './recorded-only.ts';

const root = join(import.meta.dirname, '../..');
export const tablePath = join(import.meta.dirname, 'rules.md');
export const { rules, readings } = catalogue;

const places = '{functions,shared,infra/local}/**/*.ts';
const rule = /\b(?:[BHLMS]-\d\d|A\d\d)\b/g;
/** `L-66–69`, `S-36, S-37`: of the first kind every rule between the two is cited. */
const range = /\b([BHLMS])-(\d\d)(?:–|\.\.)(?:\1-)?(\d\d)\b/g;

function between([, seed = '', first = '', last = '']: RegExpMatchArray): readonly string[] {
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, n) => `${seed}-${String(Number(first) + n).padStart(2, '0')}`);
}

/** Every id in a text that reads as a rule's or a reading's. */
export const citedIn = (text: string): ReadonlySet<string> =>
  new Set([...(text.match(rule) ?? []), ...[...text.matchAll(range)].flatMap(between)]);

/** Every id that the code cites, with the files that do. */
export function citations(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of globSync(places, { cwd: root }).sort()) {
    for (const id of citedIn(readFileSync(join(root, path), 'utf8'))) found.set(id, [...(found.get(id) ?? []), path]);
  }
  return found;
}

/** How a rule stands: the files that carry it out, or why none does. */
export function standing(id: string, files: readonly string[]): string {
  if (files.length > 0) return files.map((path) => `[${path}](../../${path})`).join('<br>');
  if (recordedOnly[id]) return `*recorded only*: ${recordedOnly[id]}`;
  return notYet[id] ? `*not built yet*: ${notYet[id]}` : '**carried out by nothing**';
}

const seeds = [
  ['L', 'Leksand: ordering and follow-up (2014-07-24)'],
  ['S', 'SN/2016:840-700: choice, re-choice and assignment (2017-01-01)'],
] as const;

/** The rules of the two routines about orders and months, each with the files that cite it, as Markdown. */
export function ruleTable(cited = citations()): string {
  const parts = seeds.map(([seed, title]) => {
    const lines = rules
      .filter(({ id }) => id.startsWith(`${seed}-`))
      .map(({ id, statement }) => `| ${id} | ${statement} | ${standing(id, cited.get(id) ?? [])} |`);
    return [`## ${title}`, '', '| rule | says | carried out by |', '|---|---|---|', ...lines, ''].join('\n');
  });
  const head = [
    '# Where the rules are carried out',
    '',
    'Made by `npm run rules` from the citations in the code; a test holds it to them. What is not cited is recorded',
    'only, and [recorded-only.ts](recorded-only.ts) says why.',
    '',
  ].join('\n');
  return [head, ...parts].join('\n');
}
