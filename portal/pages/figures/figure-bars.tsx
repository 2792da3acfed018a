/** What stands beside each other at one place: a whole, and how much of it was done. */
export type Bar = { readonly name: string; readonly whole: number; readonly part: number };

const width = 640;
const high = 120;

/**
 * Pairs of bars, drawn to the largest: the whole as an outline, the part filled, so that they are told apart without
 * colour. Their names stand beneath as text of the page's own size; the table beside says the same in figures.
 */
export function FigureBars({ label, bars }: { readonly label: string; readonly bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.flatMap(({ whole, part }) => [whole, part]));
  const room = width / Math.max(1, bars.length);
  const wide = Math.min(40, room * 0.36);
  const up = (value: number) => Math.round((value / most) * high);
  return (
    <>
      <svg role="img" aria-label={label} viewBox={`0 -2 ${width} ${high + 4}`} width="100%">
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
                stroke-width="1.5"
              />
              <rect x={middle + 2} y={high - up(part)} width={wide} height={up(part)} fill="var(--accent)" />
            </g>
          );
        })}
        <line x1="0" x2={width} y1={high} y2={high} stroke="var(--edge)" stroke-width="1.5" />
      </svg>
      <div aria-hidden="true" style={{ display: 'flex', textAlign: 'center' }}>
        {bars.map(({ name }) => (
          <span key={name} style={{ flex: 1 }}>
            {name}
          </span>
        ))}
      </div>
    </>
  );
}
