import { useEffect, useState } from 'preact/hooks';
import { type Verification, verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';
import { ask } from '../../api/client.ts';

/** What this browser found out about a record's file by itself; the server is asked for the published keys only. */
export type RecordVerdict = Verification | 'checking';

export function useVerdict(bytes: Uint8Array | undefined): RecordVerdict {
  const [verdict, setVerdict] = useState<RecordVerdict>('checking');
  useEffect(() => {
    if (!bytes) return;
    let isWanted = true;
    setVerdict('checking');
    const judge = async () => {
      const keys = await ask('GET /.well-known/jwks.json');
      // Without the keys a record can be found whole, but no one's.
      const found = await verifyRecordFile(bytes, keys.ok ? keys.value : undefined);
      if (isWanted) setVerdict(found);
    };
    judge();
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  return verdict;
}
