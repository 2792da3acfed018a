import type { Role } from '../shared/domain/roles.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Access = 'none' | 'read' | 'write';
/** `letters`: a letter has been stored. */
export type StreamName = 'letters';
/** `ses-delivery`: the mail service has delivered a letter, or has had it back. */
export type EventName = 'ses-delivery';

/**
 * Every way into the system. The local machine mounts it, the tests walk it, the cloud deploys from it;
 * nothing else names a route, a role or a schedule.
 */
export type Entry = {
  readonly on:
    | { readonly http: `${Method} /${string}`; readonly roles: readonly [Role, ...Role[]] | 'everyone' }
    /** A time in Europe/Stockholm, or a rate, as EventBridge Scheduler writes it. */
    | { readonly schedule: `cron(${string})` | `rate(${string})` }
    /** Something new in the table. Only a doorbell: a schedule looks for itself, whether or not it rings. */
    | { readonly stream: StreamName }
    /** Something that another service has to tell. */
    | { readonly event: EventName };
  readonly profile: 'read' | 'write' | 'sign' | 'identity';
  /** Who is hurt when it fails: the alarm's text. */
  readonly harm: string;
  readonly entry: `functions/${string}.ts`;
  readonly table: Access;
  readonly documents: Access;
};

export const registry = {
  // — orders: from the decision to the first visit
  placeOrder: {
    on: { http: 'POST /orders', roles: ['officer', 'night-patrol'] },
    profile: 'identity',
    harm: 'officers cannot order care and a customer may be left without help',
    entry: 'functions/orders/place-order.ts',
    table: 'write',
    documents: 'none',
  },
  listOrders: {
    on: { http: 'GET /orders', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees which orders wait for them',
    entry: 'functions/orders/list-orders.ts',
    table: 'read',
    documents: 'none',
  },
  getOrder: {
    on: { http: 'GET /orders/{orderId}', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody can read an order',
    entry: 'functions/orders/get-order.ts',
    table: 'read',
    documents: 'none',
  },
  confirmOrder: {
    on: { http: 'POST /orders/{orderId}/confirmation', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a provider cannot confirm an order and the start may be late',
    entry: 'functions/orders/confirm-order.ts',
    table: 'write',
    documents: 'none',
  },
  startOrder: {
    on: { http: 'POST /orders/{orderId}/start', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not see that help has begun',
    entry: 'functions/orders/start-order.ts',
    table: 'write',
    documents: 'none',
  },
  deferOrder: {
    on: { http: 'POST /orders/{orderId}/deferral', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'an agreed later start is taken for a late one',
    entry: 'functions/orders/defer-order.ts',
    table: 'write',
    documents: 'none',
  },
  contactProvider: {
    on: { http: 'POST /orders/{orderId}/contact', roles: ['officer'] },
    profile: 'write',
    harm: 'a private provider does not learn of its assignment and its time does not run',
    entry: 'functions/orders/contact-provider.ts',
    table: 'write',
    documents: 'none',
  },
  prepareSheet: {
    on: { http: 'POST /orders/{orderId}/sheet', roles: ['officer'] },
    profile: 'identity',
    harm: 'a private provider gets no assignment on paper',
    entry: 'functions/orders/prepare-sheet.ts',
    table: 'write',
    documents: 'none',
  },
  deliverSheet: {
    on: { http: 'POST /orders/{orderId}/delivery', roles: ['officer'] },
    profile: 'write',
    harm: 'nobody sees whether the paper has gone out',
    entry: 'functions/orders/deliver-sheet.ts',
    table: 'write',
    documents: 'none',
  },
  rejectOrder: {
    on: { http: 'POST /orders/{orderId}/rejection', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a full provider cannot say no and the customer waits for nothing',
    entry: 'functions/orders/reject-order.ts',
    table: 'write',
    documents: 'none',
  },
  executeOrder: {
    on: { http: 'POST /orders/{orderId}/execution', roles: ['officer'] },
    profile: 'write',
    harm: 'officers cannot set an order as executed',
    entry: 'functions/orders/execute-order.ts',
    table: 'write',
    documents: 'none',
  },
  reportNotExecuted: {
    on: { http: 'PUT /orders/{orderId}/not-executed', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not learn that decided help is not given',
    entry: 'functions/orders/report-not-executed.ts',
    table: 'write',
    documents: 'none',
  },
  getOrderHistory: {
    on: {
      http: 'GET /orders/{orderId}/history',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody can see what was done with an order',
    entry: 'functions/orders/get-order-history.ts',
    table: 'read',
    documents: 'none',
  },

  // — choices: the turn list for those who abstain, and for what is urgent
  listTurns: {
    on: { http: 'GET /choices/turns', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees whose turn it is, or that the turns are fair',
    entry: 'functions/choices/list-turns.ts',
    table: 'read',
    documents: 'none',
  },
  exportTurns: {
    on: { http: 'GET /choices/turns/export', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'providers cannot check that the turns were given in order',
    entry: 'functions/choices/export-turns.ts',
    table: 'read',
    documents: 'none',
  },
  arrangeTurns: {
    on: { http: 'PUT /choices/turns', roles: ['officer'] },
    profile: 'write',
    harm: 'there is no turn list, and a customer who abstains gets no provider',
    entry: 'functions/choices/arrange-turns.ts',
    table: 'write',
    documents: 'none',
  },

  // — orders: what changes on the way, and how they end
  reportNeed: {
    on: { http: 'POST /orders/{orderId}/needs', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not hear that a customer needs more',
    entry: 'functions/orders/report-need.ts',
    table: 'write',
    documents: 'none',
  },
  listReports: {
    on: { http: 'GET /orders/{orderId}/reports', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees what has been told of an order',
    entry: 'functions/orders/list-reports.ts',
    table: 'read',
    documents: 'none',
  },
  acknowledgeReport: {
    on: { http: 'POST /orders/{orderId}/reports/{reportId}/acknowledgement', roles: ['officer'] },
    profile: 'write',
    harm: 'officers cannot show that they have taken note of what was told',
    entry: 'functions/orders/acknowledge-report.ts',
    table: 'write',
    documents: 'none',
  },
  changeServices: {
    on: { http: 'POST /orders/{orderId}/services', roles: ['officer'] },
    profile: 'write',
    harm: 'a new decision does not reach the provider, and granted time is wrong',
    entry: 'functions/orders/change-services.ts',
    table: 'write',
    documents: 'none',
  },
  reportDecline: {
    on: { http: 'POST /orders/{orderId}/declines', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'nobody notices that a customer declines help again and again',
    entry: 'functions/orders/report-decline.ts',
    table: 'write',
    documents: 'none',
  },
  reportHospital: {
    on: { http: 'POST /orders/{orderId}/hospital', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not hear that a customer is in hospital',
    entry: 'functions/orders/report-hospital.ts',
    table: 'write',
    documents: 'none',
  },
  planHomecoming: {
    on: { http: 'POST /orders/{orderId}/homecoming', roles: ['officer'] },
    profile: 'write',
    harm: 'a provider does not know when the customer comes home',
    entry: 'functions/orders/plan-homecoming.ts',
    table: 'write',
    documents: 'none',
  },
  resumeOrder: {
    on: { http: 'POST /orders/{orderId}/resumption', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'an order stays paused though the customer is home',
    entry: 'functions/orders/resume-order.ts',
    table: 'write',
    documents: 'none',
  },
  reportDeath: {
    on: { http: 'POST /orders/{orderId}/death', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'orders go on for a customer who has died',
    entry: 'functions/orders/report-death.ts',
    table: 'write',
    documents: 'none',
  },
  requestEnd: {
    on: { http: 'POST /orders/{orderId}/ending', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a customer who wishes to end is not heard',
    entry: 'functions/orders/request-end.ts',
    table: 'write',
    documents: 'none',
  },
  verifyEnd: {
    on: { http: 'POST /orders/{orderId}/ending/verification', roles: ['officer'] },
    profile: 'write',
    harm: 'nobody may close a case that the customer wants to end',
    entry: 'functions/orders/verify-end.ts',
    table: 'write',
    documents: 'none',
  },
  endOrder: {
    on: { http: 'POST /orders/{orderId}/ending/decision', roles: ['officer'] },
    profile: 'write',
    harm: 'an officer cannot end an order',
    entry: 'functions/orders/end-order.ts',
    table: 'write',
    documents: 'none',
  },
  closeOrder: {
    on: { http: 'POST /orders/{orderId}/closure', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a provider cannot close a case that has ended',
    entry: 'functions/orders/close-order.ts',
    table: 'write',
    documents: 'none',
  },
  closeOrders: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'write',
    harm: 'orders stay open after their last day',
    entry: 'functions/orders/close-orders.ts',
    table: 'write',
    documents: 'none',
  },

  // — documents: what is sent in
  openUpload: {
    on: { http: 'POST /documents/uploads', roles: ['provider', 'provider-manager', 'administrator'] },
    profile: 'write',
    harm: 'providers cannot hand in their files',
    entry: 'functions/documents/open-upload.ts',
    table: 'write',
    documents: 'write',
  },

  // — months: from the handed-in report to the signed statement
  openMonth: {
    on: { schedule: 'cron(10 0 1 * ? *)' },
    profile: 'write',
    harm: 'the month has no dates, and nobody is reminded of it',
    entry: 'functions/months/open-month.ts',
    table: 'write',
    documents: 'none',
  },
  checkMonth: {
    on: { http: 'POST /months/{month}/check', roles: ['provider', 'provider-manager', 'officer', 'head'] },
    profile: 'write',
    harm: 'a provider cannot try its file before handing it in',
    entry: 'functions/months/check-month.ts',
    table: 'write',
    documents: 'write',
  },
  getCheck: {
    on: { http: 'GET /months/{month}/checks/{checkId}', roles: ['provider', 'provider-manager', 'officer', 'head'] },
    profile: 'read',
    harm: 'the answer about a large file cannot be fetched',
    entry: 'functions/months/get-check.ts',
    table: 'read',
    documents: 'read',
  },
  runChecks: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'write',
    harm: 'large files wait for their dry run',
    entry: 'functions/months/run-checks.ts',
    table: 'write',
    documents: 'write',
  },
  intendSubmission: {
    on: { http: 'POST /months/{month}/submissions/intent', roles: ['provider-manager'] },
    profile: 'write',
    harm: 'a manager cannot see what is about to be signed',
    entry: 'functions/months/intend-submission.ts',
    table: 'write',
    documents: 'write',
  },
  submitMonth: {
    on: { http: 'POST /months/{month}/submissions', roles: ['provider-manager'] },
    profile: 'sign',
    harm: 'providers cannot hand in their month and are not paid in time',
    entry: 'functions/months/submit-month.ts',
    table: 'write',
    documents: 'write',
  },
  listMonths: {
    on: { http: 'GET /months/{month}', roles: ['officer', 'head', 'fee-officer', 'administrator'] },
    profile: 'read',
    harm: 'the head does not see what is late',
    entry: 'functions/months/list-months.ts',
    table: 'read',
    documents: 'none',
  },
  getMonth: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}',
      roles: ['officer', 'head', 'fee-officer', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees where the month stands',
    entry: 'functions/months/get-month.ts',
    table: 'read',
    documents: 'read',
  },
  getLine: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/lines/{caseNo}',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'the reason for a minute cannot be read',
    entry: 'functions/months/get-line.ts',
    table: 'read',
    documents: 'read',
  },
  decideLine: {
    on: { http: 'PUT /months/{month}/providers/{providerId}/lines/{caseNo}', roles: ['officer'] },
    profile: 'write',
    harm: 'officers cannot approve time and the report is late',
    entry: 'functions/months/decide-line.ts',
    table: 'write',
    documents: 'none',
  },
  approveLines: {
    on: { http: 'POST /months/{month}/providers/{providerId}/approvals', roles: ['officer'] },
    profile: 'write',
    harm: 'officers must tick off every matching line one by one',
    entry: 'functions/months/approve-lines.ts',
    table: 'write',
    documents: 'none',
  },
  answerQuestion: {
    on: {
      http: 'POST /months/{month}/providers/{providerId}/lines/{caseNo}/answers',
      roles: ['provider', 'provider-manager'],
    },
    profile: 'write',
    harm: 'a provider cannot answer what the officer asks',
    entry: 'functions/months/answer-question.ts',
    table: 'write',
    documents: 'none',
  },
  intendReport: {
    on: { http: 'POST /months/{month}/providers/{providerId}/report/intent', roles: ['officer'] },
    profile: 'write',
    harm: 'an officer cannot see what is about to be signed',
    entry: 'functions/months/intend-report.ts',
    table: 'write',
    documents: 'write',
  },
  signReport: {
    on: { http: 'POST /months/{month}/providers/{providerId}/report', roles: ['officer'] },
    profile: 'sign',
    harm: 'the head does not get the signed report by the fifth working day',
    entry: 'functions/months/sign-report.ts',
    table: 'write',
    documents: 'write',
  },
  intendStatement: {
    on: { http: 'POST /months/{month}/providers/{providerId}/statement/intent', roles: ['head'] },
    profile: 'write',
    harm: 'the head cannot see what is about to be signed',
    entry: 'functions/months/intend-statement.ts',
    table: 'write',
    documents: 'write',
  },
  sendStatement: {
    on: { http: 'POST /months/{month}/providers/{providerId}/statement', roles: ['head'] },
    profile: 'sign',
    harm: 'providers get no statement and cannot invoice',
    entry: 'functions/months/send-statement.ts',
    table: 'write',
    documents: 'write',
  },
  getRecord: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/records/{recordId}',
      roles: ['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'a signed record cannot be fetched',
    entry: 'functions/months/get-record.ts',
    table: 'read',
    documents: 'read',
  },
  verifyRecord: {
    on: { http: 'POST /months/records/verification', roles: 'everyone' },
    profile: 'read',
    harm: 'nobody can check a signed record in the browser',
    entry: 'functions/months/verify-record.ts',
    table: 'none',
    documents: 'none',
  },
  getKeys: {
    on: { http: 'GET /.well-known/jwks.json', roles: 'everyone' },
    profile: 'read',
    harm: 'nobody can check a signature against the published keys',
    entry: 'functions/months/get-keys.ts',
    table: 'none',
    documents: 'none',
  },

  sealCheckpoint: {
    on: { schedule: 'cron(30 1 * * ? *)' },
    profile: 'sign',
    harm: 'a tail cut off the signed records would not show',
    entry: 'functions/months/seal-checkpoint.ts',
    table: 'write',
    documents: 'write',
  },

  // — deadlines and tasks
  listTasks: {
    on: {
      http: 'GET /tasks',
      roles: [
        'officer',
        'head',
        'fee-officer',
        'administrator',
        'provider',
        'provider-manager',
        'night-patrol',
        'nurse',
      ],
    },
    profile: 'read',
    harm: 'nobody sees what is late or due',
    entry: 'functions/deadlines/list-tasks.ts',
    table: 'read',
    documents: 'none',
  },
  sweepDeadlines: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'write',
    harm: 'what is late is not marked, and nobody is reminded',
    entry: 'functions/deadlines/sweep-deadlines.ts',
    table: 'write',
    documents: 'none',
  },

  // — letters
  sendLetters: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'identity',
    harm: 'providers are not told of orders and statements',
    entry: 'functions/letters/send-letters.ts',
    table: 'write',
    documents: 'none',
  },
  sendLetter: {
    on: { stream: 'letters' },
    profile: 'identity',
    harm: 'letters leave a minute late',
    entry: 'functions/letters/send-letter.ts',
    table: 'write',
    documents: 'none',
  },
  takeDeliveryEvent: {
    on: { event: 'ses-delivery' },
    profile: 'write',
    harm: 'a letter that came back looks as if it had arrived',
    entry: 'functions/letters/take-delivery-event.ts',
    table: 'write',
    documents: 'none',
  },
  settleLetter: {
    on: { http: 'POST /letters/{letterId}/settlement', roles: ['administrator'] },
    profile: 'write',
    harm: 'a letter whose fate is unknown stays unknown',
    entry: 'functions/letters/settle-letter.ts',
    table: 'write',
    documents: 'none',
  },

  // — people: who one is, identity, and who has read it
  getMe: {
    on: {
      http: 'GET /people/me',
      roles: [
        'officer',
        'head',
        'fee-officer',
        'administrator',
        'provider',
        'provider-manager',
        'night-patrol',
        'nurse',
      ],
    },
    profile: 'read',
    harm: 'nobody gets past the sign-in of the portal',
    entry: 'functions/people/get-me.ts',
    table: 'read',
    documents: 'none',
  },
  getJournal: {
    on: { http: 'GET /cases/{caseNo}/journal', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody can see what was done in a case',
    entry: 'functions/people/get-journal.ts',
    table: 'read',
    documents: 'none',
  },
  readIdentity: {
    on: { http: 'POST /people/identity', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'identity',
    harm: 'staff cannot see whom a case is about',
    entry: 'functions/people/read-identity.ts',
    table: 'write',
    documents: 'none',
  },
  listAccess: {
    on: { http: 'GET /cases/{caseNo}/access', roles: ['head'] },
    profile: 'read',
    harm: 'nobody can see who has read about a customer',
    entry: 'functions/people/list-access.ts',
    table: 'read',
    documents: 'none',
  },

  // — settings
  importMunicipality: {
    on: { http: 'PUT /settings/municipality', roles: ['administrator'] },
    profile: 'identity',
    harm: 'providers, people and cases cannot be read in',
    entry: 'functions/settings/import-municipality.ts',
    table: 'write',
    documents: 'none',
  },
  getSettings: {
    on: {
      http: 'GET /settings',
      roles: ['officer', 'head', 'fee-officer', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees the routine in force, the rates and the providers',
    entry: 'functions/settings/get-settings.ts',
    table: 'read',
    documents: 'none',
  },
} as const satisfies Record<string, Entry>;

export type EntryKey = keyof typeof registry;
