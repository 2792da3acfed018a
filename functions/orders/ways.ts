import { answering, capacity, due, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into orders: from the decision to the first visit, what changes on the way, how they end, papers and follow-ups. */
export const ways = {
  // — orders: from the decision to the first visit
  placeOrder: {
    on: { http: 'POST /orders', roles: ['officer', 'night-patrol'] },
    profile: 'identity',
    harm: 'officers cannot order care and a customer may be left without help',
    entry: 'functions/orders/placing/place-order.ts',
  },
  listOrders: {
    on: { http: 'GET /orders', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees which orders wait for them',
    entry: 'functions/orders/lists/list-orders.ts',
  },
  getOrder: {
    on: { http: 'GET /orders/{orderId}', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody can read an order',
    entry: 'functions/orders/lists/get-order.ts',
  },
  confirmOrder: {
    on: { http: 'POST /orders/{orderId}/confirmation', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a provider cannot confirm an order and the start may be late',
    entry: 'functions/orders/placing/confirm-order.ts',
  },
  startOrder: {
    on: { http: 'POST /orders/{orderId}/start', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not see that help has begun',
    entry: 'functions/orders/starting/start-order.ts',
  },
  deferOrder: {
    on: { http: 'POST /orders/{orderId}/deferral', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'an agreed later start is taken for a late one',
    entry: 'functions/orders/starting/defer-order.ts',
  },
  contactProvider: {
    on: { http: 'POST /orders/{orderId}/contact', roles: ['officer'] },
    profile: 'identity',
    harm: 'a private provider does not learn of its assignment and its time does not run',
    entry: 'functions/orders/placing/contact-provider.ts',
  },
  takeBackContacts: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'job',
    harm: 'a provider that was never reached is taken for contacted, and a customer waits for help that nobody knows of',
    entry: 'functions/orders/placing/take-back-contacts.ts',
  },
  prepareSheet: {
    on: { http: 'POST /orders/{orderId}/sheet', roles: ['officer'] },
    profile: 'identity',
    harm: 'a private provider gets no assignment on paper',
    entry: 'functions/orders/starting/prepare-sheet.ts',
  },
  deliverSheet: {
    on: { http: 'POST /orders/{orderId}/delivery', roles: ['officer'] },
    profile: 'write',
    harm: 'nobody sees whether the paper has gone out',
    entry: 'functions/orders/starting/deliver-sheet.ts',
  },
  rejectOrder: {
    on: { http: 'POST /orders/{orderId}/rejection', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a full provider cannot say no and the customer waits for nothing',
    entry: 'functions/orders/placing/reject-order.ts',
  },
  withdrawOrder: {
    on: { http: 'POST /orders/{orderId}/withdrawal', roles: ['officer'] },
    profile: 'write',
    harm: 'an order sent by mistake cannot be taken back, and the right one waits',
    entry: 'functions/orders/placing/withdraw-order.ts',
  },
  executeOrder: {
    on: { http: 'POST /orders/{orderId}/execution', roles: ['officer'] },
    profile: 'write',
    harm: 'officers cannot set an order as executed',
    entry: 'functions/orders/starting/execute-order.ts',
  },
  reportNotExecuted: {
    on: { http: 'PUT /orders/{orderId}/not-executed', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not learn that decided help is not given',
    entry: 'functions/orders/starting/report-not-executed.ts',
  },
  followUpNotExecuted: {
    on: { http: 'POST /orders/{orderId}/not-executed/follow-up', roles: ['officer'] },
    profile: 'write',
    harm: 'nobody asks again about decided help that is not given',
    entry: 'functions/orders/starting/follow-up-not-executed.ts',
  },
  noteDecisionDays: {
    on: { http: 'PUT /orders/{orderId}/decision-days', roles: ['officer'] },
    profile: 'write',
    harm: 'decisions that are not carried out are reported by the wrong days',
    entry: 'functions/orders/unexecuted/note-decision-days.ts',
  },
  listNotExecuted: {
    on: { http: 'GET /follow-ups/not-executed', roles: ['head', 'administrator'] },
    profile: 'read',
    harm: 'decisions that are not carried out are not reported, and the municipality may be fined',
    entry: 'functions/orders/unexecuted/list-not-executed.ts',
  },
  getNotExecutedFile: {
    on: { http: 'GET /follow-ups/not-executed/file', roles: ['head', 'administrator'] },
    profile: 'read',
    harm: 'neither those who supervise nor the council get their report',
    entry: 'functions/orders/unexecuted/get-not-executed-file.ts',
  },
  getOrderHistory: {
    on: {
      http: 'GET /orders/{orderId}/history',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody can see what was done with an order',
    entry: 'functions/orders/lists/get-order-history.ts',
  },

  // — orders: what changes on the way, and how they end
  reportNeed: {
    on: { http: 'POST /orders/{orderId}/needs', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not hear that a customer needs more',
    entry: 'functions/orders/reports/report-need.ts',
  },
  listReports: {
    on: { http: 'GET /orders/{orderId}/reports', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees what has been told of an order',
    entry: 'functions/orders/reports/list-reports.ts',
  },
  acknowledgeReport: {
    on: { http: 'POST /orders/{orderId}/reports/{reportId}/acknowledgement', roles: ['officer'] },
    profile: 'write',
    harm: 'officers cannot show that they have taken note of what was told',
    entry: 'functions/orders/reports/acknowledge-report.ts',
  },
  changeServices: {
    on: { http: 'POST /orders/{orderId}/services', roles: ['officer'] },
    profile: 'write',
    harm: 'a new decision does not reach the provider, and granted time is wrong',
    entry: 'functions/orders/reports/change-services.ts',
  },
  reportDecline: {
    on: { http: 'POST /orders/{orderId}/declines', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'nobody notices that a customer declines help again and again',
    entry: 'functions/orders/reports/report-decline.ts',
  },
  reportHospital: {
    on: { http: 'POST /orders/{orderId}/hospital', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers do not hear that a customer is in hospital',
    entry: 'functions/orders/reports/report-hospital.ts',
  },
  correctStay: {
    on: {
      http: 'POST /orders/{orderId}/hospital/correction',
      roles: ['officer', 'provider', 'provider-manager'],
    },
    profile: 'write',
    harm: 'the wrong days in hospital are paid or left unpaid',
    entry: 'functions/orders/reports/correct-stay.ts',
  },
  planHomecoming: {
    on: { http: 'POST /orders/{orderId}/homecoming', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a provider does not know when the customer comes home',
    entry: 'functions/orders/reports/plan-homecoming.ts',
  },
  resumeOrder: {
    on: { http: 'POST /orders/{orderId}/resumption', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'an order stays paused though the customer is home',
    entry: 'functions/orders/ending/resume-order.ts',
  },
  reportDeath: {
    on: { http: 'POST /orders/{orderId}/death', roles: ['officer', 'provider', 'provider-manager'] },
    profile: 'write',
    harm: 'orders go on for a customer who has died',
    entry: 'functions/orders/ending/report-death.ts',
  },
  undoDeath: {
    on: {
      http: 'POST /orders/{orderId}/death/withdrawal',
      roles: ['officer', 'provider', 'provider-manager'],
    },
    profile: 'write',
    harm: 'help stays ended for a customer who lives',
    entry: 'functions/orders/ending/undo-death.ts',
  },
  requestEnd: {
    on: { http: 'POST /orders/{orderId}/ending', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a customer who wishes to end is not heard',
    entry: 'functions/orders/ending/request-end.ts',
  },
  verifyEnd: {
    on: { http: 'POST /orders/{orderId}/ending/verification', roles: ['officer'] },
    profile: 'write',
    harm: 'nobody may close a case that the customer wants to end',
    entry: 'functions/orders/ending/verify-end.ts',
  },
  endOrder: {
    on: { http: 'POST /orders/{orderId}/ending/decision', roles: ['officer'] },
    profile: 'write',
    harm: 'an officer cannot end an order',
    entry: 'functions/orders/ending/end-order.ts',
  },
  withdrawEnd: {
    on: { http: 'POST /orders/{orderId}/ending/decision/withdrawal', roles: ['officer'] },
    profile: 'write',
    harm: 'help ends by a decision that nobody stands by',
    entry: 'functions/orders/ending/withdraw-end.ts',
  },
  closeOrder: {
    on: { http: 'POST /orders/{orderId}/closure', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a provider cannot close a case that has ended',
    entry: 'functions/orders/ending/close-order.ts',
  },
  takeUpDeclines: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'job',
    harm: 'help declined again and again in the forms does not come back to the officers',
    entry: 'functions/orders/reports/take-up-declines.ts',
  },
  takeUpFacts: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'job',
    harm: 'a death or a hospital stay that only a form tells of never reaches the officer',
    entry: 'functions/orders/reports/take-up-facts.ts',
  },
  listTold: {
    on: { http: 'GET /orders/{orderId}/told', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody sees what the forms have told of a customer',
    entry: 'functions/orders/reports/list-told.ts',
  },
  takeOverFact: {
    on: { http: 'POST /orders/{orderId}/told/{factId}', roles: ['officer'] },
    profile: 'write',
    harm: 'an order goes on for a customer whose death or hospital stay stands in the form',
    entry: 'functions/orders/reports/take-over-fact.ts',
  },
  dismissFact: {
    on: { http: 'POST /orders/{orderId}/told/{factId}/dismissal', roles: ['officer'] },
    profile: 'write',
    harm: 'a mistake in a form stays a task for ever',
    entry: 'functions/orders/reports/dismiss-fact.ts',
  },
  closeOrders: {
    on: { schedule: 'rate(5 minutes)' },
    profile: 'job',
    harm: 'orders stay open after their last day',
    entry: 'functions/orders/ending/close-orders.ts',
  },

  // — orders: papers and follow-ups
  handInCarePlan: {
    on: { http: 'POST /orders/{orderId}/care-plan', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'care plans do not reach the officer',
    entry: 'functions/orders/papers/hand-in-care-plan.ts',
  },
  returnDocumentation: {
    on: { http: 'POST /orders/{orderId}/documentation', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'the documentation of ended care is not handed over',
    entry: 'functions/orders/papers/return-documentation.ts',
  },
  listCaseDocuments: {
    on: { http: 'GET /cases/{caseNo}/documents', roles: ['officer', 'head', 'provider', 'provider-manager'] },
    profile: 'read',
    harm: 'nobody sees which papers a case has',
    entry: 'functions/orders/papers/list-case-documents.ts',
  },
  viewDocument: {
    on: {
      http: 'POST /cases/{caseNo}/documents/{documentId}/view',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'identity',
    harm: 'papers that have been handed in cannot be read',
    entry: 'functions/orders/papers/view-document.ts',
  },
  recordFollowUp: {
    on: { http: 'POST /cases/{caseNo}/follow-ups', roles: ['officer'] },
    profile: 'write',
    harm: 'follow-ups cannot be written down and look missed',
    entry: 'functions/orders/papers/record-follow-up.ts',
  },
  listCaseOrders: {
    on: { http: 'GET /cases/{caseNo}/orders', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody who answers a call sees what the customer has',
    entry: 'functions/orders/lists/list-case-orders.ts',
  },
  noteContact: {
    on: { http: 'POST /cases/{caseNo}/contacts', roles: ['officer', 'head'] },
    profile: 'write',
    harm: 'what a customer has called about is written on loose paper',
    entry: 'functions/orders/papers/note-contact.ts',
  },
  listContacts: {
    on: { http: 'GET /cases/{caseNo}/contacts', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody sees what a customer has called about before',
    entry: 'functions/orders/papers/list-contacts.ts',
  },
  listFollowUps: {
    on: { http: 'GET /cases/{caseNo}/follow-ups', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody sees when a case was followed up',
    entry: 'functions/orders/papers/list-follow-ups.ts',
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
        'ORDER#',
        'PERSON#',
        'PERSONCASES#',
        'TRAIT#',
        'CAPACITY#',
        'MONTH#',
        'TURNS',
        'ROLE#',
        'UPLOAD#',
      ] as const),
    ],
    writes: [
      ...answering,
      'JOURNAL#',
      ...([
        'ORDER#',
        'CASE#',
        'PERSON#',
        'PERSONCASES#',
        'TRAIT#',
        'ACCESS#',
        'LETTER#',
        'THREAD#',
        'TURNS',
        'TURN#',
        'CAPACITY#',
      ] as const),
    ],
    // What a customer was found by before the order said something else.
    deletes: ['TRAIT#', 'PERSONCASES#'],
    // The form of a choice goes into the file, and what lies there is shown to those who may read it.
    files: { reads: ['incoming', 'documents'], writes: ['documents'] },
    // The customer is read for the paper that a private provider gets, and for nothing else here.
    identity: ['seal', 'open'],
  },
  read: {
    reads: [
      ...signedIn,
      'JOURNAL#',
      'SETTINGS',
      'PROVIDER#',
      'CAPACITY#',
      'CASE#',
      'ORDER#',
      'ORDERS#',
      'TODO#',
      'MONTH#',
      'SWITCH#',
      // Every provider's, for decisions that are not carried out.
      ...(['PROVIDERS', 'ASSIGNMENTS#'] as const),
      // A provider's own days are also of hours that are bought of it.
      ...(['PURCHASE#', 'BASES#'] as const),
    ],
    writes: [],
  },
  write: {
    // Of the person only which cases are theirs (A73); of a month only whether its statement has been sent.
    reads: [
      ...signedIn,
      ...answering,
      ...capacity,
      ...(['ORDER#', 'CASE#', 'PERSONCASES#', 'UPLOAD#', 'TURNS', 'TURN#', 'MONTH#'] as const),
    ],
    // A person's cases are to be decided anew when another has become theirs.
    writes: [
      ...answering,
      'JOURNAL#',
      ...(['ORDER#', 'CASE#', 'PERSONCASES#', 'LETTER#', 'THREAD#', 'CAPACITY#', 'TURNS', 'TURN#'] as const),
    ],
    deletes: ['CASE#'],
    files: { reads: ['incoming'], writes: ['documents'] },
  },
  job: {
    reads: [
      ...signedIn,
      ...due,
      ...(['SETTINGS', 'PROVIDER#', 'ORDER#', 'CASE#', 'DECLINES#', 'FACTS#', 'TOLD#', 'LETTER#'] as const),
    ],
    writes: ['JOURNAL#', 'WATERMARK', 'ORDER#', 'CASE#', 'LETTER#', 'DECLINES#', 'FACTS#'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
