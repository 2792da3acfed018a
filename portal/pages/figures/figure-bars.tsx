/** What stands beside each other at one place: a whole, and how much of it was done. */
export type Bar = { readonly name: string; readonly whole: number; readonly part: number };

const width = 640;
const high = 200;
const foot = 40;

/**
 * Pairs of bars, drawn to the largest: the whole as an outline, the part filled, so that they are told apart without
 * colour. The table beside says the same in figures.
 */
export function FigureBars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.flatMap(({ whole, part }) => [whole, part]));
  const room = width / Math.max(1, bars.length);
  const wide = Math.min(70, room * 0.36);
  const up = (value: number) => Math.round((value / most) * high);
  return (
    <svg role="img" aria-label={label} viewBox={`0 -4 ${width} ${high + foot + 4}`} width="100%">
      {bars.map(({ name, whole, part }, index) => {
        const middle = room * (index + 0.5);
        return (
          <g key={name}>
            <rect
              x={middle - wide - 2}
              y={high - up(whole)}
              width={wide}
              height={up(whole)}
              fill="var(--quiet)"
              stroke="var(--edge)"
              stroke-width="2"
            />
            <rect x={middle + 2} y={high - up(part)} width={wide} height={up(part)} fill="var(--accent)" />
            <text x={middle} y={high + 28} text-anchor="middle" font-size="22" fill="var(--ink)">
              {name}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={width} y1={high} y2={high} stroke="var(--edge)" stroke-width="2" />
    </svg>
  );
}
