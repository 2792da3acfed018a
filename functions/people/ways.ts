import { answering, type Reach, signedIn, staff, type WayIn } from '../way-in.ts';

/** The ways into people: who one is, identity, and who has read it. */
export const ways = {
  getMe: {
    on: {
      http: 'GET /people/me',
      roles: staff,
    },
    profile: 'read',
    harm: 'nobody gets past the sign-in of the portal',
    entry: 'functions/people/staff/get-me.ts',
  },
  listStaff: {
    on: {
      http: 'GET /people/staff',
      roles: staff,
    },
    profile: 'read',
    harm: 'people are shown by their ids instead of their names',
    entry: 'functions/people/staff/list-staff.ts',
  },
  listUnits: {
    on: {
      http: 'GET /units',
      roles: staff,
    },
    profile: 'read',
    harm: 'nobody who buys hours between departments can choose of whom',
    entry: 'functions/people/units/list-units.ts',
  },
  saveStaff: {
    on: { http: 'PUT /people/staff/{userId}', roles: ['administrator'] },
    profile: 'write',
    harm: 'nobody new can be let in, and roles stay as they were',
    entry: 'functions/people/staff/save-staff.ts',
  },
  endStaff: {
    on: { http: 'POST /people/staff/{userId}/ending', roles: ['administrator'] },
    profile: 'write',
    harm: 'somebody who has left can still act',
    entry: 'functions/people/staff/end-staff.ts',
  },
  getJournal: {
    on: { http: 'GET /cases/{caseNo}/journal', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody can see what was done in a case',
    entry: 'functions/people/logs/get-journal.ts',
  },
  readIdentity: {
    on: { http: 'POST /people/identity', roles: ['officer', 'head', 'provider', 'provider-manager', 'night-patrol'] },
    profile: 'identity',
    harm: 'staff cannot see whom a case is about',
    entry: 'functions/people/customers/read-identity.ts',
  },
  readIdentities: {
    on: { http: 'POST /people/identities', roles: ['officer'] },
    profile: 'identity',
    harm: 'officers see case numbers instead of names in their own lists',
    entry: 'functions/people/customers/read-identities.ts',
  },
  listPersonsCases: {
    on: { http: 'GET /cases/{caseNo}/person', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody sees that a customer has another case',
    entry: 'functions/people/customers/list-persons-cases.ts',
  },
  listAccess: {
    on: { http: 'GET /cases/{caseNo}/access', roles: ['head'] },
    profile: 'read',
    harm: 'nobody can see who has read about a customer',
    entry: 'functions/people/logs/list-access.ts',
  },

  saveCustomer: {
    on: { http: 'PUT /people/{caseNo}', roles: ['officer'] },
    profile: 'identity',
    harm: 'officers cannot write in whom a case is about',
    entry: 'functions/people/customers/save-customer.ts',
  },
  searchPeople: {
    on: { http: 'POST /people/search', roles: ['officer', 'head', 'night-patrol'] },
    profile: 'identity',
    harm: 'nobody finds a customer who calls, and help in the night goes to the wrong provider',
    entry: 'functions/people/search/search-people.ts',
  },
  appointDeputy: {
    on: { http: 'POST /people/deputies', roles: staff },
    profile: 'write',
    harm: 'the work of somebody who is away stands still',
    entry: 'functions/people/deputies/appoint-deputy.ts',
  },
  listDeputies: {
    on: { http: 'GET /people/deputies', roles: staff },
    profile: 'read',
    harm: 'nobody sees who stands in for whom',
    entry: 'functions/people/deputies/list-deputies.ts',
  },
  endDeputy: {
    on: { http: 'POST /people/deputies/ending', roles: staff },
    profile: 'write',
    harm: 'somebody who no longer stands in can still act',
    entry: 'functions/people/deputies/end-deputy.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: {
    reads: [
      ...signedIn,
      ...([
        'JOURNAL#',
        'CASE#',
        'ACCESS#',
        'PROVIDER#',
        'PROVIDERS',
        'ROLE#',
        'DEPUTIES',
        'DEPUTIES#',
        'UNIT#',
        'UNITS',
      ] as const),
      // Of the person only which cases are theirs (A73): nothing here opens what is sealed.
      'PERSONCASES#',
    ],
    writes: [],
  },
  identity: {
    reads: [...signedIn, 'JOURNAL#', 'CASE#', 'PERSON#', 'PERSONCASES#', 'TRAIT#', 'SEARCHES#', 'PROVIDER#'],
    writes: ['JOURNAL#', 'ACCESS#', 'CASE#', 'PERSON#', 'PERSONCASES#', 'TRAIT#', 'SEARCHES#'],
    // What a customer was found by, and is no longer; a person of whom no case is left.
    deletes: ['TRAIT#', 'PERSONCASES#'],
    identity: ['open', 'seal'],
  },
  // Who is whose deputy is kept beside the memberships, and a role that is handed over is one.
  write: {
    reads: [
      ...signedIn,
      ...answering,
      // Who leaves: whose deputies they are, whether anybody else sees to the house, and what would be left behind.
      ...(['DEPUTIES#', 'ROLE#', 'PROVIDERS', 'UNITS', 'CASES#', 'TODO#', 'UNREAD#'] as const),
    ],
    writes: [...answering, 'JOURNAL#', 'USER#'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
