import { roles } from '../shared/domain/role-kinds.ts';
import type { Role } from '../shared/domain/roles.ts';
import type { Bucket } from '../shared/ports/documents.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** `letters`: a letter has been stored. `records`: a step that seals a record has been committed. */
export type StreamName = 'letters' | 'records';
/** `ses-delivery`: the mail service has delivered a letter, or has had it back. `mail-in`: a mail has been laid, or scanned. */
export type EventName = 'ses-delivery' | 'mail-in';

/** One way into the system, as its capability's `ways.ts` says it. */
export type WayIn = {
  readonly on:
    | { readonly http: `${Method} /${string}`; readonly roles: readonly [Role, ...Role[]] | 'everyone' }
    /** A time in Europe/Stockholm, or a rate, as EventBridge Scheduler writes it. */
    | { readonly schedule: `cron(${string})` | `rate(${string})` }
    /** Something new in the table. Only a doorbell: a schedule looks for itself, whether or not it rings. */
    | { readonly stream: StreamName }
    /** Something that another service reports. */
    | { readonly event: EventName };
  /**
   * Ways in of one capability and profile share a function and its rights. What nobody waits for (`job`, `seal`, `publish`)
   * has functions of its own: they may take longer than a request is answered in.
   */
  readonly profile: 'read' | 'write' | 'sign' | 'seal' | 'publish' | 'identity' | 'job';
  /** Who is hurt when it fails: the alarm's text. */
  readonly harm: string;
  readonly entry: `functions/${string}.ts`;
};

/** Whoever has a role here. */
export const staff: readonly [Role, ...Role[]] = roles;

/** What a partition key begins with. A test holds the list against every spelling in the stores. */
export const partitions = [
  'ACCESS#',
  'ANSWER#',
  'ANSWERED#',
  'ASIDE',
  'ASSIGNMENTS#',
  'BASES#',
  'BASIS#',
  'BOOKING#',
  'BOOKINGS',
  'CAPACITY#',
  'CASE#',
  'CASES#',
  'CHAIN#',
  'CHAINS',
  'CHECK#',
  'DECLINES#',
  'DEPUTIES',
  'DEPUTIES#',
  'DONE#',
  'DIGEST#',
  'DUE#',
  'FACTS#',
  'FEED#',
  'FEEDS#',
  'FEES#',
  'IMPORT#',
  'INBOX#',
  'INTENT#',
  'INVOICE#',
  'INVOICED#',
  'INVOICES',
  'INVOICES#',
  'JOURNAL#',
  'LETTER#',
  'LETTERS#',
  'LINES#',
  'MAIL#',
  'MAILBOX#',
  'MAILBOXES',
  'MAILED#',
  'MAILS#',
  'MONTH#',
  'MONTHS#',
  'MOVE#',
  'NEXT#',
  'ORDER#',
  'ORDERS#',
  'PAIR#',
  'PAIRS',
  'PAIRS#',
  'PERSON#',
  'PERSONCASES#',
  'PRINT#',
  'PRINTS#',
  'PROVIDER#',
  'PROVIDERS',
  'PURCHASE#',
  'PURCHASES',
  'PURCHASES#',
  'REPLY#',
  'ROLE#',
  'SAMPLE#',
  'SEALED#',
  'SEARCHES#',
  'SEED#',
  'SETTINGS',
  'SWITCH#',
  'SWITCHES#',
  'THREAD#',
  'TODO#',
  'TOLD#',
  'TRAIT#',
  'TURN#',
  'TURNS',
  'UNIT#',
  'UNITS',
  'UNREAD#',
  'UPLOAD#',
  'USER#',
  'VOUCHER#',
  'VOUCHERS#',
  'WATERMARK',
] as const;
export type Partition = (typeof partitions)[number];

/** Written once and never again: nobody may update or delete there, whatever else they may do. */
export const writtenOnce = ['ACCESS#', 'CHAIN#', 'JOURNAL#', 'TURN#'] as const satisfies readonly Partition[];

export type Reach = {
  readonly reads: readonly Partition[];
  readonly writes: readonly Partition[];
  readonly deletes?: readonly Partition[];
  readonly files?: { readonly reads?: readonly Bucket[]; readonly writes?: readonly Bucket[] };
  /** `seal` a new identity, `open` a sealed one, `recognise` a word without opening anything. */
  readonly identity?: readonly ('seal' | 'open' | 'recognise')[];
  /** `seal` with the service's key; `publish` its public history. */
  readonly signing?: readonly ('seal' | 'publish')[];
  readonly mails?: true;
};

/** Around every request of somebody signed in, and around every one that changes something: the kept first answer. */
export const signedIn = ['USER#'] as const;
export const answering = ['ANSWER#'] as const;
/** What the clock's own work begins with. */
export const due = ['DUE#', 'WATERMARK'] as const;
/**
 * Beside which deadlines are kept, and where else something falls due: what could not be read there is put back
 * (settleAside).
 */
export const mayFallDue = [
  ...(['ORDER#', 'MONTH#', 'CASE#', 'SWITCH#', 'PROVIDER#', 'SETTINGS'] as const),
  ...([
    'PURCHASE#',
    'BASES#',
    'INVOICE#',
    'LETTER#',
    'CHECK#',
    'DECLINES#',
    'FACTS#',
    'SEALED#',
    'MOVE#',
    'IMPORT#',
    'MAIL#',
  ] as const),
] as const;
/**
 * What is asked wherever a provider is given a customer or loses one: its ceiling, and whom to notify that it is near.
 */
export const capacity = ['CAPACITY#', 'SETTINGS', 'PROVIDER#', 'ROLE#'] as const;
/** Whose month it is, what was granted in it, and by which routine it is judged. */
export const monthBasis = ['PROVIDER#', 'SETTINGS', 'ASSIGNMENTS#', 'CASE#'] as const;
