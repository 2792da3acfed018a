import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into providers: their standing, what they can take on, their end. */
export const ways = {
  listPublicProviders: {
    on: { http: 'GET /settings/public', roles: 'everyone' },
    profile: 'read',
    harm: 'nobody outside can read which providers there are to choose from',
    entry: 'functions/providers/saving/list-public-providers.ts',
  },
  declareCeiling: {
    on: { http: 'PUT /settings/providers/{providerId}/ceiling', roles: ['provider-manager', 'administrator'] },
    profile: 'write',
    harm: 'a provider gets more customers than it can take on',
    entry: 'functions/providers/capacity/declare-ceiling.ts',
  },
  getCapacity: {
    on: {
      http: 'GET /settings/providers/{providerId}/capacity',
      roles: ['officer', 'head', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees which provider is near its ceiling',
    entry: 'functions/providers/capacity/get-capacity.ts',
  },
  saveProvider: {
    on: { http: 'PUT /settings/providers/{providerId}', roles: ['administrator'] },
    profile: 'write',
    harm: 'a new provider cannot be approved, and its contacts are wrong',
    entry: 'functions/providers/saving/save-provider.ts',
  },
  pauseProvider: {
    on: { http: 'POST /settings/providers/{providerId}/pause', roles: ['administrator'] },
    profile: 'write',
    harm: 'a provider that can take nobody goes on getting customers',
    entry: 'functions/providers/standing/pause-provider.ts',
  },
  resumeProvider: {
    on: { http: 'POST /settings/providers/{providerId}/resumption', roles: ['administrator'] },
    profile: 'write',
    harm: 'a provider that is back gets no customers',
    entry: 'functions/providers/standing/resume-provider.ts',
  },
  endProvider: {
    on: { http: 'POST /settings/providers/{providerId}/ending', roles: ['administrator'] },
    profile: 'write',
    harm: 'the customers of a provider that ends are left without help',
    entry: 'functions/providers/ending/end-provider.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  write: {
    reads: [
      ...signedIn,
      ...answering,
      ...([
        'SETTINGS',
        'PROVIDER#',
        'PROVIDERS',
        'ASSIGNMENTS#',
        'CASE#',
        'CAPACITY#',
        'ROLE#',
        'ORDER#',
        'TURNS',
        'MONTH#',
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['CAPACITY#', 'LETTER#', 'PROVIDER#', 'CASE#', 'ORDER#', 'TURNS', 'TURN#', 'THREAD#'] as const),
    ],
    deletes: ['CAPACITY#', 'CASE#'],
  },
  read: { reads: [...signedIn, 'SETTINGS', 'PROVIDER#', 'PROVIDERS', 'CAPACITY#'], writes: [] },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
