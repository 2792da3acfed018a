import { expect, it } from 'vitest';
import { ByteNames, nextHash, startHash } from '../../../../functions/months/dry-run/byte-names.ts';

const find = (names: ByteNames, text: string): number => {
  const bytes = Buffer.from(`;${text};`);
  const hash = Buffer.from(text).reduce((sum, byte) => nextHash(sum, byte), startHash);
  return names.find(bytes, 1, bytes.length - 1, hash);
};

it('finds a name by its bytes, among thousands, and no other', () => {
  const names = new ByteNames();
  for (let number = 0; number < 5000; number += 1) expect(names.add(`Ä-${number}`)).toBe(number);
  expect(names.add('Ä-17')).toBe(17);
  for (let number = 0; number < 5000; number += 1) expect(find(names, `Ä-${number}`)).toBe(number);
  for (const text of ['', 'Ä', 'Ä-5000', 'Ä-1 ', 'ä-1', '-17']) expect(find(names, text)).toBe(-1);
});
