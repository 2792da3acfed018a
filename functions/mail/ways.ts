import { answering, capacity, due, type Reach, signedIn, type WayIn } from '../way-in.ts';

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
  listMail: {
    on: { http: 'GET /mail', roles: ['officer', 'administrator', 'head'] },
    profile: 'read',
    harm: 'nobody sees that a mail waits for a decision',
    entry: 'functions/mail/quarantine/list-mail.ts',
  },
  getMail: {
    on: { http: 'GET /mail/{mailId}', roles: ['officer', 'administrator', 'head'] },
    profile: 'read',
    harm: 'a mail that was stopped cannot be read, nor decided on',
    entry: 'functions/mail/quarantine/get-mail.ts',
  },
  releaseMail: {
    on: { http: 'POST /mail/{mailId}/release', roles: ['officer', 'administrator'] },
    profile: 'write',
    harm: 'what a provider wrote is stopped for good, and what it sent in time is taken for late',
    entry: 'functions/mail/quarantine/release-mail.ts',
  },
  refuseMail: {
    on: { http: 'POST /mail/{mailId}/refusal', roles: ['officer', 'administrator'] },
    profile: 'write',
    harm: 'a forged mail waits among those that are to be decided',
    entry: 'functions/mail/quarantine/refuse-mail.ts',
  },
  handleMail: {
    on: { http: 'POST /mail/{mailId}/handling', roles: ['officer', 'administrator'] },
    profile: 'write',
    harm: 'a mail that has been seen to looks as if nobody had read it',
    entry: 'functions/mail/quarantine/handle-mail.ts',
  },
  getCorrespondence: {
    on: { http: 'GET /cases/{caseNo}/correspondence', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody sees in one place what was said about a case',
    entry: 'functions/mail/correspondence/get-correspondence.ts',
  },
  listAddresses: {
    on: {
      http: 'GET /providers/{providerId}/addresses',
      roles: ['administrator', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees which addresses a provider’s mail is taken from',
    entry: 'functions/mail/addresses/list-addresses.ts',
  },
  registerAddress: {
    on: { http: 'POST /providers/{providerId}/addresses', roles: ['administrator', 'provider-manager'] },
    profile: 'write',
    harm: 'mail from a provider’s new address is stopped, and waits for a person each time',
    entry: 'functions/mail/addresses/register-address.ts',
  },
  proveAddress: {
    on: { http: 'POST /mail/addresses/proof', roles: 'everyone' },
    profile: 'write',
    harm: 'mail from a provider’s new address is stopped, and waits for a person each time',
    entry: 'functions/mail/addresses/prove-address.ts',
  },
  removeAddress: {
    on: {
      http: 'DELETE /providers/{providerId}/addresses/{addressId}',
      roles: ['administrator', 'provider-manager'],
    },
    profile: 'write',
    harm: 'mail from an address that is a provider’s no more is still taken for its own',
    entry: 'functions/mail/addresses/remove-address.ts',
  },
  openMailFile: {
    on: { http: 'POST /mail/{mailId}/files/{number}/view', roles: ['officer', 'administrator', 'head'] },
    profile: 'write',
    harm: 'a file that came with a mail cannot be looked at',
    entry: 'functions/mail/quarantine/open-mail-file.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: {
    reads: [
      ...signedIn,
      ...(['MAIL#', 'MAILS#', 'TODO#', 'DONE#', 'CASE#', 'ORDER#', 'MAILBOXES', 'MAILBOX#', 'PROVIDERS'] as const),
      ...(['ROLE#', 'PROVIDER#', 'LETTER#', 'LETTERS#', 'INBOX#', 'THREAD#'] as const),
    ],
    writes: [],
  },
  write: {
    reads: [
      ...signedIn,
      ...answering,
      ...([
        'MAIL#',
        'CASE#',
        'ORDER#',
        'MAILBOXES',
        'MAILBOX#',
        'PROVIDERS',
        'PROVIDER#',
        'SETTINGS',
        'ROLE#',
      ] as const),
    ],
    writes: [...answering, ...(['JOURNAL#', 'MAIL#', 'ACCESS#', 'MAILBOX#', 'LETTER#'] as const)],
    deletes: ['MAILBOX#'],
    files: { reads: ['documents'], writes: ['documents'] },
  },
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
        'MONTH#',
        'USER#',
        'ASSIGNMENTS#',
        'PURCHASE#',
        'PURCHASES#',
        'BASES#',
        'TRAIT#',
      ] as const),
    ],
    // A no by mail takes back what was given.
    deletes: ['CASE#'],
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
    // What is known of a customer is hidden in what is kept of a mail: by keyed hashes; nobody is opened for it.
    identity: ['recognise'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
