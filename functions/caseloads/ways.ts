import { answering, due, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into caseloads: whose cases are whose, and how they change hands. */
export const ways = {
  getCaseload: {
    on: { http: 'GET /caseloads/{officerId}', roles: ['head', 'administrator'] },
    profile: 'read',
    harm: 'nobody sees what an officer who leaves would leave behind',
    entry: 'functions/caseloads/watch/get-caseload.ts',
  },
  moveCases: {
    on: { http: 'POST /caseloads/{officerId}/moves', roles: ['head', 'administrator'] },
    profile: 'write',
    harm: 'the customers of an officer who has left are nobody’s',
    entry: 'functions/caseloads/moving/move-cases.ts',
  },
  getMove: {
    on: { http: 'GET /caseloads/{officerId}/moves/{moveId}', roles: ['head', 'administrator'] },
    profile: 'read',
    harm: 'nobody sees how far a move of cases has come',
    entry: 'functions/caseloads/moving/get-move.ts',
  },
  runMoves: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'job',
    harm: 'cases stay half moved',
    entry: 'functions/caseloads/moving/run-moves.ts',
  },
  watchCaseloads: {
    on: { schedule: 'cron(0 6 * * ? *)' },
    profile: 'job',
    harm: 'nobody is told of cases whose officer is here no more',
    entry: 'functions/caseloads/watch/watch-caseloads.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** All that hangs on a case. */
const moved = ['CASE#', 'ORDER#', 'SWITCH#', 'MONTH#', 'LINES#', 'THREAD#', 'MOVE#', 'MAIL#'] as const;
const asked = ['USER#', 'CASES#', 'TODO#', 'INBOX#', 'UNREAD#', 'JOURNAL#', 'SETTINGS'] as const;
const counted = ['CAPACITY#', 'PROVIDER#', 'ROLE#'] as const;
const gone = ['MONTH#', 'LINES#', 'THREAD#'] as const;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: { reads: [...signedIn, 'MOVE#', 'CASES#', 'UNREAD#'], writes: [] },
  write: {
    reads: [...answering, ...moved, ...asked, ...counted],
    writes: [...answering, ...moved, 'JOURNAL#', 'LETTER#', 'CAPACITY#'],
    deletes: gone,
  },
  job: {
    reads: [...due, ...moved, ...asked, ...counted],
    writes: [...moved, 'WATERMARK', 'JOURNAL#', 'LETTER#', 'CAPACITY#'],
    deletes: gone,
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
