import { describe, expect, it } from 'vitest';
import { lacking } from '../../../functions/purchases/conditions/missing.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { refusalProblem } from '../../../shared/http/problem.ts';

describe('a refusal as it is answered', () => {
  it('says what the routine asks for first, with its rule', () => {
    const missing = [{ rule: 'H-17', level: 'BLK', text: 'Avtalet är inte undertecknat av båda cheferna.' }] as const;
    const { statusCode, body } = refusalProblem(lacking('condition-missing', missing), 'sv');
    expect([statusCode, JSON.parse(body)]).toEqual([
      409,
      {
        ...{ type: 'about:blank', title: 'Något som rutinen kräver saknas.', status: 409, code: 'condition-missing' },
        missing,
      },
    ]);
  });

  it('and nothing of it where nothing is', () => {
    expect(JSON.parse(refusalProblem(refuse('invalid', 'to-before-from'), 'en').body)).not.toHaveProperty('missing');
  });
});
