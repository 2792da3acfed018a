import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** Where people's texts stand: the portal's catalogues and its pages' own words, sentences, letters, tasks, the PDF. */
const catalogues = globSync(
  [
    ...[
      'portal/messages/sv.ts',
      'portal/messages/sv/*.ts',
      'portal/pages/**/*words*.ts',
      'portal/pages/**/file-kind.ts',
    ],
    ...['shared/messages/*.ts', 'shared/domain/letters/*.ts', 'shared/packs/parameters.ts'],
    ...['shared/domain/{journal-events,deadline-kinds,role-kinds}.ts', 'functions/letters/*.ts'],
    ...[
      'functions/months/statement/*.ts',
      'functions/months/signing/*.ts',
      'infra/local/server/pages/preview-words.ts',
    ],
    'infra/local/server/pages/{verify,start,sign-in}-page*.ts',
  ],
  { cwd: root },
).toSorted();

const tables = textOf('docs/words.md').split('## Kept');
const rowsOf = (text = ''): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => /^\| (?!word |text |-)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const [list, kept] = tables.map(rowsOf);
const words = (list ?? []).map(([word = '', , never = '']) => ({ word, never: never.split(', ') }));

const letter = '[\\p{L}\\p{N}]';
/** A word as it stands in a text: whole, but for the ending that a star leaves open; `e-post` is none of `e-postadress`. */
const patternOf = (forbidden: string): RegExp => {
  const open = forbidden.endsWith('*');
  const text = (open ? forbidden.slice(0, -1) : forbidden).replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!${letter})${text}${open ? '' : `(?!${letter})`}`, 'iu');
};

/** The string literals of a source, without its comments. */
const stringsIn = (source: string): readonly string[] =>
  [...source.replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '').matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );

/** English has mail, too: a text in a file of both languages is Swedish by its letters or by one of its small words. */
const isSwedish = (text: string): boolean =>
  /[åäö]/i.test(text) || /(?<!\p{L})(?:och|att|det|den|som|en|ett|inte|har|till|av|med|din|er)(?!\p{L})/iu.test(text);
const isOfSwedishAlone = (path: string): boolean => /\/sv(?:\/|\.ts)|-sv\.ts$/.test(path);

const found = (path: string, source: string): readonly string[] =>
  stringsIn(source)
    .filter((text) => !text.startsWith('./'))
    .filter((text) => isOfSwedishAlone(path) || isSwedish(text))
    .filter((text) => !kept?.some(([said = '']) => text.includes(said)))
    .flatMap((text) =>
      words.flatMap(({ word, never }) =>
        never.filter((one) => patternOf(one).test(text)).map((one) => `${path}: ${one}, not ${word}: ${text}`),
      ),
    );

describe('one thing has one word', () => {
  it('in every catalogue', () => {
    expect(catalogues.length).toBeGreaterThan(50);
    expect(catalogues.flatMap((path) => found(path, textOf(path)))).toEqual([]);
  });

  it('in what the README says that one presses', () => {
    const plain = textOf('README.md').replaceAll('**', '');
    const pressed = [...plain.matchAll(/\*([^*]{1,80})\*/g)].map(([, text = '']) => text.replaceAll(/\s+/g, ' '));
    expect(pressed).toContain('Logga in och underteckna');
    // A domain's signature of a mail is no person's.
    const ours = pressed.filter((text) => text !== 'Signerat av avsändarens domän');
    expect(ours.flatMap((text) => found('portal/messages/sv/readme.ts', `'${text}'`))).toEqual([]);
  });

  it('and another word for it is found, whatever it ends in', () => {
    expect(words.length).toBeGreaterThan(10);
    const sv = 'portal/messages/sv/some.ts';
    for (const { never } of words)
      for (const one of never) expect(found(sv, `x: 'Se ${one.replace('*', '')} nu'`), one).not.toEqual([]);
    expect(found(sv, "x: 'Tidrapporten är signerad och skickad med e-post.'")).toHaveLength(4);
    expect(found(sv, "x: 'Skriv e-postadressen. Underskriften är din.'")).toEqual([]);
    expect(found('shared/messages/some.ts', "x: 'It came by mail.'")).toEqual([]);
  });

  it('keeps only what is still said', () => {
    const all = catalogues.map(textOf).join('\n');
    expect((kept ?? []).map(([said = '']) => said).filter((said) => !all.includes(said))).toEqual([]);
  });
});
