import { answering, due, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** Who has part in hours that units buy of each other: what they buy is in the same catalogue. */
const buyers = [
  ...(['ordering-manager', 'ordering-administrator', 'ordering-officer'] as const),
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const),
  ...(['economist', 'finance', 'development-leader', 'registrar-own', 'registrar-lov', 'area-head'] as const),
] as const;

/** The ways into what a municipality has decided. */
export const ways = {
  importMunicipality: {
    on: { http: 'PUT /settings/municipality', roles: ['administrator'] },
    profile: 'identity',
    harm: 'providers, people and cases cannot be read in',
    entry: 'functions/settings/reading-in/import-municipality.ts',
  },
  planImport: {
    on: { http: 'POST /imports', roles: ['administrator'] },
    profile: 'write',
    harm: 'files cannot be read in, and nobody sees what they would change',
    entry: 'functions/settings/imports/plan-import.ts',
  },
  getImport: {
    on: { http: 'GET /imports/{importId}', roles: ['administrator'] },
    profile: 'read',
    harm: 'nobody sees what a file would change, or how far it has come',
    entry: 'functions/settings/imports/get-import.ts',
  },
  runImport: {
    on: { http: 'POST /imports/{importId}/run', roles: ['administrator'] },
    profile: 'write',
    harm: 'what a file changes cannot be carried out',
    entry: 'functions/settings/imports/run-import.ts',
  },
  sweepImports: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'job',
    harm: 'files that are read in stand still',
    entry: 'functions/settings/imports/sweep-imports.ts',
  },
  recordReview: {
    on: { http: 'POST /settings/reviews', roles: ['head'] },
    profile: 'write',
    harm: 'a review of the routine cannot be written down and looks missed',
    entry: 'functions/settings/review/record-review.ts',
  },
  getSettings: {
    on: {
      http: 'GET /settings',
      roles: ['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees the routine in force, the rates and the providers',
    entry: 'functions/settings/get-settings.ts',
  },
  listServices: {
    on: {
      http: 'GET /settings/services',
      roles: ['officer', 'head', 'administrator', 'night-patrol', 'provider', 'provider-manager', ...buyers],
    },
    profile: 'read',
    harm: 'whoever orders must know the codes by heart',
    entry: 'functions/settings/list-services.ts',
  },
  getSetup: {
    on: { http: 'GET /settings/setup', roles: ['administrator', 'head'] },
    profile: 'read',
    harm: 'an administrator does not see what to do first, nor what each parameter means',
    entry: 'functions/settings/get-setup.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  identity: {
    reads: [
      ...signedIn,
      ...answering,
      ...([
        'SETTINGS',
        'PROVIDER#',
        'PROVIDERS',
        'CASE#',
        'PERSON#',
        'PERSONCASES#',
        'TRAIT#',
        'TURNS',
        'ASSIGNMENTS#',
        'CAPACITY#',
        'ROLE#',
        'UNIT#',
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...([
        'SETTINGS',
        'PROVIDER#',
        'USER#',
        'CASE#',
        'ORDER#',
        'PERSON#',
        'PERSONCASES#',
        'TRAIT#',
        'TURNS',
        'TURN#',
        'CAPACITY#',
        'UNIT#',
      ] as const),
      'LETTER#',
    ],
    identity: ['seal'],
  },
  write: {
    reads: [...signedIn, ...answering, 'SETTINGS', 'UPLOAD#', 'IMPORT#'],
    writes: [...answering, 'JOURNAL#', 'SETTINGS', 'IMPORT#'],
    files: { reads: ['incoming'], writes: ['incoming'] },
  },
  job: {
    reads: [
      ...due,
      ...([
        'SETTINGS',
        'PROVIDER#',
        'PROVIDERS',
        'CASE#',
        'PERSON#',
        'PERSONCASES#',
        'TRAIT#',
        'TURNS',
        'ASSIGNMENTS#',
      ] as const),
      ...(['CAPACITY#', 'ROLE#', 'USER#', 'ORDER#', 'ORDERS#', 'MONTH#', 'IMPORT#', 'MOVE#'] as const),
      ...(['UNIT#', 'UNITS'] as const),
    ],
    writes: [
      ...([
        'WATERMARK',
        'JOURNAL#',
        'SETTINGS',
        'PROVIDER#',
        'USER#',
        'CASE#',
        'ORDER#',
        'PERSON#',
        'PERSONCASES#',
        'TRAIT#',
      ] as const),
      // A provider that is told inside the system, and never by mail, reads there what a file has changed (S-45).
      ...(['TURNS', 'TURN#', 'CAPACITY#', 'LETTER#', 'THREAD#', 'IMPORT#', 'ACCESS#', 'MOVE#', 'UNIT#'] as const),
    ],
    deletes: ['TRAIT#', 'PERSONCASES#'],
    // What has been read in is emptied when it is done.
    files: { reads: ['incoming'], writes: ['incoming'] },
    identity: ['seal', 'open'],
  },
  read: {
    reads: [...signedIn, 'SETTINGS', 'PROVIDER#', 'PROVIDERS', 'IMPORT#', 'ROLE#', 'CASES#'],
    writes: [],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
