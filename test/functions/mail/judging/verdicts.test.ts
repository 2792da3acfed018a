import { expect, it } from 'vitest';
import { isVetoed } from '../../../../functions/mail/judging/verdicts.ts';

const good = { spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS', dmarc: 'PASS' };

it.each([
  [good, false],
  [{ ...good, spf: 'GRAY', dmarc: 'GRAY' }, false],
  [{ ...good, dkim: 'GRAY' }, true],
  [{ ...good, spam: 'GRAY' }, true],
  [{ ...good, virus: 'PROCESSING_FAILED' }, true],
  [{ ...good, spf: 'FAIL' }, true],
  [{ ...good, dmarc: 'PROCESSING_FAILED' }, true],
  [{ spam: 'PASS', virus: 'PASS', spf: 'PASS', dkim: 'PASS' }, true],
  [{}, true],
])('%j: %s', (verdicts, is) => {
  expect(isVetoed(verdicts)).toBe(is);
});
