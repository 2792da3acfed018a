import type { Documents } from '../../ports/documents.ts';
import { s3Documents } from '../s3-documents.ts';
import type { Surroundings } from '../setting.ts';
import { s3 } from './s3.ts';

/** The documents; a function knows only the buckets that it may use. */
export function documents(around: Surroundings): Documents {
  const { setting, clock } = around;
  const buckets = {
    get incoming() {
      return setting('INCOMING_BUCKET');
    },
    get documents() {
      return setting('DOCUMENTS_BUCKET');
    },
    get records() {
      return setting('RECORDS_BUCKET');
    },
  };
  return s3Documents({ client: s3(around), buckets, clock, scanGate: 'closed-until-clean' });
}
