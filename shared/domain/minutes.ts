/** Durations are whole minutes everywhere; hours are only how people read them. */

/**
 * `numerator / denominator` to the nearest whole number, a half upwards (A31: rounded once, at the end).
 * Both are whole numbers, not negative, with a denominator above 0 and twice the numerator below 2^53.
 */
export const roundHalfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

/** `1 204 h 30 min`, with the spaces of Swedish figures that no line breaks at. */
export function hoursAndMinutes(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
  const rest = String(size % 60).padStart(2, '0');
  return `${minutes < 0 ? '−' : ''}${hours}\u00a0h\u00a0${rest}\u00a0min`;
}
