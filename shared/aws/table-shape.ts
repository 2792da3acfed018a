/**
 * How the one table is laid out in DynamoDB, for the adapter that reads it and the stack that makes it. `pk` and `sk`
 * are its keys; each index projects keys only, under its own name: `g1pk`, `g1sk`. Knows no SDK.
 */
export const tableShape = {
  indexes: ['g1', 'g2', 'g3'],
  /** DynamoDB takes no index name shorter than three letters; an emulator does. */
  nameOfIndex: (index: string): string => `by-${index}`,
  /** Epoch seconds; DynamoDB weeds the item by itself some time afterwards. */
  timeToLive: 'weedAt',
} as const;
