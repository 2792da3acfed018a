import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { guarded } from '../../../shared/domain/free-text.ts';
import { Agreement, KeyedSignature } from './agreement.ts';

/** A paper as somebody reads it: the file, where in it the names stand, and what they say. */
export const ScanIn = z.strictObject({
  use: Agreement.shape.use.optional().meta({ description: 'The one that is asked for now, when nothing is said' }),
  documentId: SafeId.meta({ description: 'The file of the paper, from openUpload' }),
  page: z.int().min(1).max(500).meta({ description: 'On which page of the file the names stand' }),
  signatures: z
    .array(z.strictObject({ ...KeyedSignature.shape, name: guarded(KeyedSignature.shape.name) }))
    .max(6)
    .meta({ description: 'Both managers’ names, with the day beside each' }),
});
