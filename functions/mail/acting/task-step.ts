import { begin } from '../../../shared/domain/deadline.ts';
import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import type { Mail } from '../mail.ts';

/** The task that it waits for a person. */
export const mailTask = (mail: Mail, ref: 'quarantined' | 'asked', at: Instant, { table }: Deps): Effects => ({
  saves: [
    deadlineStore(table).open(
      begin('D48', {
        subject: { kind: 'mail', mailId: mail.id, ...(mail.caseNo ? { caseNo: mail.caseNo } : {}), ref },
        owner: mail.owner ?? 'administrator',
        dueAt: plusHours(at, 24),
        why: [],
      }),
      at,
    ),
  ],
});
