import { answering, due, mayFallDue, type Reach, signedIn, staff, type WayIn } from '../way-in.ts';

/** The ways into deadlines and tasks. */
export const ways = {
  listTasks: {
    on: {
      http: 'GET /tasks',
      roles: staff,
    },
    profile: 'read',
    harm: 'nobody sees what is late or due',
    entry: 'functions/deadlines/tasks/list-tasks.ts',
  },
  listUpcoming: {
    on: {
      http: 'GET /deadlines',
      roles: staff,
    },
    profile: 'read',
    harm: 'nobody sees what is about to become late',
    entry: 'functions/deadlines/tasks/list-upcoming.ts',
  },
  openFeed: {
    on: {
      http: 'POST /deadlines/feeds',
      roles: staff,
    },
    profile: 'write',
    harm: 'nobody can have their deadlines in a calendar of their own',
    entry: 'functions/deadlines/feeds/open-feed.ts',
  },
  listFeeds: {
    on: {
      http: 'GET /deadlines/feeds',
      roles: staff,
    },
    profile: 'read',
    harm: 'nobody sees which calendars read their deadlines',
    entry: 'functions/deadlines/feeds/list-feeds.ts',
  },
  closeFeed: {
    on: {
      http: 'DELETE /deadlines/feeds/{feedId}',
      roles: staff,
    },
    profile: 'write',
    harm: 'a calendar that should no longer read deadlines goes on reading them',
    entry: 'functions/deadlines/feeds/close-feed.ts',
  },
  readFeed: {
    on: { http: 'GET /deadlines/calendar/{secret}', roles: 'everyone' },
    profile: 'read',
    harm: 'the deadlines in people’s own calendars stand still',
    entry: 'functions/deadlines/feeds/read-feed.ts',
  },
  settleAside: {
    on: { http: 'POST /tasks/aside/{asideId}/settlement', roles: ['administrator'] },
    profile: 'write',
    harm: 'what could not be read stays aside after it has been mended',
    entry: 'functions/deadlines/tasks/settle-aside.ts',
  },
  sweepDeadlines: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'job',
    harm: 'what is late is not marked, and nobody is reminded',
    entry: 'functions/deadlines/sweep/sweep-deadlines.ts',
  },
  sendDigest: {
    on: { schedule: 'cron(0 7 * * ? *)' },
    profile: 'job',
    harm: 'nobody is told in the morning what the day holds and what is late',
    entry: 'functions/deadlines/digest/send-digest.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: {
    reads: [
      ...signedIn,
      ...([
        'ASIDE',
        'PROVIDER#',
        'SWITCH#',
        'PURCHASE#',
        'BASES#',
        'TODO#',
        'NEXT#',
        'DONE#',
        'ORDER#',
        'CASE#',
        'SETTINGS',
        'MONTH#',
        'INVOICE#',
        'LETTERS#',
        'LETTER#',
        'FEED#',
        'FEEDS#',
      ] as const),
    ],
    writes: [],
  },
  // What could not be read is put back wherever it fell due.
  write: {
    reads: [...signedIn, ...answering, ...mayFallDue, 'ASIDE', 'FEED#', 'FEEDS#'],
    writes: [...answering, ...mayFallDue, 'JOURNAL#', 'FEED#'],
    deletes: ['FEED#'],
  },
  job: {
    reads: [
      ...signedIn,
      ...due,
      ...(['ORDER#', 'MONTH#', 'CASE#', 'SWITCH#', 'PURCHASE#', 'BASES#', 'INVOICE#', 'SETTINGS'] as const),
      ...(['PROVIDER#', 'PROVIDERS', 'ROLE#', 'ASIDE', 'TODO#', 'LETTERS#'] as const),
    ],
    writes: [
      ...(['ORDER#', 'MONTH#', 'CASE#', 'SWITCH#', 'PURCHASE#', 'BASES#', 'INVOICE#', 'PROVIDER#'] as const),
      ...(['SETTINGS', 'LETTER#', 'THREAD#', 'JOURNAL#', 'WATERMARK', 'DIGEST#'] as const),
    ],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
