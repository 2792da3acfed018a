import type { Instant, LocalDate } from '../../../shared/domain/local-time.ts';
import type { ProviderKind } from '../../../shared/packs/pack.ts';
import type { Acting, Effects } from '../../../shared/steps/effects.ts';
import type { Routine } from '../../../shared/stores/routine.ts';
import type { ImportRow } from './import-row.ts';

/** What a file says otherwise about one thing, and what it comes to when it is carried out: nothing is made before. */
export type Decided = {
  readonly rows: readonly ImportRow[];
  readonly effects?: () => Promise<Effects>;
};

/** By which routine, for whom and when files are held against what stands, and whom they and it know of. */
export type Importing = Routine & {
  readonly at: Instant;
  readonly by: string;
  readonly acting: Acting['by'];
  readonly knows: {
    readonly provider: (id: string) => boolean;
    readonly unit: (id: string) => boolean;
    readonly officer: (id: string) => boolean;
    /** Whether the role is held today, as it will stand when the files are read in. */
    readonly officerToday: (id: string) => boolean;
    /** Whether the service may be ordered on some day of those; any, where there is no catalogue. */
    readonly service: (code: string, from: LocalDate, to: LocalDate | null) => boolean;
    /** The other case in the files that has the customer's number under a name that cannot be the same person's (A73). */
    readonly stranger: (caseNo: string) => string | undefined;
    /** Whether a rate is in force for providers of the kind (L-36). */
    readonly rate: (kind: ProviderKind) => boolean;
  };
};

export const unchanged: Decided = { rows: [] };
