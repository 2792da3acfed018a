import type { Signer } from '../../ports/signer.ts';
import { publishedKeys } from '../published-keys.ts';
import { s3KeyHistory } from '../s3-key-history.ts';
import type { Surroundings } from '../setting.ts';
import { s3 } from './s3.ts';

/** The signer, for a function that shows the keys or checks against them: it reaches no key itself. */
export const publishingSigner = (around: Surroundings): Signer =>
  publishedKeys(s3KeyHistory(s3(around), around.setting('RECORDS_BUCKET')), around.clock);
