import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  askedBecause,
  filesRefusals,
  orderRefusals,
  unreadFiles,
} from '../../../functions/mail/answering/refusal-words.ts';
import { StopReason } from '../../../functions/mail/mail.ts';
import { notUnderstood } from '../../../functions/mail/reading/understanding.ts';
import { otherDoubts } from '../../../functions/mail/reading/understood.ts';
import { refusalInWords } from '../../../shared/domain/letters/mail-answers.ts';
import { en } from '../../../shared/messages/en.ts';
import { sv } from '../../../shared/messages/sv.ts';

const root = join(import.meta.dirname, '..', '..', '..', 'functions', 'mail');
const code = /'([a-z]+(?:-[a-z]+)+)'/g;

/** Every code that a file gives as the reason why a mail waits for a person, wherever it is written. */
const written = ['acting', 'reading', 'judging', 'submitting'].flatMap((folder) =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const text = readFileSync(join(root, folder, name), 'utf8');
    const said = [
      ...text.matchAll(
        /because:[^\n]*|\b(?:ask|asked|wonder|wrong)\([^\n]*|\bwhy: [^\n]*|function (?:doubtOf|filesDoubt|otherFile)[\s\S]*?\n}/g,
      ),
      ...text.matchAll(/const because = [^\n]*/g),
    ];
    return said.flatMap(([line]) => [...line.matchAll(code)].map(([, one = '']) => one));
  }),
);
const known = [
  ...[...notUnderstood, ...otherDoubts],
  ...[askedBecause, orderRefusals, filesRefusals, unreadFiles].flatMap((words) => Object.keys(words)),
  ...StopReason.options.map((one) => `mail-stopped-${one}`),
];
/** What stands in such lines and is no reason. */
const noReason = new Set([
  ...StopReason.options,
  'not-executed',
  'month-asked',
  'question-in-system',
  'visit-ahead',
  'month-refused',
]);
const reasons = [...new Set([...written, ...known])].filter((one) => !noReason.has(one)).sort();

describe('each reason why a mail waits is told in words to whoever reads it', () => {
  it('is found where it is written', () => {
    for (const one of ['mail-not-to-us', 'start-ahead', 'start-far', 'day-missing', 'two-of-report', 'picture-beside'])
      expect(reasons).toContain(one);
    expect(reasons.length).toBeGreaterThan(60);
  });
  it.each(reasons)('%s', (reason) => {
    for (const catalogue of [sv, en] as readonly Readonly<Record<string, string>>[])
      expect(catalogue[reason]).toMatch(/^\p{Lu}.*\.$/u);
  });
});

describe('and to whoever wrote it, with what is missing', () => {
  it.each(Object.values(askedBecause))('%s', (reason) => {
    expect(refusalInWords(reason)).toMatch(/^\p{Lu}.+\.$/u);
    expect(refusalInWords(reason)).not.toMatch(/\b[a-z]+-[a-z]+\b/);
  });
});
