import { answering, due, monthBasis, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into months: from the handed-in report to the signed statement. */
export const ways = {
  openMonth: {
    on: { schedule: 'cron(10 0 1 * ? *)' },
    profile: 'job',
    harm: 'the month has no dates, and nobody is reminded of it',
    entry: 'functions/months/opening/open-month.ts',
  },
  checkMonth: {
    on: { http: 'POST /months/{month}/check', roles: ['provider', 'provider-manager', 'officer', 'head'] },
    profile: 'write',
    harm: 'a provider cannot try its file before handing it in',
    entry: 'functions/months/checks/check-month.ts',
  },
  getCheck: {
    on: { http: 'GET /months/{month}/checks/{checkId}', roles: ['provider', 'provider-manager', 'officer', 'head'] },
    profile: 'read',
    harm: 'the answer about a large file cannot be fetched',
    entry: 'functions/months/checks/get-check.ts',
  },
  runChecks: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'job',
    harm: 'large files wait for their dry run',
    entry: 'functions/months/checks/run-checks.ts',
  },
  draftMonth: {
    on: { http: 'PUT /months/{month}/draft', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'a coordinator cannot lay the month for the manager to sign',
    entry: 'functions/months/drafting/draft-month.ts',
  },
  getDraft: {
    on: { http: 'GET /months/{month}/draft', roles: ['provider', 'provider-manager'] },
    profile: 'read',
    harm: 'a manager cannot see what to sign',
    entry: 'functions/months/drafting/get-draft.ts',
  },
  keepFilling: {
    on: { http: 'PUT /months/{month}/filling/{caseNo}', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'what a provider fills in on the page is lost with the browser',
    entry: 'functions/months/filling/keep-filling.ts',
  },
  getFilling: {
    on: { http: 'GET /months/{month}/filling', roles: ['provider', 'provider-manager'] },
    profile: 'read',
    harm: 'a provider without a system of its own cannot fill in its month',
    entry: 'functions/months/filling/get-filling.ts',
  },
  intendSubmission: {
    on: { http: 'POST /months/{month}/submissions/intent', roles: ['provider-manager'] },
    profile: 'write',
    harm: 'a manager cannot see what is about to be signed',
    entry: 'functions/months/signing/intend-submission.ts',
  },
  submitMonth: {
    on: { http: 'POST /months/{month}/submissions', roles: ['provider-manager'] },
    profile: 'sign',
    harm: 'providers cannot hand in their month and are not paid in time',
    entry: 'functions/months/signing/submit-month.ts',
  },
  declineCorrection: {
    on: { http: 'POST /months/{month}/correction/withdrawal', roles: ['provider', 'provider-manager'] },
    profile: 'write',
    harm: 'officers wait for a correction that does not come',
    entry: 'functions/months/correcting/decline-correction.ts',
  },
  closeMonth: {
    on: { http: 'POST /months/{month}/providers/{providerId}/closing', roles: ['officer'] },
    profile: 'write',
    harm: 'a month that was never handed in is never stated',
    entry: 'functions/months/closing/close-month.ts',
  },
  listMonths: {
    on: { http: 'GET /months/{month}', roles: ['officer', 'head', 'fee-officer', 'administrator'] },
    profile: 'read',
    harm: 'the head does not see what is late',
    entry: 'functions/months/lists/list-months.ts',
  },
  getMonth: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}',
      roles: ['officer', 'head', 'fee-officer', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees where the month stands',
    entry: 'functions/months/lists/get-month.ts',
  },
  getForm: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/forms/{kind}',
      roles: ['provider', 'provider-manager', 'administrator'],
    },
    profile: 'read',
    harm: 'providers get no form to fill in',
    entry: 'functions/months/forms/get-form.ts',
  },
  getPrint: {
    on: { http: 'GET /months/prints/{letters}', roles: ['administrator'] },
    profile: 'read',
    harm: 'nobody sees which month a scanned page is of',
    entry: 'functions/months/forms/get-print.ts',
  },
  registerPaper: {
    on: { http: 'POST /months/{month}/providers/{providerId}/paper', roles: ['administrator'] },
    profile: 'write',
    harm: 'a month that comes on paper cannot be filed',
    entry: 'functions/months/paper/register-paper.ts',
  },
  listPapers: {
    on: { http: 'GET /months/{month}/providers/{providerId}/paper', roles: ['administrator', 'officer'] },
    profile: 'read',
    harm: 'nobody finds the paper that is to be keyed',
    entry: 'functions/months/paper/list-papers.ts',
  },
  getPaper: {
    on: { http: 'GET /months/{month}/providers/{providerId}/paper/{paperId}', roles: ['administrator', 'officer'] },
    profile: 'read',
    harm: 'a month’s paper cannot be keyed beside its picture',
    entry: 'functions/months/paper/get-paper.ts',
  },
  keyPaper: {
    on: { http: 'PUT /months/{month}/providers/{providerId}/paper/{paperId}', roles: ['administrator'] },
    profile: 'sign',
    harm: 'what stands on a month’s paper is not taken in',
    entry: 'functions/months/paper/key-paper.ts',
  },
  confirmPaper: {
    on: {
      http: 'POST /months/{month}/providers/{providerId}/paper/{paperId}/confirmation',
      roles: ['administrator', 'officer'],
    },
    profile: 'sign',
    harm: 'a month that came on paper is never handed in',
    entry: 'functions/months/paper/confirm-paper.ts',
  },
  withdrawPaper: {
    on: {
      http: 'POST /months/{month}/providers/{providerId}/paper/{paperId}/withdrawal',
      roles: ['administrator'],
    },
    profile: 'write',
    harm: 'a paper that was filed by mistake waits for ever',
    entry: 'functions/months/paper/withdraw-paper.ts',
  },
  getFees: {
    on: { http: 'GET /months/{month}/fees', roles: ['fee-officer', 'head'] },
    profile: 'read',
    harm: 'the fees of the month cannot be decided',
    entry: 'functions/months/fees/get-fees.ts',
  },
  getFeesFile: {
    on: { http: 'GET /months/{month}/fees/file', roles: ['fee-officer', 'head'] },
    profile: 'read',
    harm: 'the fee’s own system gets no minutes',
    entry: 'functions/months/fees/get-fees-file.ts',
  },
  getFigures: {
    on: {
      http: 'GET /months/{month}/figures',
      roles: ['head', 'economist', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody sees how much of what is granted is carried out',
    entry: 'functions/months/figures/get-figures.ts',
  },
  getFiguresFile: {
    on: {
      http: 'GET /months/{month}/figures/file',
      roles: ['head', 'economist', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'the figures of a month cannot be followed up outside the system',
    entry: 'functions/months/figures/get-figures-file.ts',
  },
  getLine: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/lines/{caseNo}',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'the reason for a minute cannot be read',
    entry: 'functions/months/lines/get-line.ts',
  },
  getLineRows: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/lines/{caseNo}/rows',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'what the file said cannot be seen beside what was ordered',
    entry: 'functions/months/lines/get-line-rows.ts',
  },
  listCaseMonths: {
    on: { http: 'GET /cases/{caseNo}/months', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'who answers a call cannot see what was performed',
    entry: 'functions/months/lines/list-case-months.ts',
  },
  decideLine: {
    on: { http: 'PUT /months/{month}/providers/{providerId}/lines/{caseNo}', roles: ['officer'] },
    profile: 'write',
    harm: 'officers cannot approve time and the report is late',
    entry: 'functions/months/lines/decide-line.ts',
  },
  approveLines: {
    on: { http: 'POST /months/{month}/providers/{providerId}/approvals', roles: ['officer'] },
    profile: 'write',
    harm: 'officers must tick off every matching line one by one',
    entry: 'functions/months/lines/approve-lines.ts',
  },
  answerQuestion: {
    on: {
      http: 'POST /months/{month}/providers/{providerId}/lines/{caseNo}/answers',
      roles: ['provider', 'provider-manager'],
    },
    profile: 'write',
    harm: 'a provider cannot answer what the officer asks',
    entry: 'functions/months/lines/answer-question.ts',
  },
  listRemarks: {
    on: { http: 'GET /months/{month}/providers/{providerId}/remarks', roles: ['officer', 'head'] },
    profile: 'read',
    harm: 'nobody sees what is odd in the rows before they are paid',
    entry: 'functions/months/remarks/list-remarks.ts',
  },
  answerRemarks: {
    on: { http: 'POST /months/{month}/providers/{providerId}/remarks/answers', roles: ['officer'] },
    profile: 'write',
    harm: 'what is odd in the rows is answered by nobody before it is paid',
    entry: 'functions/months/remarks/answer-remarks.ts',
  },
  intendReport: {
    on: { http: 'POST /months/{month}/providers/{providerId}/report/intent', roles: ['officer'] },
    profile: 'write',
    harm: 'an officer cannot see what is about to be signed',
    entry: 'functions/months/signing/intend-report.ts',
  },
  signReport: {
    on: { http: 'POST /months/{month}/providers/{providerId}/report', roles: ['officer'] },
    profile: 'sign',
    harm: 'the head does not get the signed report by the fifth working day',
    entry: 'functions/months/signing/sign-report.ts',
  },
  getStatementFile: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/statement/files/{file}',
      roles: ['officer', 'head', 'fee-officer', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'nobody can save a statement or its basis',
    entry: 'functions/months/statement/get-statement-file.ts',
  },
  withdrawReport: {
    on: { http: 'POST /months/{month}/providers/{providerId}/report/withdrawal', roles: ['officer', 'head'] },
    // Files that waited for it are laid as when they are handed in and signed.
    profile: 'sign',
    harm: 'a report that turns out wrong cannot be mended before the statement',
    entry: 'functions/months/signing/withdraw-report.ts',
  },
  listAdjustments: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/adjustments',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'what is found out after a statement is paid or kept by nobody’s decision',
    entry: 'functions/months/adjusting/list-adjustments.ts',
  },
  decideAdjustment: {
    on: { http: 'PUT /months/{month}/providers/{providerId}/adjustments/{caseNo}', roles: ['officer'] },
    profile: 'write',
    harm: 'what is found out after a statement cannot be put right',
    entry: 'functions/months/adjusting/decide-adjustment.ts',
  },
  drawSamples: {
    on: { schedule: 'cron(2 0 * * ? *)' },
    profile: 'job',
    harm: 'nobody knows which cases to look into, nor can check that they were drawn by chance',
    entry: 'functions/months/sampling/draw-samples.ts',
  },
  getSample: {
    on: {
      http: 'GET /months/{month}/sample',
      roles: ['officer', 'head', 'administrator', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'officers do not see which cases to look into',
    entry: 'functions/months/sampling/get-sample.ts',
  },
  noteSampled: {
    on: { http: 'PUT /months/{month}/providers/{providerId}/sample/{caseNo}', roles: ['officer'] },
    profile: 'write',
    harm: 'what customers say of what was reported is not kept',
    entry: 'functions/months/sampling/note-sampled.ts',
  },
  intendStatement: {
    on: { http: 'POST /months/{month}/providers/{providerId}/statement/intent', roles: ['head'] },
    profile: 'write',
    harm: 'the head cannot see what is about to be signed',
    entry: 'functions/months/signing/intend-statement.ts',
  },
  sendStatement: {
    on: { http: 'POST /months/{month}/providers/{providerId}/statement', roles: ['head'] },
    profile: 'sign',
    harm: 'providers get no statement and cannot invoice',
    entry: 'functions/months/signing/send-statement.ts',
  },
  intendSettlement: {
    on: { http: 'POST /months/{month}/providers/{providerId}/settlement/intent', roles: ['head'] },
    profile: 'write',
    harm: 'the head cannot see what is about to be settled',
    entry: 'functions/months/settling/intend-settlement.ts',
  },
  sendSettlement: {
    on: { http: 'POST /months/{month}/providers/{providerId}/settlement', roles: ['head'] },
    profile: 'sign',
    harm: 'what is found out of a provider that has ended is neither paid nor claimed back',
    entry: 'functions/months/settling/send-settlement.ts',
  },
  openSettlements: {
    on: { schedule: 'cron(20 0 * * ? *)' },
    profile: 'job',
    harm: 'what was decided before a provider ended is nobody’s to settle',
    entry: 'functions/months/settling/open-settlements.ts',
  },
  makeClaim: {
    on: { http: 'POST /months/{month}/providers/{providerId}/settlement/claim', roles: ['administrator'] },
    profile: 'write',
    harm: 'nobody sees that what was overpaid has been claimed back',
    entry: 'functions/months/settling/make-claim.ts',
  },
  getRecord: {
    on: {
      http: 'GET /months/{month}/providers/{providerId}/records/{recordId}',
      roles: ['officer', 'head', 'provider', 'provider-manager'],
    },
    profile: 'read',
    harm: 'a signed record cannot be fetched',
    entry: 'functions/months/records/get-record.ts',
  },
  verifyRecord: {
    on: { http: 'POST /months/records/verification', roles: 'everyone' },
    profile: 'read',
    harm: 'nobody can check a signed record in the browser',
    entry: 'functions/months/records/verify-record.ts',
  },
  getKeys: {
    on: { http: 'GET /.well-known/jwks.json', roles: 'everyone' },
    profile: 'read',
    harm: 'nobody can check a signature by the keys',
    entry: 'functions/months/records/get-keys.ts',
  },

  sealCheckpoint: {
    on: { schedule: 'cron(30 1 * * ? *)' },
    profile: 'seal',
    harm: 'a tail cut off the signed records would not show',
    entry: 'functions/months/records/seal-checkpoint.ts',
  },
  publishRecords: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'publish',
    harm: 'signed records stay where they could still be taken away, and statements have no PDF',
    entry: 'functions/months/records/publish-records.ts',
  },
  publishRecord: {
    on: { stream: 'records' },
    profile: 'publish',
    harm: 'providers wait a minute for the PDF of their statement',
    entry: 'functions/months/records/publish-record.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  write: {
    reads: [
      ...signedIn,
      ...answering,
      ...monthBasis,
      'ROLE#',
      'MONTH#',
      'LINES#',
      'UPLOAD#',
      'PRINT#',
      'PRINTS#',
      'SAMPLE#',
    ],
    writes: [
      ...answering,
      'CASE#',
      'JOURNAL#',
      'MONTH#',
      'LINES#',
      'CHECK#',
      'INTENT#',
      'LETTER#',
      'THREAD#',
      'SAMPLE#',
    ],
    // What waits for a signature is kept among the documents, and read there when it is shown to who signs.
    files: { reads: ['incoming', 'documents'], writes: ['incoming', 'documents'] },
  },
  job: {
    // The seed of a month's sample is read here alone, so that no answer can hold it before its time.
    reads: [...due, ...monthBasis, 'PROVIDERS', 'MONTH#', 'CHECK#', 'SAMPLE#', 'SEED#'],
    writes: ['WATERMARK', 'MONTH#', 'CHECK#', 'SAMPLE#', 'SEED#'],
    files: { reads: ['incoming'], writes: ['documents'] },
  },
  read: {
    // Of a case whose it is, and which providers have had it: where its lines are, and what a form is made of.
    reads: [
      ...signedIn,
      ...monthBasis,
      'MONTH#',
      'MONTHS#',
      'LINES#',
      'CHAIN#',
      'CHECK#',
      'SEALED#',
      'PRINT#',
      'ROLE#',
      'SAMPLE#',
      // What the forms of the months before tell of (A66).
      'TOLD#',
      'FEES#',
      'ORDER#',
      'ORDERS#',
    ],
    // A form is made when it is asked for, and a print of it kept, so that its scan is known; fees are numbered as they are given out.
    writes: ['PRINT#', 'FEES#'],
    files: { reads: ['documents', 'records'], writes: ['documents'] },
    signing: ['publish'],
  },
  sign: {
    reads: [...signedIn, ...answering, ...monthBasis, ...(['ROLE#', 'MONTH#', 'LINES#', 'INTENT#', 'CHAIN#'] as const)],
    writes: [
      ...answering,
      'JOURNAL#',
      'MONTH#',
      'LINES#',
      'INTENT#',
      'CHAIN#',
      'SEALED#',
      'LETTER#',
      'DECLINES#',
      'FACTS#',
      'THREAD#',
    ],
    // The part of an officer who has no line left in a month that is handed in again.
    deletes: ['MONTH#'],
    files: { reads: ['incoming', 'documents'], writes: ['documents'] },
    signing: ['seal', 'publish'],
  },
  seal: {
    reads: ['SETTINGS', 'CHAIN#', 'CHAINS', 'SAMPLE#'],
    writes: ['CHAIN#', 'SEALED#'],
    signing: ['seal', 'publish'],
  },
  // The only one that writes where nothing can be removed again: what has been committed, and that alone.
  publish: {
    reads: [...due, 'SEALED#'],
    // What cannot be read is set aside.
    writes: ['WATERMARK', 'SEALED#'],
    deletes: ['SEALED#'],
    files: { reads: ['documents', 'records'], writes: ['documents', 'records'] },
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
