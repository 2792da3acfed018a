import * as z from 'zod';
import { Instant, LocalDate } from './local-time.ts';
import { Role } from './roles.ts';

/**
 * Every role may be handed over from one day to another. An officer hands over a caseload, and the deputy acts for the
 * officer in a role of their own; each of the others is handed over as the role it is.
 */
export const DeputyRole = Role;
export type DeputyRole = Role;

/** Who is whose deputy, as what, on which days; both days are included. */
export const Deputy = z
  .object({
    forUserId: z.string(),
    deputyUserId: z.string(),
    role: DeputyRole,
    from: LocalDate,
    to: LocalDate,
    appointedBy: z.string(),
    /** Ended before its last day. */
    endedAt: Instant.optional(),
  })
  .meta({ id: 'Deputy' });
export type Deputy = z.infer<typeof Deputy>;

export const isDeputyOver = ({ to, endedAt }: Deputy, today: LocalDate): boolean => endedAt !== undefined || to < today;

export type NotDeputy = 'deputy-ended' | 'deputy-not-yet' | 'not-deputy';

/**
 * Why a person may not act as another's deputy today, by all that they have been appointed to; undefined when they may.
 */
export function notDeputy(appointments: readonly Deputy[], today: LocalDate): NotDeputy | undefined {
  const standing = appointments.filter((deputy) => !isDeputyOver(deputy, today));
  if (standing.some(({ from }) => from <= today)) return undefined;
  if (standing.length > 0) return 'deputy-not-yet';
  return appointments.length > 0 ? 'deputy-ended' : 'not-deputy';
}

/** Why a role that was handed over is not held today: its days are to come, or have been, or were taken back before. */
export function notLent(
  { from = '', to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
  today: LocalDate,
): Exclude<NotDeputy, 'not-deputy'> {
  const isEmptied = to !== undefined && to < from;
  return today < from && !isEmptied ? 'deputy-not-yet' : 'deputy-ended';
}
