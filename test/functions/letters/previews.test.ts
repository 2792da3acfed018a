import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { previews } from '../../../functions/letters/previews.ts';
import { LetterKind, letterKinds } from '../../../shared/domain/letter-kinds.ts';

const all = previews();
const root = join(import.meta.dirname, '..', '..', '..');

it('shows every kind, each variant in words of its own', () => {
  expect([...new Set(all.map(({ kind }) => kind))]).toEqual(LetterKind.options);
  const said = Map.groupBy(all, ({ kind, subject, text }) => `${kind}\n${subject}\n${text}`);
  const alike = [...said.values()].filter((some) => some.length > 1);
  expect(alike.map((some) => some.map(({ kind, variant }) => `${kind} ${variant}`))).toEqual([]);
  expect(all.length).toBeGreaterThan(120);
});

it('knows every variant that the records have words, a subject or a form for', () => {
  const shown = (kind: string) => all.filter((one) => one.kind === kind).map(({ variant }) => variant ?? '');
  const texts = globSync('shared/domain/letters/*-letters.ts', { cwd: root }).map((path) =>
    readFileSync(join(root, path), 'utf8'),
  );
  const named = texts.flatMap((text) =>
    text.split(/\n {2}(?=[A-Z]\d\d: \{)/).flatMap((record) => {
      const kind = record.slice(0, 3);
      if (!LetterKind.safeParse(kind).success) return [];
      const { subjects = {}, repliesTo = {} } = letterKinds[LetterKind.parse(kind)];
      const compared = [...record.matchAll(/variant === '([^']+)'/g)].map(([, name = '']) => name);
      return [...new Set([...compared, ...Object.keys(subjects), ...Object.keys(repliesTo)])].map(
        (name) => [kind, name] as const,
      );
    }),
  );
  expect(named.length).toBeGreaterThan(40);
  // What has the usual words: a whole month that has come in.
  const usual = ['N14 complete'];
  const unknown = named.filter(([kind, name]) => !shown(kind).includes(name)).map((one) => one.join(' '));
  expect(unknown.filter((one) => !usual.includes(one))).toEqual([]);
});

it('is whole in each: nothing missing, nothing twice, no code, never called brev', () => {
  for (const { kind, variant, subject, text, html } of all) {
    const what = `${kind} ${variant}`;
    expect(`${subject}\n${text}`, what).not.toMatch(
      /undefined|null|NaN|[^\S\n]{2}|\n{3}|\s[.,:]|\.\.|\b[Bb]rev|[A-Z]+_[A-Z]|\b[NM]\d\d\b/,
    );
    expect(text.trimEnd().split('\n\n')[0]?.split('\n'), what).toHaveLength(4);
    expect(html, what).toContain('<html lang="sv">');
    // Once among its lines, and once more beneath a long list.
    const links = text.includes(' till. Se vad') ? 2 : 1;
    expect(html.match(/<a href="https:\/\/utfort\.example\/#\/exempel">/g), what).toHaveLength(links);
    expect(html, what).not.toMatch(/<img|<style|<script|http-equiv|src=|on\w+=/i);
  }
});
