import { describe, expect, it } from 'vitest';
import { canonical, HalfCharacter } from '../../../shared/domain/canonical.ts';

describe('the canonical text of what was kept before the door looked at texts', () => {
  it('does not exist, and says where the half character stands: by case, where there is one', () => {
    const content = {
      provider: { name: 'Vård \ud83d' },
      lines: [{ caseNo: 'A-1' }, { caseNo: 'A-2', comment: 'bra \ud83d' }],
      others: [['\udc00']],
    };
    const failure = (() => {
      try {
        return canonical(content);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(failure).toBeInstanceOf(HalfCharacter);
    expect(failure).toMatchObject({ places: ['provider.name', 'lines.A-2.comment', 'others.0.0'] });
  });

  it('throws as a bug on what is no JSON at all', () => {
    for (const value of [undefined, { a: Number.NaN }]) {
      expect(() => canonical(value)).toThrow();
      expect(() => canonical(value)).not.toThrow(HalfCharacter);
    }
  });
});
