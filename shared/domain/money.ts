/** Money is whole öre; kronor are only how people read them. */

/**
 * Minutes times the hourly rate of the council (L-36), in öre, rounded half up once: per provider, never per line
 * (L-40, E33). Exact whatever the size of the factors.
 */
export const amountOre = (minutes: number, orePerHour: number): number =>
  Number((2n * BigInt(minutes) * BigInt(orePerHour) + 60n) / 120n);

/** `16 500,00 kr`, with the spaces of Swedish figures that no line breaks at. */
export function kronor(ore: number): string {
  const size = Math.abs(ore);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
  return `${ore < 0 ? '−' : ''}${whole},${String(size % 100).padStart(2, '0')}\u00a0kr`;
}
