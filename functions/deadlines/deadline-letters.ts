import type { Deadline, DeadlineCode } from '../../shared/domain/deadline.ts';
import type { LetterKind } from '../../shared/domain/letter.ts';

export type Recipient = 'provider' | 'joining' | 'officer' | 'heads';
export type DeadlineEvent = 'reminded' | 'overdue';
type Post = { readonly kind: LetterKind; readonly to: readonly Recipient[] };

/** Who is told what when time has done something to a deadline; the table of deadlines, column "On due". */
const posts: Readonly<Record<DeadlineCode, Partial<Record<DeadlineEvent, Post>>>> = {
  D01: { reminded: { kind: 'N02', to: ['provider'] }, overdue: { kind: 'N02', to: ['provider', 'officer'] } },
  D02: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D03: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D04: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D05: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D06: { reminded: { kind: 'N02', to: ['provider'] }, overdue: { kind: 'N02', to: ['provider', 'officer'] } },
  D07: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  D08: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
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
  D18: { overdue: { kind: 'N29', to: ['officer'] } },
  D19: { overdue: { kind: 'N29', to: ['provider', 'joining', 'officer'] } },
  D20: {},
  D21: { overdue: { kind: 'N29', to: ['provider', 'joining', 'officer'] } },
  D25: {},
  D26: {},
  D27: {},
  D41: { reminded: { kind: 'N45', to: ['heads'] }, overdue: { kind: 'N45', to: ['heads'] } },
};

export const postOf = ({ code }: Pick<Deadline, 'code'>, event: DeadlineEvent): Post | undefined => posts[code][event];
