import type { Deadline, DeadlineCode } from '../../shared/domain/deadline.ts';
import type { LetterKind } from '../../shared/domain/letter.ts';

export type Recipient = 'provider' | 'officer' | 'heads';
export type DeadlineEvent = 'reminded' | 'overdue';
type Post = { readonly kind: LetterKind; readonly to: readonly Recipient[] };

/** Who is told what when time has done something to a deadline; the table of deadlines, column "On due". */
const posts: Readonly<Record<DeadlineCode, Partial<Record<DeadlineEvent, Post>>>> = {
  D01: { reminded: { kind: 'N02', to: ['provider'] }, overdue: { kind: 'N02', to: ['provider', 'officer'] } },
  D02: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D03: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D08: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D10: { reminded: { kind: 'N13', to: ['provider'] }, overdue: { kind: 'N15', to: ['provider', 'heads'] } },
  D11: {},
  D12: { reminded: { kind: 'N18', to: ['officer'] }, overdue: { kind: 'N18', to: ['officer', 'heads'] } },
  D13: { reminded: { kind: 'N20', to: ['heads'] }, overdue: { kind: 'N20', to: ['heads'] } },
};

export const postOf = ({ code }: Pick<Deadline, 'code'>, event: DeadlineEvent): Post | undefined => posts[code][event];
