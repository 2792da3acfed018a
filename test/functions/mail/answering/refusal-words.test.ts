import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  codeOf,
  filesRefusals,
  orderRefusals,
  unreadFiles,
} from '../../../../functions/mail/answering/refusal-words.ts';
import { type MailRefusal, refusalInWords } from '../../../../shared/domain/letters/mail-answers.ts';
import { refuse } from '../../../../shared/domain/result.ts';
import { en } from '../../../../shared/messages/en.ts';
import { sv } from '../../../../shared/messages/sv.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** Where the doors that mail acts through say no, and what else is refused in the same files, by nobody’s mail. */
const orderFiles = [
  'placing/confirming-step',
  'placing/confirmation',
  'placing/rejecting-step',
  'placing/rejection',
  'starting/first-visit-step',
  'starting/correct-visit-step',
  'starting/corrected-visit',
  'starting/execution',
  'starting/not-executed-step',
  'starting/not-executed',
  'steps/load-order',
  'steps/load-order-and-routine',
  'steps/order-step',
  'steps/stated-guard-step',
  'arrangement',
].map((name) => `functions/orders/${name}.ts`);
const filesFiles = [
  ...[
    'drafting/drafting-step',
    'signing/load-submission',
    'load-basis',
    'checks/load-dry-run',
    'dry-run/file-header',
  ].map((name) => `functions/months/${name}.ts`),
  ...['drafting-basis-step', 'performed-rows', 'hand-in'].map((name) => `functions/purchases/basis/${name}.ts`),
];
const routine = 'shared/stores/routine.ts';
const elsewhere = new Set([
  // That an officer sets an order as executed.
  ...['first-visit-not-told', 'not-first-visit-day'],
  // That a dry run is read again, and that a basis is handed in.
  ...['dry-run-not-found', 'too-many-lines'],
  'unit-not-found',
]);

/** Every code that some files refuse with, or find a fault of. */
const codesIn = (paths: readonly string[]): readonly string[] => [
  ...new Set(
    paths.flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const refused = [...text.matchAll(/(?:refuse|refused)\(\s*'?\w+'?,\s*'([\w-]+)'/g)];
      const faulty = [...text.matchAll(/(?:faulty\(|\bcode: )'([a-z]+-[\w-]+)'/g)];
      return [...refused, ...faulty].map(([, code = '']) => code).filter((code) => !elsewhere.has(code));
    }),
  ),
];

describe('each code that a door may answer a mail with has words of its own', () => {
  it.each([
    ['of an order', codesIn([...orderFiles, routine]), orderRefusals, 18],
    ['of files', codesIn([...filesFiles, routine]), filesRefusals, 11],
  ])('%s', (_, codes, told, most) => {
    expect(codes.length).toBeGreaterThanOrEqual(most);
    expect(codes.filter((code) => !Object.hasOwn(told, code))).toEqual([]);
  });

  const all = Object.entries<MailRefusal>({ ...orderRefusals, ...filesRefusals, ...unreadFiles });

  it.each(all)('%s, to the sender and to whoever reads the mail, in both languages', (code, answer) => {
    expect(refusalInWords(answer)).toMatch(/^\p{Lu}.+\.$/u);
    expect(refusalInWords(answer)).not.toMatch(/gick inte att göra|kunde inte göras|\b[A-Z]+_[A-Z]/);
    expect(refusalInWords(answer)).not.toBe(refusalInWords('other'));
    for (const catalogue of [sv, en] as readonly Readonly<Record<string, string>>[])
      expect(catalogue[code], code).toMatch(/^\p{Lu}.+\.$/u);
  });
});

it('the first fault of what was sent says more than that something was wrong', () => {
  const of = (...codes: readonly string[]) =>
    codeOf(
      refuse(
        'invalid',
        'bad-request',
        codes.map((code) => ({ at: 'body', code })),
      ),
    );
  expect(of('service-repeated', 'service-not-ordered')).toBe('service-repeated');
  expect(of('something-new')).toBe('bad-request');
  expect(of()).toBe('bad-request');
  expect(codeOf(refuse('conflict', 'order-closed'))).toBe('order-closed');
});
