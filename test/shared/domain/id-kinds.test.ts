import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idKinds, idMaker, idOf } from '../../../shared/domain/id-kinds.ts';
import { holdsPersonId } from '../../../shared/domain/person-id.ts';
import { answerFile } from '../../../shared/stores/answer-store.ts';

const root = join(import.meta.dirname, '../../..');
const time = Date.parse('2026-11-02T08:00:00Z');
const chance = fc.uint8Array({ minLength: 8, maxLength: 8 });

it('says what it names, when it was made, and something that nobody guesses', () => {
  expect(idOf('trad', time, Uint8Array.of(0, 1, 2, 3, 4, 5, 254, 255))).toBe(
    `trad-${time.toString(36)}-000102030405feff`,
  );
});

it('makes an order’s number short enough to say, of signs that nobody confuses', () => {
  expect(idOf('B', time, Uint8Array.of(0, 0, 31, 255, 15, 16, 9, 10))).toBe('B-A0ZZ-SG9A');
  fc.assert(
    fc.property(chance, (bytes) => {
      const number = idOf('B', time, bytes);
      expect(number).toMatch(/^B-[A-HJKMNP-S][0-9A-HJKMNP-TV-Z]{3}-[A-HJKMNP-S][0-9A-HJKMNP-TV-Z]{3}$/);
      expect(holdsPersonId(number)).toBe(false);
    }),
  );
});

it('tells orders of the same moment apart by their chance', () => {
  const made = fc.sample(chance, { numRuns: 1000, seed: 1 }).map((bytes) => idOf('B', time, bytes));
  expect(new Set(made).size).toBeGreaterThan(900);
});

it('calls every new kind by a whole word', () => {
  expect(Object.keys(idKinds).filter((kind) => !/^[a-z]{2,}$/.test(kind))).toEqual(['B', 'J']);
});

it('names no kind that nobody makes', () => {
  const text = globSync('{functions,shared,infra}/**/*.ts', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  const made = text.flatMap((one) => [...one.matchAll(/newId\('(\w+)'\)/g)].map(([, kind]) => kind));
  expect(Object.keys(idKinds).toSorted()).toEqual([...new Set([...made, answerFile])].toSorted());
});

it('are in the order that they were made in, a busy millisecond through', () => {
  let clock = time;
  const make = idMaker(
    () => clock,
    () => crypto.getRandomValues(new Uint8Array(8)),
  );
  const made = Array.from({ length: 600 }, (_, n) => {
    if (n % 200 === 199) clock += 1;
    return make('J');
  });
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(600);
});
