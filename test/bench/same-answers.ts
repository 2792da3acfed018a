import assert from 'node:assert/strict';
import { bytesSource } from '../../functions/months/dry-run/byte-source.ts';
import { dryRun } from '../../functions/months/dry-run/dry-run.ts';
import { inputFor, plainly } from '../support/held-together.ts';
import { plainCheck } from '../support/plain-check.ts';
import { randomMonth } from '../support/random-month.ts';

/** Before anything is timed: the answers for months by chance are those of the plain check. Throws when they differ. */
for (let seed = 900_000; seed < 900_200; seed += 1) {
  const month = randomMonth(seed);
  const plain = plainCheck(month);
  const sources = { report: bytesSource(month.report), deviations: bytesSource(month.deviations) };
  const answer = await dryRun(inputFor(month, sources));
  if (plain === 'refused') assert.equal(answer.ok, false);
  else {
    assert.ok(answer.ok);
    assert.deepEqual(plainly(answer.value), plain);
  }
}
