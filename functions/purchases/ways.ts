import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** Both sides of a purchase, and those who follow all of them. */
const readers = [
  ...(['ordering-manager', 'ordering-administrator', 'ordering-officer'] as const),
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const),
  ...(['provider', 'provider-manager', 'development-leader', 'registrar-own', 'registrar-lov'] as const),
  ...(['economist', 'finance', 'area-head'] as const),
] as const;
/** Whoever orders: the unit's manager, or its case worker. */
const orderers = ['ordering-manager', 'ordering-officer'] as const;
/** The managers of both sides; a private performer's is its receiving one. */
const managers = ['ordering-manager', 'receiving-manager', 'provider-manager'] as const;

/** Whoever keys an agreement on paper, and whoever looks at it again. */
const keyers = [...managers, 'ordering-administrator', 'receiving-coordinator'] as const;
/** Who accepts a month's basis and sends its invoice: the orderer's administrator, or finance where the pack says so. */
const settlers = ['ordering-administrator', 'finance'] as const;
/** Whoever gives the help, and plans it. */
const performers = [
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const),
  ...(['provider', 'provider-manager'] as const),
] as const;
/** From the one who hands over to whoever gives the help. */
const fromHand = [...orderers, ...performers] as const;

/** Those of two units who see their meetings, and who answers for the routine (B-04). */
const meeting = [
  ...(['ordering-manager', 'ordering-administrator', 'receiving-manager', 'receiving-coordinator'] as const),
  'area-head',
] as const;

/** The ways into purchases: hours that one unit buys of another. */
export const ways = {
  // — the deal: from the request to the registration
  requestPurchase: {
    on: { http: 'POST /purchases', roles: orderers },
    profile: 'write',
    harm: 'a unit cannot ask another for hours and somebody may be left without help',
    entry: 'functions/purchases/requesting/request-purchase.ts',
  },
  listPurchases: {
    on: { http: 'GET /purchases', roles: readers },
    profile: 'read',
    harm: 'nobody sees which purchases wait for them',
    entry: 'functions/purchases/lists/list-purchases.ts',
  },
  getPurchase: {
    on: { http: 'GET /purchases/{purchaseId}', roles: readers },
    profile: 'read',
    harm: 'nobody can read a purchase',
    entry: 'functions/purchases/lists/get-purchase.ts',
  },
  getBuying: {
    on: { http: 'GET /units/{unitId}/buying', roles: readers },
    profile: 'read',
    harm: 'nobody sees what their routine asks of a request, or whom they may ask',
    entry: 'functions/purchases/lists/get-buying.ts',
  },
  withdrawPurchase: {
    on: { http: 'POST /purchases/{purchaseId}/withdrawal', roles: orderers },
    profile: 'write',
    harm: 'a request that nobody wants any more stays with the other unit',
    entry: 'functions/purchases/requesting/withdraw-purchase.ts',
  },
  resendPurchase: {
    on: { http: 'POST /purchases/{purchaseId}/receiver', roles: orderers },
    profile: 'write',
    harm: 'no other unit is asked after a no',
    entry: 'functions/purchases/requesting/resend-purchase.ts',
  },
  sendPurchase: {
    on: { http: 'POST /purchases/{purchaseId}/message', roles: ['ordering-administrator'] },
    profile: 'write',
    harm: 'manager and coordinator do not learn of a request',
    entry: 'functions/purchases/requesting/send-purchase.ts',
  },
  noteDialogue: {
    on: { http: 'POST /purchases/{purchaseId}/dialogue', roles: managers },
    profile: 'write',
    harm: 'a request cannot be decided, since its dialogue is noted nowhere',
    entry: 'functions/purchases/deciding/note-dialogue.ts',
  },
  informBinding: {
    on: { http: 'POST /purchases/{purchaseId}/binding', roles: ['development-leader'] },
    profile: 'write',
    harm: 'an orderer is bound to a period without having been told',
    entry: 'functions/purchases/deciding/inform-binding.ts',
  },
  acknowledgeBinding: {
    on: { http: 'POST /purchases/{purchaseId}/binding/acknowledgement', roles: orderers },
    profile: 'write',
    harm: 'a request waits for an acknowledgement that cannot be given',
    entry: 'functions/purchases/deciding/acknowledge-binding.ts',
  },
  decidePurchase: {
    on: {
      http: 'POST /purchases/{purchaseId}/decision',
      roles: ['receiving-manager', 'provider-manager', 'development-leader'],
    },
    profile: 'write',
    harm: 'a unit that has asked for hours gets no answer',
    entry: 'functions/purchases/deciding/decide-purchase.ts',
  },
  registerPurchase: {
    on: { http: 'POST /purchases/{purchaseId}/registration', roles: ['registrar-own', 'registrar-lov'] },
    profile: 'write',
    harm: 'help that was approved cannot begin, since its case is not registered',
    entry: 'functions/purchases/deciding/register-purchase.ts',
  },
  // — the month and its cost
  getBasisDraft: {
    on: { http: 'GET /purchases/months/{month}/draft', roles: ['provider', 'provider-manager'] },
    profile: 'read',
    harm: 'a performer does not see the report that came by mail',
    entry: 'functions/purchases/basis/get-basis-draft.ts',
  },
  handInBasis: {
    on: {
      http: 'POST /purchases/months/{month}/basis',
      roles: ['receiving-coordinator', 'receiving-manager', 'provider-manager', 'provider'],
    },
    profile: 'write',
    harm: 'performed hours are neither accepted nor paid',
    entry: 'functions/purchases/basis/hand-in-basis.ts',
  },
  listBases: {
    on: { http: 'GET /purchases/months/{month}/basis', roles: readers },
    profile: 'read',
    harm: 'nobody sees which hours of a month wait for them',
    entry: 'functions/purchases/basis/list-bases.ts',
  },
  getBasis: {
    on: { http: 'GET /purchases/months/{month}/basis/{basisId}', roles: readers },
    profile: 'read',
    harm: 'nobody can read what was performed in a month',
    entry: 'functions/purchases/basis/get-basis.ts',
  },
  acceptBasis: {
    on: { http: 'POST /purchases/months/{month}/basis/{basisId}/acceptance', roles: settlers },
    profile: 'write',
    harm: 'performed hours are not accepted and cannot be paid',
    entry: 'functions/purchases/basis/accept-basis.ts',
  },
  returnBasis: {
    on: { http: 'POST /purchases/months/{month}/basis/{basisId}/return', roles: settlers },
    profile: 'write',
    harm: 'a basis that is wrong cannot be mended',
    entry: 'functions/purchases/basis/return-basis.ts',
  },
  sendInternalInvoice: {
    on: { http: 'POST /purchases/months/{month}/basis/{basisId}/invoice', roles: settlers },
    profile: 'write',
    harm: 'finance gets no invoice of hours that were bought',
    entry: 'functions/purchases/basis/send-internal-invoice.ts',
  },
  allocateCost: {
    on: { http: 'POST /purchases/months/{month}/basis/{basisId}/allocation', roles: ['economist', 'finance'] },
    profile: 'write',
    harm: 'the cost of bought hours stays where it does not belong',
    entry: 'functions/purchases/basis/allocate-cost.ts',
  },
  openBases: {
    on: { schedule: 'cron(20 0 1 * ? *)' },
    profile: 'job',
    harm: 'nobody is reminded to hand in the month’s bought hours',
    entry: 'functions/purchases/basis/open-bases.ts',
  },
  // — help that goes on: its start, changes, notice, follow-up and end
  startPurchase: {
    on: { http: 'POST /purchases/{purchaseId}/start', roles: performers },
    profile: 'write',
    harm: 'it is not known that bought help has begun',
    entry: 'functions/purchases/running/start-purchase.ts',
  },
  endPurchase: {
    on: { http: 'POST /purchases/{purchaseId}/end', roles: performers },
    profile: 'write',
    harm: 'bought help that has ended looks as if it went on',
    entry: 'functions/purchases/running/end-purchase.ts',
  },
  reportPurchaseChange: {
    on: { http: 'POST /purchases/{purchaseId}/changes', roles: [...performers, ...orderers] },
    profile: 'write',
    harm: 'the other side does not learn of a change in bought help',
    entry: 'functions/purchases/running/report-purchase-change.ts',
  },
  quoteNotice: {
    on: { http: 'GET /purchases/{purchaseId}/notice', roles: orderers },
    profile: 'read',
    harm: 'nobody sees what notice costs before it is given',
    entry: 'functions/purchases/running/quote-notice.ts',
  },
  giveNotice: {
    on: { http: 'POST /purchases/{purchaseId}/notice', roles: orderers },
    profile: 'write',
    harm: 'a unit cannot have less of what it buys, or end it',
    entry: 'functions/purchases/running/give-notice.ts',
  },
  decideFollowUp: {
    on: { http: 'POST /purchases/{purchaseId}/follow-up', roles: managers },
    profile: 'write',
    harm: 'acute help goes on undecided, since its managers cannot say what is to become of it',
    entry: 'functions/purchases/acute/decide-follow-up.ts',
  },
  startAssistance: {
    on: { http: 'POST /cases/{caseNo}/assistance', roles: ['ordering-manager'] },
    profile: 'write',
    harm: 'home care goes on beside the personal assistance that has taken its place',
    entry: 'functions/purchases/running/start-assistance.ts',
  },
  watchPurchases: {
    on: { schedule: 'rate(10 minutes)' },
    profile: 'job',
    harm: 'bought help goes on for somebody who has died',
    entry: 'functions/purchases/running/watch-purchases.ts',
  },
  // — around it: what is seen to, asked and noted
  openDeviation: {
    on: { http: 'POST /purchases/{purchaseId}/deviations', roles: fromHand },
    profile: 'write',
    harm: 'what goes wrong in bought help reaches nobody who answers for it',
    entry: 'functions/purchases/around/open-deviation.ts',
  },
  closeDeviation: {
    on: { http: 'POST /purchases/{purchaseId}/deviations/{deviationId}/closure', roles: managers },
    profile: 'write',
    harm: 'a deviation that was seen to stays open',
    entry: 'functions/purchases/around/close-deviation.ts',
  },
  reportInjury: {
    on: { http: 'POST /purchases/{purchaseId}/injuries', roles: performers },
    profile: 'write',
    harm: 'nobody investigates how somebody was hurt at work',
    entry: 'functions/purchases/around/report-injury.ts',
  },
  shareMeasures: {
    on: {
      http: 'POST /purchases/{purchaseId}/injuries/{injuryId}/measures',
      roles: ['receiving-manager', 'provider-manager'],
    },
    profile: 'write',
    harm: 'the orderer does not learn what is done so that nobody else is hurt',
    entry: 'functions/purchases/around/share-measures.ts',
  },
  closeInjury: {
    on: {
      http: 'POST /purchases/{purchaseId}/injuries/{injuryId}/closure',
      roles: ['receiving-manager', 'provider-manager'],
    },
    profile: 'write',
    harm: 'an injury that was investigated stays open',
    entry: 'functions/purchases/around/close-injury.ts',
  },
  tellTrainingNeed: {
    on: {
      http: 'POST /purchases/{purchaseId}/training-needs',
      roles: ['receiving-manager', 'provider-manager'],
    },
    profile: 'write',
    harm: 'staff help somebody without having been taught how',
    entry: 'functions/purchases/around/tell-training-need.ts',
  },
  answerTrainingNeed: {
    on: { http: 'POST /purchases/{purchaseId}/training-needs/{needId}/answer', roles: ['ordering-manager'] },
    profile: 'write',
    harm: 'the performer does not learn whether its staff will be taught',
    entry: 'functions/purchases/around/answer-training-need.ts',
  },
  askInformation: {
    on: { http: 'POST /purchases/{purchaseId}/questions', roles: ['ordering-manager'] },
    profile: 'write',
    harm: 'the orderer cannot ask how the help goes',
    entry: 'functions/purchases/around/ask-information.ts',
  },
  answerInformation: {
    on: {
      http: 'POST /purchases/{purchaseId}/questions/{questionId}/answer',
      roles: ['receiving-manager', 'provider-manager'],
    },
    profile: 'write',
    harm: 'what the orderer asked stays unanswered',
    entry: 'functions/purchases/around/answer-information.ts',
  },
  notePurchase: {
    on: { http: 'POST /purchases/{purchaseId}/notes', roles: performers },
    profile: 'write',
    harm: 'what was done is noted nowhere',
    entry: 'functions/purchases/around/note-purchase.ts',
  },
  listAround: {
    on: { http: 'GET /purchases/{purchaseId}/around', roles: fromHand },
    profile: 'read',
    harm: 'nobody sees what is to be seen to around bought help',
    entry: 'functions/purchases/around/list-around.ts',
  },
  // — two units that meet
  listPairs: {
    on: { http: 'GET /unit-pairs', roles: meeting },
    profile: 'read',
    harm: 'nobody sees which units are to meet',
    entry: 'functions/purchases/meetings/list-pairs.ts',
  },
  listMeetings: {
    on: { http: 'GET /unit-pairs/{pairId}/meetings', roles: meeting },
    profile: 'read',
    harm: 'nobody sees what two units have said to each other',
    entry: 'functions/purchases/meetings/list-meetings.ts',
  },
  planMeeting: {
    on: { http: 'POST /unit-pairs/{pairId}/meetings', roles: ['ordering-manager', 'receiving-manager'] },
    profile: 'write',
    harm: 'two units cannot plan to meet',
    entry: 'functions/purchases/meetings/plan-meeting.ts',
  },
  holdMeeting: {
    on: {
      http: 'POST /unit-pairs/{pairId}/meetings/{meetingId}/minutes',
      roles: ['ordering-manager', 'receiving-manager'],
    },
    profile: 'write',
    harm: 'what two units agreed is noted nowhere, and they are reminded of a meeting they have held',
    entry: 'functions/purchases/meetings/hold-meeting.ts',
  },
  openMeetingYear: {
    on: { schedule: 'cron(0 6 * * ? *)' },
    profile: 'job',
    harm: 'nobody is reminded of the meetings of a new year',
    entry: 'functions/purchases/meetings/open-meeting-year.ts',
  },

  // — before the start: consents, documents, what is made ready
  recordConsent: {
    on: { http: 'POST /cases/{caseNo}/consents', roles: managers },
    profile: 'write',
    harm: 'what a user has agreed to is written nowhere, and nothing can be handed over',
    entry: 'functions/purchases/preparing/record-consent.ts',
  },
  listConsents: {
    on: { http: 'GET /cases/{caseNo}/consents', roles: managers },
    profile: 'read',
    harm: 'nobody sees with whom something may be shared',
    entry: 'functions/purchases/preparing/list-consents.ts',
  },
  withdrawConsent: {
    on: { http: 'POST /cases/{caseNo}/consents/{consentId}/withdrawal', roles: managers },
    profile: 'write',
    harm: 'information about a user goes on being shared against their will',
    entry: 'functions/purchases/preparing/withdraw-consent.ts',
  },
  forwardInformation: {
    on: { http: 'POST /cases/{caseNo}/forwardings', roles: managers },
    profile: 'write',
    harm: 'it is written nowhere to whom information was passed on',
    entry: 'functions/purchases/preparing/forward-information.ts',
  },
  handOver: {
    on: { http: 'POST /purchases/{purchaseId}/handover', roles: ['ordering-manager'] },
    profile: 'write',
    harm: 'the performer does not get the description, and help cannot begin',
    entry: 'functions/purchases/preparing/hand-over.ts',
  },
  openPurchaseDocument: {
    on: { http: 'POST /purchases/{purchaseId}/documents/{documentId}/view', roles: fromHand },
    profile: 'identity',
    harm: 'staff go to a visit without having read the risks of it',
    entry: 'functions/purchases/preparing/open-purchase-document.ts',
  },
  markDocumentRead: {
    on: { http: 'POST /purchases/{purchaseId}/documents/{documentId}/reading', roles: performers },
    profile: 'write',
    harm: 'nobody knows whether staff have read the risks of a visit',
    entry: 'functions/purchases/preparing/mark-document-read.ts',
  },
  prepareReceiver: {
    on: {
      http: 'PUT /purchases/{purchaseId}/preparation',
      roles: ['ordering-manager', ...performers],
    },
    profile: 'write',
    harm: 'help cannot begin, since nobody can say that it is made ready',
    entry: 'functions/purchases/preparing/prepare-receiver.ts',
  },
  readPurchaseCustomer: {
    on: { http: 'POST /purchases/{purchaseId}/customer', roles: fromHand },
    profile: 'identity',
    harm: 'whoever is to help somebody does not see whom',
    entry: 'functions/purchases/preparing/read-purchase-customer.ts',
  },

  // — the agreement of both managers
  draftAgreement: {
    on: { http: 'POST /purchases/{purchaseId}/agreement', roles: managers },
    profile: 'write',
    harm: 'planned help cannot begin, since there is no agreement to sign',
    entry: 'functions/purchases/agreements/draft-agreement.ts',
  },
  getAgreementFile: {
    on: { http: 'GET /purchases/{purchaseId}/agreement/file', roles: readers },
    profile: 'read',
    harm: 'managers sign an agreement that they cannot read',
    entry: 'functions/purchases/agreements/get-agreement-file.ts',
  },
  getAgreementRecord: {
    on: { http: 'GET /purchases/{purchaseId}/agreement/records/{recordId}', roles: readers },
    profile: 'read',
    harm: 'nobody can check the signatures of an agreement',
    entry: 'functions/purchases/agreements/get-agreement-record.ts',
  },
  intendAgreement: {
    on: { http: 'POST /purchases/{purchaseId}/agreement/signature/intent', roles: managers },
    profile: 'sign',
    harm: 'managers do not see what they would sign',
    entry: 'functions/purchases/agreements/intend-agreement.ts',
  },
  signAgreement: {
    on: { http: 'POST /purchases/{purchaseId}/agreement/signature', roles: managers },
    profile: 'sign',
    harm: 'agreements stay unsigned, and planned help waits',
    entry: 'functions/purchases/agreements/sign-agreement.ts',
  },
  scanAgreement: {
    on: { http: 'POST /purchases/{purchaseId}/agreement/scan', roles: keyers },
    profile: 'write',
    harm: 'agreements that were signed on paper count for nothing',
    entry: 'functions/purchases/agreements/scan-agreement.ts',
  },
  checkScan: {
    on: { http: 'POST /purchases/{purchaseId}/agreement/scan/check', roles: keyers },
    profile: 'sign',
    harm: 'agreements that were signed on paper count for nothing',
    entry: 'functions/purchases/agreements/check-scan.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** A purchase, its case’s consents, whose case it is, and both parties. */
const purchase = ['PURCHASE#', 'CASE#', 'PERSONCASES#', 'UNIT#', 'PROVIDER#', 'SETTINGS'] as const;

/** What a month's hours are of: the basis, its deadlines, and what waits to be booked. */
const bases = ['BASIS#', 'BASES#'] as const;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: {
    reads: [
      'ROLE#',
      ...signedIn,
      ...purchase,
      ...bases,
      'PURCHASES',
      'PURCHASES#',
      'SEALED#',
      'PAIR#',
      'PAIRS',
      'PAIRS#',
      'UNITS',
      'PROVIDERS',
    ],
    writes: [],
    files: { reads: ['documents', 'records'] },
  },
  write: {
    reads: [...answering, ...purchase, ...bases, 'PURCHASES#', 'ROLE#', 'USER#', 'UPLOAD#', 'PAIR#', 'ORDER#'],
    writes: [
      ...[...answering, ...bases],
      ...(['PURCHASE#', 'CASE#', 'JOURNAL#', 'LETTER#', 'THREAD#', 'VOUCHER#', 'PAIR#', 'ORDER#'] as const),
    ],
    files: { reads: ['incoming', 'documents'], writes: ['incoming', 'documents'] },
  },
  job: {
    reads: [...purchase, 'BASES#', 'PURCHASES', 'PURCHASES#', 'PAIR#', 'PAIRS', 'ROLE#', 'USER#'],
    writes: ['PURCHASE#', 'PURCHASES', 'PAIR#', 'BASES#', 'JOURNAL#', 'LETTER#'],
    deletes: ['PURCHASE#'],
  },
  sign: {
    reads: [...answering, ...purchase, 'ROLE#', 'USER#', 'INTENT#', 'CHAIN#'],
    writes: [...answering, ...(['PURCHASE#', 'JOURNAL#', 'LETTER#', 'INTENT#', 'CHAIN#', 'SEALED#'] as const)],
    files: { reads: ['documents'] },
    signing: ['seal', 'publish'],
  },
  // Whom a purchase is for, and what has been handed over about them: each reading is logged.
  identity: {
    reads: ['ROLE#', ...signedIn, ...purchase, 'PERSON#'],
    writes: ['ACCESS#'],
    files: { reads: ['documents'] },
    identity: ['open'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
