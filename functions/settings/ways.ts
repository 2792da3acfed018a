import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into what a municipality has decided. */
export const ways = {
  importMunicipality: {
    on: { http: 'PUT /settings/municipality', roles: ['administrator'] },
    profile: 'identity',
    harm: 'providers, people and cases cannot be read in',
    entry: 'functions/settings/reading-in/import-municipality.ts',
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
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['SETTINGS', 'PROVIDER#', 'USER#', 'CASE#', 'PERSON#', 'PERSONCASES#', 'TRAIT#'] as const),
      ...(['TURNS', 'TURN#', 'CAPACITY#'] as const),
      'LETTER#',
    ],
    identity: ['seal'],
  },
  write: {
    reads: [...signedIn, ...answering, 'SETTINGS'],
    writes: [...answering, 'JOURNAL#', 'SETTINGS'],
  },
  read: { reads: [...signedIn, 'SETTINGS', 'PROVIDER#', 'PROVIDERS'], writes: [] },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
