import { type Instant, plusHours } from '../../../shared/domain/local-time.ts';

/** An address is answered so many times an hour, however much comes from it (S-39). */
const mostAnHour = 3;

/** When an address has been answered once it is answered now too; undefined when that would be too often. */
export function answeredOnceMore(earlier: readonly Instant[], at: Instant): readonly Instant[] | undefined {
  const lately = earlier.filter((one) => at < plusHours(one, 1));
  return lately.length < mostAnHour ? [...lately, at] : undefined;
}
