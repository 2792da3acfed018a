import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into the turn list, for those who abstain and for what is urgent. */
export const ways = {
  listTurns: {
    on: { http: 'GET /choices/turns', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees whose turn it is, or that the turns are fair',
    entry: 'functions/choices/turns/list-turns.ts',
  },
  exportTurns: {
    on: { http: 'GET /choices/turns/export', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'providers cannot check that the turns were given in order',
    entry: 'functions/choices/ledger/export-turns.ts',
  },
  arrangeTurns: {
    on: { http: 'PUT /choices/turns', roles: ['officer'] },
    profile: 'write',
    harm: 'there is no turn list, and a customer who abstains gets no provider',
    entry: 'functions/choices/turns/arrange-turns.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: {
    reads: [...signedIn, 'SETTINGS', 'TURNS', 'TURN#', 'PROVIDER#', 'PROVIDERS', 'CAPACITY#'],
    writes: [],
  },
  write: {
    reads: [...signedIn, ...answering, 'SETTINGS', 'TURNS', 'PROVIDER#', 'PROVIDERS'],
    writes: [...answering, 'TURNS', 'TURN#'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
