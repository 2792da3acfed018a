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
  'ASSIGNMENTS#',
  'CAPACITY#',
  'CASE#',
  'CHAIN#',
  'CHAINS',
  'CHECK#',
  'DONE#',
  'DIGEST#',
  'DUE#',
  'FEED#',
  'FEEDS#',
  'INBOX#',
  'INTENT#',
  'LETTER#',
  'LETTERS#',
  'LINES#',
  'MONTH#NONE#',
  'MONTH#',
  'MONTHS#',
  'NEXT#',
  'ORDER#',
  'ORDERS#',
  'PERSON#',
  'PROVIDER#',
  'PROVIDERS',
  'ROLE#',
  'SETTINGS',
  'SWITCH#',
  'SWITCHES#',
  'THREAD#',
  'TODO#',
  'TURN#',
  'TURNS',
  'UNREAD#',
  'UPLOAD#',
  'USER#',
  'WATERMARK',
] as const;
export type Partition = (typeof partitions)[number];

/** Written once and never again: nobody may update or delete there, whatever else they may do. */
export const writtenOnce = ['ACCESS#', 'CHAIN#', 'TURN#'] as const satisfies readonly Partition[];

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
/** Whose month it is, what was granted in it, and by which routine it is judged. */
const monthBasis = ['PROVIDER#', 'SETTINGS', 'ASSIGNMENTS#', 'CASE#'] as const;

/**
 * How far each function reaches, and no further: IAM is made of this table. `test/infra/cdk/reach.test.ts` runs a
 * whole month with every function inside its own line, and says which words of a line are never used.
 */
export const reach = {
  'orders-identity': {
    reads: [...signedIn, ...answering, 'SETTINGS', 'PROVIDER#', 'CASE#', 'PERSON#'],
    writes: [...answering, 'ORDER#', 'CASE#', 'PERSON#', 'LETTER#'],
    identity: ['seal'],
  },
  'orders-read': { reads: [...signedIn, 'ORDER#', 'ORDERS#', 'CASE#', 'SETTINGS', 'PROVIDER#', 'TODO#'], writes: [] },
  'orders-write': {
    reads: [...signedIn, ...answering, ...due, 'SETTINGS', 'PROVIDER#', 'CAPACITY#', 'ORDER#', 'CASE#', 'UPLOAD#'],
    writes: [...answering, 'WATERMARK', 'ORDER#', 'CASE#', 'LETTER#', 'THREAD#'],
    deletes: ['CASE#'],
    files: { reads: ['incoming'], writes: ['documents'] },
  },
  'switches-read': { reads: [...signedIn, 'SWITCH#', 'SWITCHES#'], writes: [] },
  'switches-write': {
    reads: [
      ...signedIn,
      ...answering,
      ...due,
      ...(['SETTINGS', 'PROVIDER#', 'CASE#', 'ORDER#', 'SWITCH#', 'ROLE#'] as const),
    ],
    writes: [...answering, 'WATERMARK', 'SWITCH#', 'CASE#', 'ORDER#', 'LETTER#', 'THREAD#'],
    deletes: ['CASE#'],
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
    writes: [...answering, 'WATERMARK', 'MONTH#', 'LINES#', 'CASE#', 'CHECK#', 'INTENT#', 'LETTER#'],
    files: { reads: ['incoming'], writes: ['incoming', 'documents'] },
  },
  'months-read': {
    reads: [...signedIn, 'MONTH#', 'MONTHS#', 'LINES#', 'CHAIN#', 'CHECK#'],
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
    writes: [...answering, 'MONTH#', 'LINES#', 'INTENT#', 'CHAIN#', 'LETTER#'],
    // The part of an officer who has no line left in a month that is handed in again.
    deletes: ['MONTH#'],
    files: { reads: ['incoming'], writes: ['documents', 'records'] },
    signing: ['seal', 'publish'],
  },
  'deadlines-read': {
    reads: [
      ...signedIn,
      ...([
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
      ...(['ORDER#', 'MONTH#', 'SETTINGS', 'PROVIDER#', 'PROVIDERS', 'ROLE#'] as const),
      ...(['TODO#', 'LETTERS#', 'FEED#', 'FEEDS#'] as const),
    ],
    writes: [...answering, 'WATERMARK', 'ORDER#', 'MONTH#', 'MONTH#NONE#', 'CASE#', 'LETTER#', 'DIGEST#', 'FEED#'],
    deletes: ['FEED#'],
  },
  // The only function with a way out of the house: it recognises a customer's words and can open nothing.
  'letters-identity': {
    reads: [...due, 'LETTER#', 'PERSON#', 'SETTINGS'],
    writes: ['WATERMARK', 'LETTER#'],
    identity: ['recognise'],
    mails: true,
  },
  'letters-write': { reads: [...signedIn, ...answering, 'LETTER#'], writes: [...answering, 'LETTER#'] },
  'people-read': { reads: [...signedIn, 'CASE#', 'ACCESS#', 'PROVIDER#'], writes: [] },
  'people-identity': { reads: [...signedIn, 'CASE#', 'PERSON#'], writes: ['ACCESS#'], identity: ['open'] },
  'settings-identity': {
    reads: [...signedIn, ...answering, 'SETTINGS', 'PROVIDER#', 'CASE#', 'PERSON#'],
    writes: [...answering, 'SETTINGS', 'PROVIDER#', 'USER#', 'CASE#', 'PERSON#', 'MONTH#NONE#'],
    identity: ['seal'],
  },
  'settings-write': {
    reads: [
      ...signedIn,
      ...answering,
      ...(['SETTINGS', 'PROVIDER#', 'ASSIGNMENTS#', 'CASE#', 'CAPACITY#', 'ROLE#'] as const),
    ],
    writes: [...answering, 'CAPACITY#', 'LETTER#', 'SETTINGS', 'MONTH#NONE#'],
    deletes: ['CAPACITY#'],
  },
  'settings-read': { reads: [...signedIn, 'SETTINGS', 'PROVIDER#', 'PROVIDERS', 'CAPACITY#'], writes: [] },
} as const satisfies Record<GroupId, Reach>;
