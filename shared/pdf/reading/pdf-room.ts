/** A matrix of a PDF: `[a b c d e f]`. */
export type Matrix = readonly [number, number, number, number, number, number];

export const still: Matrix = [1, 0, 0, 1, 0, 0];

/** First the one, then the other. */
export const followedBy = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  ...([a * g + b * i, a * h + b * j, c * g + d * i] as const),
  ...([c * h + d * j, e * g + f * i + k, e * h + f * j + l] as const),
];

/** How much of the page a square of one by one covers. */
export const areaOf = ([a, b, c, d]: Matrix): number => Math.abs(a * d - b * c);

/** Text that is put down bit by bit, in the order in which it stands in the file. */
export class PlacedText {
  private readonly parts: string[] = [];
  private end: readonly [x: number, y: number] | undefined;

  /**
   * Bits that touch on one line are one word; a gap is a blank, and another line a line. `place` is where it begins,
   * `wide` how far it goes, in the text's own measure, `size` its letters' height.
   */
  put(text: string, place: Matrix, wide: number, size: number): void {
    const [a, b, , , x, y] = place;
    const scale = Math.hypot(a, b) || 1;
    if (this.end) {
      const [dx, dy] = [x - this.end[0], y - this.end[1]];
      const along = (dx * a + dy * b) / scale;
      const across = Math.abs(dx * b - dy * a) / scale;
      const height = Math.abs(size) * scale || 1;
      if (across > 0.4 * height || along < -height) this.parts.push('\n');
      else if (along > 0.15 * height) this.parts.push(' ');
    }
    this.parts.push(text);
    this.end = [x + a * wide, y + b * wide];
  }

  get text(): string {
    return this.parts.join('');
  }
}
