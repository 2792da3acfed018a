import { capacity, due, type Reach, type WayIn } from '../way-in.ts';

/** The ways into mail that comes in. */
export const ways = {
  hearOfMail: {
    on: { event: 'mail-in' },
    profile: 'job',
    harm: 'mail that providers have sent is not read, and what they sent in time may be taken for late',
    entry: 'functions/mail/arriving/hear-of-mail.ts',
  },
  takeMail: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'job',
    harm: 'mail that providers have sent is not read, and what they sent in time may be taken for late',
    entry: 'functions/mail/acting/take-mail.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  job: {
    reads: [
      ...due,
      ...capacity,
      ...([
        'MAIL#',
        'MAILED#',
        'MAILBOX#',
        'MAILBOXES',
        'ANSWERED#',
        'REPLY#',
        'LETTER#',
        'PERSON#',
        'PROVIDERS',
        'ORDER#',
        'CASE#',
        'PERSONCASES#',
        'MONTH#',
        'USER#',
        'ASSIGNMENTS#',
        'PURCHASES#',
        'BASES#',
      ] as const),
    ],
    writes: [
      'JOURNAL#',
      'WATERMARK',
      ...([
        'MAIL#',
        'MAILED#',
        'ANSWERED#',
        'REPLY#',
        'ORDER#',
        'CASE#',
        'LETTER#',
        'THREAD#',
        'CAPACITY#',
        'MONTH#',
        'BASES#',
      ] as const),
    ],
    files: { reads: ['incoming', 'documents'], writes: ['documents'] },
    // What is known of the customer is hidden in what is kept of a mail; nobody is opened for it.
    identity: ['recognise'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
