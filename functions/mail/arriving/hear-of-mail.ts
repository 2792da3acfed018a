import * as z from 'zod';
import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';
import { jobOn } from '../../../shared/http/job.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
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
type MailNews = z.infer<typeof MailNews>;

/** How long one of the two may be alone. */
const hoursAlone = 1;
const attempts = 4;

/** The mail as it is with what has just been heard: the first word of each kind counts. */
const withNews = (mail: Mail, { laid, scan }: MailNews): Mail => ({
  ...mail,
  ...(laid && mail.laidAs === undefined
    ? {
        laidAs: laid.documentId,
        envelope: laid.envelope,
        ...(laid.verdicts ? { verdicts: laid.verdicts } : {}),
      }
    : {}),
  ...(scan && mail.scan === undefined ? { scan } : {}),
});

/** The file itself, once it may be looked at: never before it has been found clean. */
async function fileOf({ laidAs, scan }: Mail, { documents }: Deps): Promise<Pick<Mail, 'file'>> {
  if (laidAs === undefined || scan !== 'CLEAN') return {};
  const found = await documents.find('incoming', laidAs);
  if (!found) throw new Error('a mail that was laid is not there');
  return { file: { bucket: 'incoming', id: found.id, sha256: found.sha256, bytes: found.bytes } };
}

const isLateNews = ({ state, stopped }: Mail): boolean =>
  state === 'quarantined' && (stopped === 'not-scanned' || stopped === 'no-envelope');

/**
 * A mail has been laid among what has come in, or scanned: when both are known it is taken. What is heard after the
 * hour, when a person has been asked to look, is written down, and the person decides.
 */
export const hearOfMail = jobOn(MailNews, async (news, at, deps) => {
  const mails = mailStore(deps.table);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await mails.find(news.mailId);
    const before: Mail = stored?.entity ?? { id: news.mailId, receivedAt: at, state: 'arriving' };
    const isLate = isLateNews(before);
    if (before.state !== 'arriving' && !isLate) return { done: 0 };
    const told = withNews(before, news);
    const next: Mail = { ...told, ...(await fileOf(told, deps)), ...(isLate ? {} : whenTaken(told, at)) };
    const change = stored ? mails.save(next, stored) : mails.add(next);
    if (await committed({ saves: [change] }, { by: system, at }, deps)) return { done: 1 };
  }
  throw new Error('a mail changes all the time');
});

function whenTaken({ laidAs, scan, receivedAt }: Mail, at: Instant): Pick<Mail, 'state' | 'wakesAt'> {
  const isWhole = laidAs !== undefined && scan !== undefined;
  return isWhole
    ? { state: 'waiting', wakesAt: at }
    : { state: 'arriving', wakesAt: plusHours(receivedAt, hoursAlone) };
}
