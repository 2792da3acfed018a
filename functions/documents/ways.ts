import { answering, type Reach, signedIn, type WayIn } from '../way-in.ts';

/** The ways into what is sent in. */
export const ways = {
  openUpload: {
    on: {
      http: 'POST /documents/uploads',
      roles: [
        ...(['officer', 'provider', 'provider-manager', 'administrator'] as const),
        ...(['receiving-coordinator', 'receiving-manager'] as const),
      ],
    },
    profile: 'write',
    harm: 'providers cannot hand in their files, and officers not file a choice',
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
