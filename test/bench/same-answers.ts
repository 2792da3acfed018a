import assert from 'node:assert/strict';
import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../functions/months/dry-run/dry-run.ts';
import { plainCheck } from '../support/plain-check.ts';
import { randomMonth } from '../support/random-month.ts';

/** Before anything is timed: the figures of months by chance are those of the plain check. Throws when they differ. */
for (let seed = 900_000; seed < 900_200; seed += 1) {
  const month = randomMonth(seed);
  const plain = plainCheck(month);
  const answer = await dryRun({
    ...month,
    report: bytesSource(month.report),
    deviations: bytesSource(month.deviations),
  });
  if (plain === 'refused') assert.equal(answer.ok, false);
  else {
    assert.ok(answer.ok);
    assert.deepEqual(answer.value.total, plain.total);
    const charged = (cases: readonly { caseNo: string; charged: number; unpaid: object }[]) =>
      cases.map(({ caseNo, charged: minutes, unpaid }) => [caseNo, minutes, unpaid]);
    assert.deepEqual(charged(answer.value.cases), charged(plain.cases));
  }
}
