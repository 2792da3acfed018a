import { answering, type Reach, signedIn, staff, type WayIn } from '../way-in.ts';

/** Whoever is told something here: everybody but a unit's employees, who are told by those who lead their work. */
const [first, ...others] = staff;
const readers = [first, ...others.filter((role) => role !== 'employee')] as const;

/** The ways into what is said inside the system, and never by mail. */
export const ways = {
  sendMessage: {
    on: { http: 'POST /messages', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers and providers cannot write to each other about a case',
    entry: 'functions/messages/send-message.ts',
  },
  replyMessage: {
    on: { http: 'POST /messages/{threadId}/replies', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a message about a case cannot be answered',
    entry: 'functions/messages/reply-message.ts',
  },
  listMessages: {
    on: {
      http: 'GET /messages',
      roles: readers,
    },
    profile: 'read',
    harm: 'nobody sees that a message waits for them',
    entry: 'functions/messages/list-messages.ts',
  },
  getThread: {
    on: {
      http: 'GET /messages/{threadId}',
      roles: readers,
    },
    profile: 'read',
    harm: 'a message cannot be read',
    entry: 'functions/messages/get-thread.ts',
  },
  readThread: {
    on: {
      http: 'POST /messages/{threadId}/reading',
      roles: readers,
    },
    profile: 'write',
    harm: 'what has been read still looks unread',
    entry: 'functions/messages/read-thread.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: { reads: [...signedIn, 'INBOX#', 'UNREAD#', 'THREAD#'], writes: [] },
  write: {
    reads: [...signedIn, ...answering, ...(['SETTINGS', 'PROVIDER#', 'ROLE#', 'CASE#', 'THREAD#', 'UNREAD#'] as const)],
    writes: [...answering, 'JOURNAL#', 'THREAD#', 'LETTER#'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
