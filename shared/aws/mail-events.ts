import * as z from 'zod';

/** What the mail service tells of a mail that it has laid (SES receipt notification), as far as we read it. */
const Verdict = z.object({ status: z.string() }).optional();
const Received = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({
    timestamp: z.string(),
    source: z.string().default(''),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  }),
  receipt: z.object({
    recipients: z.array(z.string()),
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    spfVerdict: Verdict,
    dkimVerdict: Verdict,
    dmarcVerdict: Verdict,
    action: z.object({ objectKey: z.string() }),
  }),
});
/** The same in the wrapping of the topic, where it has not been told to leave it out. */
const Wrapped = z.object({ Type: z.literal('Notification'), Message: z.string() });

/** What the scanner found in it. */
const Scanned = z.object({
  source: z.literal('aws.guardduty'),
  detail: z.object({
    scanStatus: z.string(),
    s3ObjectDetails: z.object({ objectKey: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string().nullish() }).optional(),
  }),
});

export type MailNewsInCloud = {
  readonly mailId: string;
  readonly laid?: {
    readonly documentId: string;
    readonly envelope: {
      readonly from: string;
      readonly to: readonly string[];
      readonly remoteAddress?: string;
      readonly helo?: string;
      readonly arrivedAt: string;
    };
    readonly verdicts: Readonly<Record<string, string>>;
  };
  readonly scan?: 'CLEAN' | 'INFECTED' | 'NOT_SCANNED';
};

const mostRecipients = 100;
/** What the mail service lays in a bucket to see that it may. */
const trial = 'AMAZON_SES_SETUP_NOTIFICATION';

/** The line that our own mail service writes on top of all others: who came to its door, and how they called themselves. */
function doorOf(headers: z.infer<typeof Received>['mail']['headers']) {
  const first = headers.find(({ name }) => name.toLowerCase() === 'received')?.value ?? '';
  const [, helo, ip] =
    /^from (\S{1,255}) \([^()[\]]{0,255}\[([\da-fA-F:.]{2,45})\]\)\s+by inbound-smtp\.[a-z0-9-]+\.amazonaws\.com\s/.exec(
      first.replaceAll(/\s+/g, ' '),
    ) ?? [];
  return helo !== undefined && ip !== undefined ? { helo, remoteAddress: ip } : {};
}

function newsOfReceipt({ mail, receipt }: z.infer<typeof Received>): MailNewsInCloud {
  const { spamVerdict: spam, virusVerdict: virus, spfVerdict: spf, dkimVerdict: dkim, dmarcVerdict: dmarc } = receipt;
  const { objectKey } = receipt.action;
  const told = Object.entries({ spam, virus, spf, dkim, dmarc });
  return {
    mailId: objectKey,
    laid: {
      documentId: objectKey,
      envelope: {
        from: mail.source,
        to: receipt.recipients.slice(0, mostRecipients),
        arrivedAt: new Date(mail.timestamp).toISOString(),
        ...doorOf(mail.headers),
      },
      // A verdict that is missing stays missing: whoever judges takes that for a no.
      verdicts: Object.fromEntries(told.flatMap(([name, one]) => (one ? [[name, one.status] as const] : []))),
    },
  };
}

function newsOfScan({ detail }: z.infer<typeof Scanned>): MailNewsInCloud {
  const { s3ObjectDetails, scanStatus, scanResultDetails } = detail;
  const found = scanStatus === 'COMPLETED' ? scanResultDetails?.scanResultStatus : undefined;
  const scan = found === 'NO_THREATS_FOUND' ? 'CLEAN' : found === 'THREATS_FOUND' ? 'INFECTED' : 'NOT_SCANNED';
  return { mailId: s3ObjectDetails.objectKey, scan };
}

function unwrapped(event: unknown): unknown {
  const wrapped = Wrapped.safeParse(event);
  return wrapped.success ? JSON.parse(wrapped.data.Message) : event;
}

/** What an event tells of a mail that has come in; `nothing` of the service's own trial, undefined when it is of something else. */
export function mailNewsOf(event: unknown): MailNewsInCloud | 'nothing' | undefined {
  const inside = unwrapped(event);
  const [received, scanned] = [Received.safeParse(inside), Scanned.safeParse(inside)];
  const news = received.success ? newsOfReceipt(received.data) : scanned.success ? newsOfScan(scanned.data) : undefined;
  return news?.mailId.endsWith(trial) ? 'nothing' : news;
}
