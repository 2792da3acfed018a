/** Money is whole öre everywhere. */

/**
 * Minutes times the hourly rate of the council (L-36), in öre, rounded half up once: per provider, never per line
 * (L-40, E33). Exact whatever the size of the factors.
 */
export const amountOre = (minutes: number, orePerHour: number): number =>
  Number((2n * BigInt(minutes) * BigInt(orePerHour) + 60n) / 120n);
