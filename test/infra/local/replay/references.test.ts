import { describe, expect, it } from 'vitest';
import { mentions, namesIn, resolved } from '../../../../infra/local/replay/references.ts';

const answers = new Map<string, unknown>([
  ['order', { id: 'B-1', version: 2, services: [{ code: 'OMV' }], deadlines: [] }],
  ['list', { items: [{ id: 'B-7' }, { id: 'B-8' }] }],
]);

const filled = (value: unknown) => {
  const missing: string[] = [];
  return { value: resolved(value, answers, missing), missing };
};

describe('what a step refers to', () => {
  it('is the value itself where it stands alone, and its text inside a text', () => {
    const asked = {
      path: { orderId: '$order.id' },
      n: '$order.version',
      all: ['$order.services', 'Se $list.items.1.id.'],
    };
    expect(filled(asked)).toEqual({
      value: { path: { orderId: 'B-1' }, n: 2, all: [[{ code: 'OMV' }], 'Se B-8.'] },
      missing: [],
    });
  });

  it('leads nowhere where the answer has no such value, and every such place is told', () => {
    expect(filled(['$order.nothing', 'a $list.items.2.id b', '$order.id.length']).missing).toEqual([
      '$order.nothing',
      '$list.items.2.id',
      '$order.id.length',
    ]);
  });

  it('leaves other dollars as they are', () => {
    expect(filled(['100 $', '$5', '$$order.id', 'a $$ b']).value).toEqual(['100 $', '$5', '$order.id', 'a $ b']);
    expect(namesIn({ a: ['$$order.id', '$5'], b: { c: 'x $order.id $list.items' } })).toEqual(['order', 'list']);
  });

  it('knows a word of a text from a part of it', () => {
    expect(mentions({ file: { text: 'O3;Ola;o3@example.se' } }, 'O3')).toBe(true);
    expect(mentions({ id: 'O31' }, 'O3')).toBe(false);
  });
});
