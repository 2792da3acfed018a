import * as z from 'zod';
import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import { jobOn } from '../../../shared/http/job.ts';
import { committed } from '../../../shared/steps/commit.ts';
import { system } from '../../../shared/steps/effects.ts';
import { Envelope, type Mail } from '../mail.ts';
import { mailStore } from '../mail-store.ts';

/** What is heard of a mail: that it was laid, with its envelope, and what the scan says of it; in either order, or at once. */
const MailNews = z.object({
  mailId: z.string(),
  laid: z
    .object({
      documentId: z.string(),
      envelope: Envelope,
      verdicts: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  scan: z.enum(['CLEAN', 'INFECTED', 'NOT_SCANNED']).optional(),
});

/** How long one of the two may be alone. */
const hoursAlone = 1;
const attempts = 4;

const wakes = ({ file, scan }: Mail, at: Instant): Pick<Mail, 'state' | 'wakesAt'> =>
  file && scan ? { state: 'waiting', wakesAt: at } : { state: 'arriving', wakesAt: plusHours(at, hoursAlone) };

/** A mail has been laid among what has come in, or scanned: when both are known it is taken. */
export const hearOfMail = jobOn(MailNews, async (news, at, deps) => {
  const mails = mailStore(deps.table);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await mails.find(news.mailId);
    if (stored && stored.entity.state !== 'arriving') return { done: 0 };
    const before: Mail = stored?.entity ?? { id: news.mailId, receivedAt: at, state: 'arriving' };
    const found = news.laid ? await deps.documents.find('incoming', news.laid.documentId) : undefined;
    if (news.laid && !found) throw new Error('a mail that was laid is not there');
    const told: Mail = {
      ...before,
      ...(found && news.laid
        ? {
            file: { bucket: 'incoming', id: found.id, sha256: found.sha256, bytes: found.bytes },
            envelope: news.laid.envelope,
            ...(news.laid.verdicts ? { verdicts: news.laid.verdicts } : {}),
          }
        : {}),
      ...(news.scan ? { scan: news.scan } : {}),
    };
    const next = { ...told, ...wakes(told, at) };
    const change = stored ? mails.save(next, stored) : mails.add(next);
    if (await committed({ saves: [change] }, { by: system, at }, deps)) return { done: 1 };
  }
  throw new Error('a mail changes all the time');
});
