import type { EntryKey, registry } from '../../functions/registry.ts';
import type { Bucket } from '../../shared/ports/documents.ts';

type CapabilityOf<Key extends EntryKey> = (typeof registry)[Key]['entry'] extends `functions/${infer Name}/${string}`
  ? Name
  : never;

/** One Lambda: a capability's entries of one grant profile. */
export type GroupId = { [Key in EntryKey]: `${CapabilityOf<Key>}-${(typeof registry)[Key]['profile']}` }[EntryKey];

/** What a partition key begins with. A test holds the list against every spelling in the stores. */
export const partitions = [
  'ACCESS#',
  'ANSWER#',
  'ASIDE',
  'ASSIGNMENTS#',
  'CAPACITY#',
  'CASE#',
  'CHAIN#',
  'CHAINS',
  'CHECK#',
  'DECLINES#',
  'DEPUTIES',
  'DEPUTIES#',
  'DONE#',
  'DIGEST#',
  'DUE#',
  'FEED#',
  'FEEDS#',
  'INBOX#',
  'INTENT#',
  'JOURNAL#',
  'LETTER#',
  'LETTERS#',
  'LINES#',
  'MONTH#',
  'MONTHS#',
  'NEXT#',
  'ORDER#',
  'ORDERS#',
  'PERSON#',
  'PROVIDER#',
  'PROVIDERS',
  'ROLE#',
  'SEALED#',
  'SEARCHES#',
  'SETTINGS',
  'SWITCH#',
  'SWITCHES#',
  'THREAD#',
  'TODO#',
  'TRAIT#',
  'TURN#',
  'TURNS',
  'UNREAD#',
  'UPLOAD#',
  'USER#',
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
const signedIn = ['USER#'] as const;
const answering = ['ANSWER#'] as const;
/** What the clock's own work begins with. */
const due = ['DUE#', 'WATERMARK'] as const;
/** Beside what deadlines stand, and where else something falls due: what could not be read there is put back (settleAside). */
const mayFallDue = [
  ...(['ORDER#', 'MONTH#', 'CASE#', 'SWITCH#', 'SETTINGS'] as const),
  ...(['LETTER#', 'CHECK#', 'DECLINES#', 'SEALED#'] as const),
] as const;
/** What is asked wherever a provider is given a customer or loses one: its ceiling, and whom to tell that it is near. */
const capacity = ['CAPACITY#', 'SETTINGS', 'PROVIDER#', 'ROLE#'] as const;
/** Whose month it is, what was granted in it, and by which routine it is judged. */
const monthBasis = ['PROVIDER#', 'SETTINGS', 'ASSIGNMENTS#', 'CASE#'] as const;

/**
 * How far each function reaches, and no further: IAM is made of this table. `test/infra/cdk/reach.test.ts` runs a
 * whole month with every function inside its own line, and says which words of a line are never used.
 */
export const reach = {
  'orders-identity': {
    reads: [
      ...signedIn,
      ...answering,
      ...([
        'SETTINGS',
        'PROVIDER#',
        'PROVIDERS',
        'CASE#',
        'ORDER#',
        'PERSON#',
        'TRAIT#',
        'CAPACITY#',
        'TURNS',
        'ROLE#',
        'UPLOAD#',
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...([
        'ORDER#',
        'CASE#',
        'PERSON#',
        'TRAIT#',
        'ACCESS#',
        'LETTER#',
        'THREAD#',
        'TURNS',
        'TURN#',
        'CAPACITY#',
      ] as const),
    ],
    // What a customer was found by before the order told something else.
    deletes: ['TRAIT#'],
    // The form of a choice goes into the file, and what lies there is shown to those who may read it.
    files: { reads: ['incoming', 'documents'], writes: ['documents'] },
    // The customer is read for the paper that a private provider gets, and for nothing else here.
    identity: ['seal', 'open'],
  },
  'orders-read': {
    reads: [
      ...signedIn,
      'JOURNAL#',
      'SETTINGS',
      'PROVIDER#',
      'CAPACITY#',
      'CASE#',
      'ORDER#',
      'ORDERS#',
      'TODO#',
      'MONTH#',
      'SWITCH#',
    ],
    writes: [],
  },
  'orders-write': {
    reads: [...signedIn, ...answering, ...due, ...capacity, 'ORDER#', 'CASE#', 'UPLOAD#', 'DECLINES#'],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['WATERMARK', 'ORDER#', 'CASE#', 'LETTER#', 'THREAD#', 'CAPACITY#', 'DECLINES#'] as const),
    ],
    deletes: ['CASE#'],
    files: { reads: ['incoming'], writes: ['documents'] },
  },
  'switches-read': { reads: [...signedIn, 'SWITCH#', 'SWITCHES#'], writes: [] },
  'switches-write': {
    reads: [
      ...signedIn,
      ...answering,
      ...due,
      ...capacity,
      ...(['PROVIDERS', 'TURNS', 'CASE#', 'ORDER#', 'SWITCH#', 'UPLOAD#'] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['WATERMARK', 'SWITCH#', 'CASE#', 'ORDER#', 'LETTER#', 'THREAD#', 'TURNS', 'TURN#', 'CAPACITY#'] as const),
    ],
    deletes: ['CASE#'],
    files: { reads: ['incoming'], writes: ['documents'] },
  },
  'choices-read': {
    reads: [...signedIn, 'SETTINGS', 'TURNS', 'TURN#', 'PROVIDER#', 'PROVIDERS', 'CAPACITY#'],
    writes: [],
  },
  'choices-write': {
    reads: [...signedIn, ...answering, 'SETTINGS', 'TURNS', 'PROVIDER#', 'PROVIDERS'],
    writes: [...answering, 'TURNS', 'TURN#'],
  },
  'documents-write': {
    reads: [...signedIn, ...answering],
    writes: [...answering, 'UPLOAD#'],
    files: { writes: ['incoming'] },
  },
  'months-write': {
    reads: [
      ...signedIn,
      ...answering,
      ...due,
      ...monthBasis,
      ...(['PROVIDERS', 'MONTH#', 'LINES#', 'UPLOAD#', 'CHECK#'] as const),
    ],
    writes: [...answering, 'JOURNAL#', 'WATERMARK', 'MONTH#', 'LINES#', 'CHECK#', 'INTENT#', 'LETTER#'],
    files: { reads: ['incoming'], writes: ['incoming', 'documents'] },
  },
  'months-read': {
    reads: [...signedIn, 'MONTH#', 'MONTHS#', 'LINES#', 'CHAIN#', 'CHECK#', 'SEALED#'],
    writes: [],
    files: { reads: ['documents', 'records'] },
    signing: ['publish'],
  },
  'months-sign': {
    reads: [
      ...signedIn,
      ...answering,
      ...monthBasis,
      ...(['ROLE#', 'MONTH#', 'LINES#', 'INTENT#', 'CHAIN#', 'CHAINS'] as const),
    ],
    writes: [...answering, 'JOURNAL#', 'MONTH#', 'LINES#', 'INTENT#', 'CHAIN#', 'SEALED#', 'LETTER#', 'DECLINES#'],
    // The part of an officer who has no line left in a month that is handed in again.
    deletes: ['MONTH#'],
    files: { reads: ['incoming'], writes: ['documents'] },
    signing: ['seal', 'publish'],
  },
  // The only one that lays anything where nobody can take it away again: what has been committed, and that alone.
  'months-publish': {
    reads: [...due, 'SEALED#'],
    // What cannot be read is set aside.
    writes: ['WATERMARK', 'SEALED#'],
    deletes: ['SEALED#'],
    files: { reads: ['documents', 'records'], writes: ['documents', 'records'] },
  },
  'deadlines-read': {
    reads: [
      ...signedIn,
      ...([
        'ASIDE',
        'SWITCH#',
        'TODO#',
        'NEXT#',
        'DONE#',
        'ORDER#',
        'CASE#',
        'SETTINGS',
        'MONTH#',
        'LETTERS#',
        'LETTER#',
        'FEED#',
        'FEEDS#',
      ] as const),
    ],
    writes: [],
  },
  'deadlines-write': {
    reads: [
      ...signedIn,
      ...answering,
      ...due,
      ...mayFallDue,
      ...(['PROVIDER#', 'PROVIDERS', 'ROLE#', 'ASIDE'] as const),
      ...(['TODO#', 'LETTERS#', 'FEED#', 'FEEDS#'] as const),
    ],
    writes: [...answering, ...mayFallDue, 'JOURNAL#', 'WATERMARK', 'DIGEST#', 'FEED#'],
    deletes: ['FEED#'],
  },
  // The only function with a way out of the house: it recognises a customer's words and can open nothing.
  'letters-identity': {
    reads: [...due, 'LETTER#', 'PERSON#', 'SETTINGS', 'THREAD#'],
    // What must not be mailed about somebody protected is told inside; so is that a letter was stopped (N47).
    writes: ['WATERMARK', 'LETTER#', 'THREAD#'],
    identity: ['recognise'],
    mails: true,
  },
  'letters-write': {
    reads: [...signedIn, ...answering, 'LETTER#'],
    writes: [...answering, 'LETTER#', 'THREAD#'],
  },
  'messages-read': { reads: [...signedIn, 'INBOX#', 'UNREAD#', 'THREAD#'], writes: [] },
  'messages-write': {
    reads: [...signedIn, ...answering, ...(['SETTINGS', 'PROVIDER#', 'ROLE#', 'CASE#', 'THREAD#', 'UNREAD#'] as const)],
    writes: [...answering, 'JOURNAL#', 'THREAD#', 'LETTER#'],
  },
  'people-read': {
    reads: [...signedIn, 'JOURNAL#', 'CASE#', 'ACCESS#', 'PROVIDER#', 'PROVIDERS', 'ROLE#', 'DEPUTIES', 'DEPUTIES#'],
    writes: [],
  },
  'people-identity': {
    reads: [...signedIn, 'JOURNAL#', 'CASE#', 'PERSON#', 'TRAIT#', 'SEARCHES#', 'PROVIDER#'],
    writes: ['JOURNAL#', 'ACCESS#', 'CASE#', 'PERSON#', 'TRAIT#', 'SEARCHES#'],
    // What a customer was found by, and is no longer.
    deletes: ['TRAIT#'],
    identity: ['open', 'seal'],
  },
  // Who stands in for whom stands beside the memberships, and a role that is handed over is one.
  'people-write': { reads: [...signedIn, ...answering], writes: [...answering, 'JOURNAL#', 'USER#'] },
  'settings-identity': {
    reads: [
      ...signedIn,
      ...answering,
      ...([
        'SETTINGS',
        'PROVIDER#',
        'PROVIDERS',
        'CASE#',
        'PERSON#',
        'TURNS',
        'ASSIGNMENTS#',
        'CAPACITY#',
        'ROLE#',
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['SETTINGS', 'PROVIDER#', 'USER#', 'CASE#', 'PERSON#', 'TRAIT#', 'TURNS', 'TURN#', 'CAPACITY#'] as const),
      'LETTER#',
    ],
    identity: ['seal'],
  },
  'settings-write': {
    reads: [...signedIn, ...answering, 'SETTINGS'],
    writes: [...answering, 'JOURNAL#', 'SETTINGS'],
  },
  'providers-write': {
    reads: [
      ...signedIn,
      ...answering,
      ...([
        'SETTINGS',
        'PROVIDER#',
        'PROVIDERS',
        'ASSIGNMENTS#',
        'CASE#',
        'CAPACITY#',
        'ROLE#',
        'ORDER#',
        'TURNS',
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['CAPACITY#', 'LETTER#', 'PROVIDER#', 'CASE#', 'ORDER#', 'TURNS', 'TURN#', 'THREAD#'] as const),
    ],
    deletes: ['CAPACITY#', 'CASE#'],
  },
  'settings-read': { reads: [...signedIn, 'SETTINGS', 'PROVIDER#', 'PROVIDERS'], writes: [] },
  'providers-read': { reads: [...signedIn, 'SETTINGS', 'PROVIDER#', 'PROVIDERS', 'CAPACITY#'], writes: [] },
} as const satisfies Record<GroupId, Reach>;
