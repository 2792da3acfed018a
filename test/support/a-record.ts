import type { Payload, SignedRecord } from '../../shared/domain/signed-record.ts';
import { chainAfter, payloadOf } from '../../shared/domain/signed-record.ts';

/** A payload as the head of P1's October would seal it; name only what the test is about. */
export const aPayload = (over: Partial<Payload> = {}, after?: SignedRecord): Promise<Payload> =>
  payloadOf({
    kind: 'statement',
    municipality: 'Exempelkommun',
    chain: chainAfter('P1/2026-10', after && { ...after.payload, sha256: after.sha256 }),
    signedBy: {
      userId: 'H1',
      name: 'Hedda Holm',
      role: 'head',
      signInLevel: 'substantial',
      signedInAt: '2026-11-13T08:59:30.000Z',
    },
    signedAt: '2026-11-13T09:00:00.000Z',
    intentId: 'intent-7',
    content: { month: '2026-10', totalMinutes: 5025, lines: [{ caseNo: 'A-1001', charged: 5025, comment: 'åäö "1"' }] },
    ...over,
  });
