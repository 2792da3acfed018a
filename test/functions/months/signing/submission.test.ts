import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../functions/months/lines/approved-time.ts';
import type { Line } from '../../../../functions/months/lines/line.ts';
import { carryOver, chunksOf, counted, partOf } from '../../../../functions/months/signing/submission.ts';
import { accepted } from '../../../support/a-pack.ts';
import { aLine, at } from '../../../support/builders.ts';

const by = { userId: 'O1', caseload: 'O1', at: at('2026-11-03 09:00') };
const approved = (line: Line) => accepted(decide(line, { decision: 'APPROVE' }, by));
const asked = (line: Line) => accepted(decide(line, { decision: 'ASK', question: 'Varför?' }, by));

describe('a corrected submission', () => {
  it('keeps what was decided of a line that it did not change', () => {
    const [line] = carryOver([aLine()], [approved(aLine())]);
    expect(line).toMatchObject({ decision: { kind: 'APPROVED' }, version: 3 });
  });

  it.each<[string, Partial<Line>]>([
    ['what was performed', { performed: 470 }],
    ['what was granted', { granted: 500 }],
    ['what was ordered', { ordered: 470 }],
    ['what was submitted', { submitted: 470 }],
    ['an absence', { absence: 10 }],
    ['whose it is', { officerId: 'O2' }],
    ['what is proposed', { proposal: { ...aLine().proposal, charged: 470 } }],
    ['a fault', { proposal: { ...aLine().proposal, faults: ['WRONG_SUM'] } }],
    ['a warning', { proposal: { ...aLine().proposal, warnings: ['UNEXPLAINED'] } }],
  ])('that changed %s: the line is decided anew', (_what, over) => {
    const [line] = carryOver([aLine(over)], [approved(aLine())]);
    expect(line?.decision).toBeUndefined();
  });

  it('keeps who was asked, and what, in either case', () => {
    const earlier = { ...asked(aLine()), contacts: [{ with: 'customer' as const, at: by.at, by: 'O1' }] };
    for (const next of [aLine(), aLine({ performed: 470 })]) {
      const [line] = carryOver([next], [earlier]);
      expect(line).toMatchObject({ contacts: [{ with: 'customer' }], question: { text: 'Varför?' } });
    }
  });

  it('takes in what is new, and leaves out what is gone', () => {
    const next = carryOver([aLine({ caseNo: 'A-2' })], [approved(aLine())]);
    expect(next).toEqual([aLine({ caseNo: 'A-2' })]);
  });
});

it('lines are laid in pieces by officer and case number, each once and none too large', () => {
  const line = fc.record({ caseNo: fc.nat(500).map((n) => `A-${n}`), officerId: fc.constantFrom('O1', 'O2', 'Åsa') });
  const lines = fc.uniqueArray(line, { selector: ({ caseNo }) => caseNo, maxLength: 200 });
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 20 }), (some, most) => {
      const all = some.map((over) => aLine(over));
      const chunks = chunksOf(all, most);
      expect(chunks.flatMap((chunk) => chunk.lines).length).toBe(all.length);
      for (const [officerId, theirs] of Map.groupBy(chunks, (chunk) => chunk.officerId)) {
        expect(theirs.map(({ n }) => n)).toEqual(theirs.map((_, n) => n));
        const inOrder = theirs.flatMap((chunk) => chunk.lines);
        expect(inOrder.every((one) => one.officerId === officerId)).toBe(true);
        expect(inOrder.map(({ caseNo }) => caseNo)).toEqual(inOrder.map(({ caseNo }) => caseNo).toSorted());
      }
      expect(Math.max(0, ...chunks.map((chunk) => chunk.lines.length))).toBeLessThanOrEqual(most);
    }),
    { numRuns: 200, seed: 20_261_102 },
  );
});

it('a part counts what is left, however its lines change, and knows everybody who has decided one', () => {
  const step = fc.tuple(fc.nat(4), fc.constantFrom('approve' as const, 'ask' as const));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let lines = Array.from({ length: 5 }, (_, n) => aLine({ caseNo: `A-${n}` }));
      let part = partOf('O1', 'S', lines);
      const deciders = new Set<string>();
      for (const [n, what] of steps) {
        const before = lines[n] ?? aLine();
        const after = what === 'approve' ? approved(before) : asked(before);
        if (after.decision) deciders.add(after.decision.by);
        part = counted(part, [before], [after]);
        lines = lines.with(n, after);
      }
      const { decidedBy = [], ...counts } = part;
      expect(counts).toEqual(partOf('O1', 'S', lines));
      expect(decidedBy).toEqual([...deciders]);
    }),
    { numRuns: 200, seed: 20_261_102 },
  );
});
