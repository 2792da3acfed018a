import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogue from '../fixtures/rules.json' with { type: 'json' };
import examples from '../fixtures/worked-examples.json' with { type: 'json' };
import { breakers } from './breakers.ts';
import { deciders } from './deciders.ts';
import { notYet, recordedOnly } from './recorded-only.ts';

const root = join(import.meta.dirname, '../..');
export const tablePath = join(import.meta.dirname, 'rules.md');
export const { rules } = catalogue;
const { ambiguities, deadlines, letters, jobs } = catalogue;

const cases = examples.map(({ id, given, expected }) => ({ id, statement: `${given}: ${expected}` }));
/** Everything that a citation can name, with the sentence that it stands for. */
export const lookedUp: ReadonlyMap<string, string> = new Map(
  [...rules, ...ambiguities, ...deadlines, ...letters, ...jobs, ...cases].map(({ id, statement }) => [id, statement]),
);

const places = '{functions,shared,infra/local}/**/*.ts';
const cited = /(?<!BR-)\b(?:[BHLMS]-\d\d|[ADEJMN]\d\d)\b/g;
/** `L-66–69`, `S-36..37`, `S-43 to S-45`, `A20–A24`: of the first kind every one between the two is cited. */
const range = /\b([BHLMS]-|[ADEN])(\d\d)(?:(?:–|\.\.)(?:\1)?| to \1)(\d\d)\b/g;

function between([, kind = '', first = '', last = '']: RegExpMatchArray): readonly string[] {
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, n) => `${kind}${String(Number(first) + n).padStart(2, '0')}`);
}

/** Every id in a text that reads as that of a rule, a reading, a deadline, a letter, a job or a worked example. */
export const citedIn = (text: string): ReadonlySet<string> =>
  new Set([...(text.match(cited) ?? []), ...[...text.matchAll(range)].flatMap(between)]);

/** Every id that the code cites, with the files that do. */
export function citations(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of globSync(places, { cwd: root }).sort()) {
    for (const id of citedIn(readFileSync(join(root, path), 'utf8'))) found.set(id, [...(found.get(id) ?? []), path]);
  }
  return found;
}

/** Whether a rule is carried out, or why it is not. */
export function standing(id: string, files: readonly string[]): string {
  if (files.length > 0) return 'carried out';
  if (recordedOnly[id]) return `*recorded only*: ${recordedOnly[id]}`;
  return notYet[id] ? `*not built yet*: ${notYet[id]}` : '**carried out by nothing**';
}

/** The one file that decides a rule, as `deciders.ts` says it. */
export const deciderOf = (id: string): string | undefined => deciders.find(([, ids]) => ids.includes(id))?.[0];

const link = (path: string) => `[${path}](../../${path})`;
const table = (head: readonly string[], lines: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);

type Catalogue = readonly { readonly id: string; readonly statement: string }[];
type Rules = readonly (typeof rules)[number][];
type Citations = ReadonlyMap<string, readonly string[]>;

/** The test that goes red when the rule is taken away, with what stands in its name. */
function brokenBy(id: string): string {
  const breaker = breakers.find(({ rule }) => rule === id);
  return breaker ? `${link(breaker.test)}: ${breaker.name}` : '';
}

function ruleLines(of: Rules, cites: Citations): readonly string[] {
  return table(
    ['rule', 'says', 'breach', 'decided in', 'broken by', 'cited in'],
    of.map(({ id, statement, breach }) => {
      const files = cites.get(id) ?? [];
      const decider = deciderOf(id);
      if (files.length === 0) return [id, statement, breach, standing(id, files), '', ''];
      const others = files.filter((path) => path !== decider);
      return [id, statement, breach, decider ? link(decider) : '', brokenBy(id), others.map(link).join('<br>')];
    }),
  );
}

const citedLines = (kind: string, of: Catalogue, cites: Citations): readonly string[] =>
  table(
    [kind, 'says', 'cited in'],
    of.map(({ id, statement }) => [id, statement, (cites.get(id) ?? []).map(link).join('<br>')]),
  );

const seeds = [
  ['L', 'Leksand: ordering and follow-up (2014-07-24)'],
  ['S', 'SN/2016:840-700: choice, re-choice and assignment (2017-01-01)'],
] as const;
/** Of these routines the table has the rules that code cites, until their part of the system is built. */
const later = [
  ['B', 'Botkyrka: purchase of home-care hours (2024-03-04)'],
  ['H', 'Helsingborg: personal assistance performed by home care (2022-12-08)'],
  ['M', 'Halmstad: sale of services (2016-01-01)'],
] as const;

/**
 * What the code cites, as Markdown: the rules of the two routines about orders and months, each with the one file that
 * decides it and those that cite it; what is cited of the other three; and the sentence behind every other id.
 */
export function ruleTable(cites = citations()): string {
  const ofSeed = (seed: string) => rules.filter(({ id }) => id.startsWith(`${seed}-`));
  const parts = [
    ...seeds.map(([seed, title]) => [title, ruleLines(ofSeed(seed), cites)] as const),
    ...later.map(([seed, title]) => {
      const some = ofSeed(seed).filter(({ id }) => cites.has(id));
      return [title, some.length > 0 ? ruleLines(some, cites) : ['Nothing of it is cited.']] as const;
    }),
    ['Ambiguities (A): the reading taken', citedLines('reading', ambiguities, cites)] as const,
    ['Deadlines (D)', citedLines('deadline', deadlines, cites)] as const,
    ['Letters (N, M)', citedLines('letter', letters, cites)] as const,
    [
      'Jobs (J) and worked examples (E) that are cited',
      citedLines(
        'id',
        [...jobs, ...cases].filter(({ id }) => cites.has(id)),
        cites,
      ),
    ] as const,
  ];
  return [
    '# What the code cites, and where each rule is decided',
    '',
    'Made by `npm run rules` from the citations in the code, [rules.json](../fixtures/rules.json) and',
    '[deciders.ts](deciders.ts); a test holds it to them. What is decided elsewhere is only cited: a letter that tells of',
    'it, a type that holds it, an entry that calls the rule. What is not cited is recorded only, and',
    '[recorded-only.ts](recorded-only.ts) says why. An empty last column: nothing in this version has come to it.',
    '',
    'A breach is refused (`BLK`), overdue (`OVD`), remarked on (`WRN`) or only written down (`LOG`). Each rule of the first',
    'two routines that is refused or overdue is taken away by a change in [breakers](breakers.ts), and the test that it is',
    '“broken by” then goes red: `npm run break-rules`.',
    '',
    ...parts.flatMap(([title, lines]) => [`## ${title}`, '', ...lines, '']),
  ].join('\n');
}
