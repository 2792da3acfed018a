import { answering, monthBasis, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** Who hands an invoice in: the provider itself, or the administrator who keys it. */
const senders = ['provider', 'provider-manager', 'administrator'] as const;
/** Who sees where an invoice stands; finance, which pays it, too. */
const readers = [...senders, 'head', 'economist', 'finance'] as const;

/** The ways into invoices: from what comes in to what is attested and paid. */
export const ways = {
  receiveInvoice: {
    on: { http: 'POST /invoices', roles: senders },
    profile: 'write',
    harm: 'invoices come in nowhere, and providers are not paid',
    entry: 'functions/invoices/receiving/receive-invoice.ts',
  },
  listInvoices: {
    on: { http: 'GET /invoices', roles: readers },
    profile: 'read',
    harm: 'nobody sees which months are invoiced and what is paid',
    entry: 'functions/invoices/lists/list-invoices.ts',
  },
  getInvoice: {
    on: { http: 'GET /invoices/{invoiceId}', roles: readers },
    profile: 'read',
    harm: 'nobody sees why an invoice was returned, or where it stands',
    entry: 'functions/invoices/lists/get-invoice.ts',
  },
  getInvoiceFile: {
    on: { http: 'GET /invoices/{invoiceId}/file', roles: readers },
    profile: 'read',
    harm: 'nobody can look at the invoice that is to be attested',
    entry: 'functions/invoices/lists/get-invoice-file.ts',
  },
  getProForma: {
    on: { http: 'GET /invoices/pro-forma/{month}/{providerId}', roles: readers },
    profile: 'read',
    harm: 'providers write their electronic invoices by hand',
    entry: 'functions/invoices/proforma/get-pro-forma.ts',
  },
  returnInvoice: {
    on: { http: 'POST /invoices/{invoiceId}/return', roles: ['administrator', 'head'] },
    profile: 'write',
    harm: 'an invoice that is wrong cannot be sent back',
    entry: 'functions/invoices/deciding/return-invoice.ts',
  },
  releaseInvoice: {
    on: { http: 'POST /invoices/{invoiceId}/release', roles: ['administrator'] },
    profile: 'write',
    harm: 'an invoice whose account was telephoned about stays held',
    entry: 'functions/invoices/deciding/release-invoice.ts',
  },
  lookThroughInvoice: {
    on: { http: 'POST /invoices/{invoiceId}/look', roles: ['administrator'] },
    profile: 'write',
    harm: 'an invoice on paper is never looked through by two',
    entry: 'functions/invoices/deciding/look-through-invoice.ts',
  },
  classifyInvoice: {
    on: { http: 'PUT /invoices/{invoiceId}/secrecy', roles: ['administrator'] },
    profile: 'write',
    harm: 'invoices are not marked secret, and nothing is attested',
    entry: 'functions/invoices/deciding/classify-invoice.ts',
  },
  codeInvoice: {
    on: { http: 'PUT /invoices/{invoiceId}/coding', roles: ['head'] },
    profile: 'write',
    harm: 'nobody says where the cost of an invoice is booked',
    entry: 'functions/invoices/deciding/code-invoice.ts',
  },
  intendAttestation: {
    on: { http: 'POST /invoices/{invoiceId}/attestation/intent', roles: ['head'] },
    profile: 'write',
    harm: 'the head cannot see what is about to be attested',
    entry: 'functions/invoices/attesting/intend-attestation.ts',
  },
  attestInvoice: {
    on: { http: 'POST /invoices/{invoiceId}/attestation', roles: ['head'] },
    profile: 'sign',
    harm: 'invoices are not attested, and providers are not paid',
    entry: 'functions/invoices/attesting/attest-invoice.ts',
  },
  lookForAttesters: {
    on: { schedule: 'rate(10 minutes)' },
    profile: 'job',
    harm: 'nobody is asked to appoint a deputy, and an invoice that no head may attest waits',
    entry: 'functions/invoices/attesting/look-for-attesters.ts',
  },
  bookStatement: {
    on: { http: 'POST /invoices/internal', roles: ['head'] },
    profile: 'write',
    harm: 'what the municipality’s own provider did is booked nowhere',
    entry: 'functions/invoices/inside/book-statement.ts',
  },
  payInvoice: {
    on: { http: 'POST /invoices/{invoiceId}/payment', roles: ['administrator', 'economist', 'finance'] },
    profile: 'write',
    harm: 'providers do not see that they have been paid',
    entry: 'functions/invoices/paying/pay-invoice.ts',
  },
  payInvoices: {
    on: { http: 'POST /invoices/payments', roles: ['administrator', 'economist', 'finance'] },
    profile: 'write',
    harm: 'what the ledger has paid is keyed by hand, an invoice at a time',
    entry: 'functions/invoices/paying/pay-invoices.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** An invoice, what is live of its statement, and whether its voucher is in an export. */
const invoices = ['INVOICE#', 'VOUCHER#'] as const;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  read: {
    reads: [
      ...[...signedIn, ...invoices],
      ...(['INVOICED#', 'INVOICES', 'INVOICES#', 'MONTH#', 'MONTHS#', 'LINES#'] as const),
      ...(['PROVIDER#', 'SETTINGS', 'SEALED#'] as const),
    ],
    writes: [],
    files: { reads: ['documents', 'records'] },
  },
  write: {
    reads: [
      ...[...signedIn, ...answering, ...monthBasis, ...invoices],
      ...([
        'INVOICED#',
        'INVOICES#',
        'MONTH#',
        'LINES#',
        'PERSON#',
        'PROVIDERS',
        'ROLE#',
        'SEALED#',
        'UPLOAD#',
      ] as const),
    ],
    writes: [...answering, 'INVOICE#', 'INVOICED#', 'INTENT#', 'JOURNAL#', 'LETTER#', 'MONTH#', 'THREAD#'],
    deletes: ['VOUCHER#'],
    files: { reads: ['incoming', 'documents', 'records'], writes: ['incoming', 'documents'] },
    identity: ['recognise'],
  },
  job: {
    reads: ['INVOICE#', 'INVOICES#', 'MONTH#', 'LINES#', 'ROLE#', 'SETTINGS', 'USER#'],
    writes: ['MONTH#'],
  },
  sign: {
    reads: [
      ...[...signedIn, ...answering, ...invoices],
      ...(['PROVIDER#', 'SETTINGS', 'MONTH#', 'LINES#', 'INTENT#', 'CHAIN#', 'INVOICES#', 'ROLE#'] as const),
    ],
    writes: [
      ...answering,
      ...([
        'INVOICE#',
        'VOUCHER#',
        'INTENT#',
        'CHAIN#',
        'SEALED#',
        'JOURNAL#',
        'LETTER#',
        'MONTH#',
        'THREAD#',
      ] as const),
    ],
    signing: ['seal', 'publish'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
