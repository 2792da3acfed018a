import { expect, it } from 'vitest';
import { tableShape } from '../../../shared/aws/table-shape.ts';

it('names each index as DynamoDB demands, though the emulator does not', () => {
  for (const index of tableShape.indexes) expect(tableShape.nameOfIndex(index)).toMatch(/^[A-Za-z0-9_.-]{3,255}$/);
});
