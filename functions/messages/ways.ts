import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

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
      roles: [
        'officer',
        'head',
        'fee-officer',
        'administrator',
        'provider',
        'provider-manager',
        'nurse',
        'night-patrol',
      ],
    },
    profile: 'read',
    harm: 'nobody sees that a message waits for them',
    entry: 'functions/messages/list-messages.ts',
  },
  getThread: {
    on: {
      http: 'GET /messages/{threadId}',
      roles: [
        'officer',
        'head',
        'fee-officer',
        'administrator',
        'provider',
        'provider-manager',
        'nurse',
        'night-patrol',
      ],
    },
    profile: 'read',
    harm: 'a message cannot be read',
    entry: 'functions/messages/get-thread.ts',
  },
  readThread: {
    on: {
      http: 'POST /messages/{threadId}/reading',
      roles: [
        'officer',
        'head',
        'fee-officer',
        'administrator',
        'provider',
        'provider-manager',
        'nurse',
        'night-patrol',
      ],
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
