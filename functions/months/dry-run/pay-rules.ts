import type { Pack } from '../../../shared/packs/pack.ts';

/** What a rule pack decides about pay: the parameters that the dry run reads, and nothing else. */
export type PayRules = {
  /** What a faulty case is charged when nobody mends it (A30). */
  readonly wrongBasis: 'GRANTED' | 'MIN' | 'HOLD';
  /** When a customer's notice came too early for the visit to be paid as bomtid (A29). */
  readonly bomtidNotice: 'BEFORE_VISIT_DAY' | 'BEFORE_VISIT' | `HOURS:${number}`;
  /** Whether bomtid on the day of a death is paid without a form row (A26). */
  readonly deathDayRemainder: 'BOMTID' | 'NONE';
  /** How far performed minutes may differ from start and end, either way (A33). */
  readonly toleranceMinutes: number;
  /** Granted minutes by days in force, or whole months. */
  readonly grantedProRata: boolean;
  /** Whether the customer's time counts once when two workers are there at the same time, or each worker's. */
  readonly doubleStaffing: 'ONCE' | 'EACH';
};

/** The pay rules of a pack, with its settings. */
export const payRulesOf = ({ params }: Pick<Pack, 'params'>): PayRules => ({
  wrongBasis: params.wrongBasis,
  bomtidNotice: params['bomtid.notice'],
  deathDayRemainder: params['death.dayRemainder'],
  toleranceMinutes: params['visit.toleranceMinutes'],
  grantedProRata: params['granted.proRata'],
  doubleStaffing: params.doubleStaffing,
});
