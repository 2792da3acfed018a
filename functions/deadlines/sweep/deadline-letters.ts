import type { Deadline, DeadlineCode, DeadlineEvent } from '../../../shared/domain/deadline.ts';
import type { LetterKind } from '../../../shared/domain/letter.ts';

export type Recipient = 'provider' | 'joining' | 'officer' | 'heads';
type Post = {
  readonly kind: LetterKind;
  readonly to: readonly Recipient[];
  /** What the letter says, where it is not that the time is near or over. */
  readonly variant?: string;
};

type Posts = Partial<Record<DeadlineEvent, Post>>;

/** A start that is late; the heads hear of it when it has not come a dygn later (N08). */
const lateStart: Posts = {
  overdue: { kind: 'N08', to: ['provider', 'officer'] },
  escalated: { kind: 'N08', to: ['heads'] },
};

/** Both providers should have been told of a switch by now (L-61, S-43): the officer is. */
const untold: Posts = { overdue: { kind: 'N29', to: ['officer'], variant: 'untold' } };

/** Who is told what when time has done something to a deadline; the table of deadlines, column "On due". */
const posts: Readonly<Record<DeadlineCode, Posts>> = {
  D01: { reminded: { kind: 'N02', to: ['provider'] }, overdue: { kind: 'N02', to: ['provider', 'officer'] } },
  D02: lateStart,
  D03: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D04: lateStart,
  D05: lateStart,
  D06: { reminded: { kind: 'N02', to: ['provider'] }, overdue: { kind: 'N02', to: ['provider', 'officer'] } },
  D07: lateStart,
  D08: lateStart,
  D09: {
    reminded: { kind: 'N29', to: ['provider', 'joining', 'officer'] },
    overdue: { kind: 'N29', to: ['provider', 'joining', 'officer'] },
  },
  D10: { reminded: { kind: 'N13', to: ['provider'] }, overdue: { kind: 'N15', to: ['provider', 'heads'] } },
  D11: {},
  D12: { reminded: { kind: 'N18', to: ['officer'] }, overdue: { kind: 'N18', to: ['officer', 'heads'] } },
  D13: { reminded: { kind: 'N20', to: ['heads'] }, overdue: { kind: 'N20', to: ['heads'] } },
  D15: { reminded: { kind: 'N26', to: ['provider'] }, overdue: { kind: 'N26', to: ['provider'] } },
  D16: { reminded: { kind: 'N26', to: ['provider'] }, overdue: { kind: 'N26', to: ['provider'] } },
  D17: { reminded: { kind: 'N27', to: ['officer'] }, overdue: { kind: 'N27', to: ['officer'] } },
  D18: untold,
  D19: { overdue: { kind: 'N29', to: ['provider', 'joining', 'officer'] } },
  D20: untold,
  D21: { overdue: { kind: 'N29', to: ['provider', 'joining', 'officer'] } },
  D25: {},
  D26: {},
  D27: {},
  D41: { reminded: { kind: 'N45', to: ['heads'] }, overdue: { kind: 'N45', to: ['heads'] } },
};

export const postOf = ({ code }: Pick<Deadline, 'code'>, event: DeadlineEvent): Post | undefined => posts[code][event];
