import { describe, expect, it } from 'vitest';
import { afterAnswer } from '../../../../functions/switches/documents/documentation-deadline.ts';
import { leavesNothing, recordAnswer } from '../../../../functions/switches/documents/handover.ts';
import type { HandoverDocument } from '../../../../functions/switches/switch.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aDeadline, aSwitch, at } from '../../../support/builders.ts';

const plan: HandoverDocument = { kind: 'CARE_PLAN', on: '2026-08-05', to: 'NEW' };
const notes: HandoverDocument = { kind: 'NOTES', on: '2026-08-20', to: 'OFFICER' };
const said = { side: 'leaving', askedOn: '2026-09-02', by: 'K1', at: at('2026-09-02 08:00') } as const;
const answered = (consent: boolean, documents: readonly HandoverDocument[]) =>
  recordAnswer(aSwitch(), { ...said, consent, documents });
const papers = aDeadline({ code: 'D15', state: 'open' });

describe('the leaving provider’s documentation', () => {
  it('goes to the new one with the customer’s consent alone; each that may not is named (L-64)', () => {
    expect(answered(false, [notes, plan])).toMatchObject({
      ok: false,
      faults: [{ at: 'body.documents.1.to', code: 'no-consent' }],
    });
    expect(answered(false, [notes]).ok).toBe(true);
    expect(accepted(answered(true, [plan, notes])).handover).toMatchObject({ consent: true, documents: [plan, notes] });
  });

  it('is waited for by the officer as long as any of it does not go to the new one (L-65)', () => {
    for (const some of [[], [notes], [plan, notes]]) {
      const one = accepted(answered(true, some));
      expect(leavesNothing(one)).toBe(false);
      expect(afterAnswer(papers, one, papers, said.at).state).toBe('open');
    }
    const all = accepted(answered(true, [plan]));
    expect(afterAnswer(papers, all, papers, said.at).state).toBe('lapsed');
  });
});
