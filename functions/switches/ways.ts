import { answering, capacity, due, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into switches: a customer changes provider. */
export const ways = {
  requestSwitch: {
    on: { http: 'POST /switches', roles: ['officer'] },
    profile: 'write',
    harm: 'a customer who wants another provider is kept where they are',
    entry: 'functions/switches/requesting/request-switch.ts',
  },
  listSwitches: {
    on: { http: 'GET /switches', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees which customers are about to change provider',
    entry: 'functions/switches/lists/list-switches.ts',
  },
  getSwitch: {
    on: { http: 'GET /switches/{switchId}', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody can read where a change of provider stands',
    entry: 'functions/switches/lists/get-switch.ts',
  },
  tellProviders: {
    on: { http: 'POST /switches/{switchId}/messages', roles: ['officer'] },
    profile: 'identity',
    harm: 'providers are not told in time that a customer leaves or comes',
    entry: 'functions/switches/telling/tell-providers.ts',
  },
  setSwitchDate: {
    on: { http: 'POST /switches/{switchId}/date', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a customer may be left a day without help, or a day may be paid twice',
    entry: 'functions/switches/date/set-switch-date.ts',
  },
  recordHandover: {
    on: { http: 'POST /switches/{switchId}/handover', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'documentation may go over without consent, or not come back',
    entry: 'functions/switches/documents/record-handover.ts',
  },
  planTakeover: {
    on: { http: 'POST /switches/{switchId}/takeover', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'nobody sees that the new provider has spoken with the customer',
    entry: 'functions/switches/telling/plan-takeover.ts',
  },
  callOffSwitch: {
    on: { http: 'POST /switches/{switchId}/calling-off', roles: ['officer'] },
    profile: 'write',
    harm: 'a customer who stays after all is moved all the same',
    entry: 'functions/switches/requesting/call-off-switch.ts',
  },
  completeSwitches: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'job',
    harm: 'changes of provider look unfinished after their day, and what they waited for looks late',
    entry: 'functions/switches/outcome/complete-switches.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  // Whether the customer is protected is asked before anybody is told by mail; nobody is opened for it.
  identity: {
    reads: [...signedIn, ...answering, 'SETTINGS', 'PROVIDER#', 'SWITCH#', 'PERSON#', 'PERSONCASES#'],
    writes: [...answering, 'JOURNAL#', 'SWITCH#', 'LETTER#', 'THREAD#'],
  },
  read: { reads: [...signedIn, 'SETTINGS', 'ORDER#', 'SWITCH#', 'SWITCHES#'], writes: [] },
  write: {
    reads: [
      ...signedIn,
      ...answering,
      ...capacity,
      ...(['PROVIDERS', 'TURNS', 'CASE#', 'ORDER#', 'SWITCH#', 'UPLOAD#'] as const),
      // Whether the person has died in another of their cases (A73).
      'PERSONCASES#',
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['SWITCH#', 'CASE#', 'ORDER#', 'LETTER#', 'THREAD#', 'TURNS', 'TURN#', 'CAPACITY#'] as const),
    ],
    deletes: ['CASE#'],
    files: { reads: ['incoming'], writes: ['documents'] },
  },
  // A switch that the clock calls off is undone like one that a person calls off: home health care is told of it too.
  job: {
    reads: [...due, ...capacity, 'USER#', 'CASE#', 'ORDER#', 'SWITCH#'],
    writes: ['JOURNAL#', 'WATERMARK', 'SWITCH#', 'CASE#', 'ORDER#', 'LETTER#', 'THREAD#', 'CAPACITY#'],
    deletes: ['CASE#'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
