/** Durations are whole minutes everywhere. */

/**
 * `numerator / denominator` to the nearest whole number, a half upwards (A31: rounded once, at the end).
 * Both are whole numbers, not negative, with a denominator above 0 and twice the numerator below 2^53.
 */
export const roundHalfUp = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));
