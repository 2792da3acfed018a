import { answering, due, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into letters. */
export const ways = {
  sendLetters: {
    on: { schedule: 'rate(1 minute)' },
    profile: 'identity',
    harm: 'providers are not told of orders and statements',
    entry: 'functions/letters/send-letters.ts',
  },
  sendLetter: {
    on: { stream: 'letters' },
    profile: 'identity',
    harm: 'letters leave a minute late',
    entry: 'functions/letters/send-letter.ts',
  },
  takeDeliveryEvent: {
    on: { event: 'ses-delivery' },
    profile: 'job',
    harm: 'a letter that came back looks as if it had arrived',
    entry: 'functions/letters/take-delivery-event.ts',
  },
  getLetterFigures: {
    on: { http: 'GET /letters/figures', roles: ['administrator'] },
    profile: 'read',
    harm: 'nobody sees that letters leave late',
    entry: 'functions/letters/get-letter-figures.ts',
  },
  getLetter: {
    on: { http: 'GET /letters/{letterId}', roles: ['administrator', 'officer'] },
    profile: 'read',
    harm: 'whoever is to phone instead of a letter does not see whom, nor about what',
    entry: 'functions/letters/get-letter.ts',
  },
  settleLetter: {
    on: { http: 'POST /letters/{letterId}/settlement', roles: ['administrator', 'officer'] },
    profile: 'write',
    harm: 'a letter whose fate is unknown stays unknown',
    entry: 'functions/letters/settle-letter.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  // The only function with a way out of the house: it recognises a customer's words and can open nothing.
  identity: {
    // What a provider may answer with rests on its kind, on whether it has a ceiling, and on how far the order has come.
    reads: [...due, 'LETTER#', 'ORDER#', 'PERSON#', 'PERSONCASES#', 'SETTINGS', 'THREAD#', 'PROVIDER#', 'CAPACITY#'],
    // What must not be mailed about somebody protected is said inside; so is that a letter was stopped (N47).
    writes: ['WATERMARK', 'LETTER#', 'THREAD#', 'REPLY#', 'MAILBOX#'],
    identity: ['recognise'],
    mails: true,
  },
  read: {
    // Whom to phone, and what the municipality lets its mail say.
    reads: [...signedIn, ...due, 'LETTER#', 'LETTERS#', 'PROVIDER#', 'SETTINGS'],
    writes: [],
  },
  write: {
    reads: [...signedIn, ...answering, 'LETTER#'],
    writes: [...answering, 'LETTER#'],
  },
  job: {
    // Whose the order or the case is, that a letter which came back is about: they are to phone.
    reads: ['LETTER#', 'ORDER#', 'CASE#'],
    writes: ['LETTER#', 'THREAD#'],
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
