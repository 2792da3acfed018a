import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** Those who send files in: for a month, a case, the municipality, or a purchase. */
const senders = [
  ...(['officer', 'provider', 'provider-manager', 'administrator'] as const),
  ...(['ordering-manager', 'ordering-administrator', 'ordering-officer'] as const),
  ...(['receiving-manager', 'receiving-coordinator', 'contact-person', 'employee'] as const),
] as const;

/** The ways into what is sent in. */
export const ways = {
  openUpload: {
    on: { http: 'POST /documents/uploads', roles: senders },
    profile: 'write',
    harm: 'providers cannot hand in their files, officers not file a choice, and units hand over no documents',
    entry: 'functions/documents/open-upload.ts',
  },
} as const satisfies Readonly<Record<string, WayIn>>;

/** How far its functions reach, by grant profile, and no further: IAM is made of this. */
export const reach = {
  write: {
    reads: [...signedIn, ...answering],
    writes: [...answering, 'UPLOAD#'],
    files: { writes: ['incoming'] },
  },
} as const satisfies Partial<Record<WayIn['profile'], Reach>>;
