type Rgb = readonly [number, number, number];

const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** A colour as the settings write it, `#1d4f48`. */
function rgbOf(text: string): Rgb | undefined {
  const [, red = '', green = '', blue = ''] = hex.exec(text) ?? [];
  return red === '' ? undefined : [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

const written = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const linear = (part: number): number => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** WCAG's contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [rgbOf(one), rgbOf(other)].map((rgb) => (rgb ? luminance(rgb) : 0));
  return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const mixed = (from: Rgb, to: Rgb, share: number): Rgb =>
  [0, 1, 2].map((at) => (from[at] ?? 0) + ((to[at] ?? 0) - (from[at] ?? 0)) * share) as unknown as Rgb;

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The first step towards an end of the scale that stands out enough from a ground. */
function standingOut(from: Rgb, towards: Rgb, ground: string, least: number): string {
  for (let share = 0; share < 1; share += 0.04) {
    const colour = written(mixed(from, towards, share));
    if (contrast(colour, ground) >= least) return colour;
  }
  return written(towards);
}

/** The grounds that text and controls stand on; the same as in `tokens.css`. */
export const grounds = { light: '#f5f6f4', dark: '#12181d', lightPaper: '#ffffff', darkPaper: '#1b2229' } as const;

export type Theme = {
  /** The bar at the top and the main button, under white text. */
  readonly bar: { readonly light: string; readonly dark: string };
  /** Links, focus and what is chosen, on paper and ground. */
  readonly accent: { readonly light: string; readonly dark: string };
};

/** A municipality's one colour made into the few that the portal needs, each with the contrast it must have (1.4.3, 1.4.11). */
export function themeOf(brand: string): Theme | undefined {
  const rgb = rgbOf(brand);
  if (!rgb) return undefined;
  const bar = standingOut(rgb, black, '#ffffff', 5.5);
  // In the dark, what stands on the page must still be told from it, under the same white text.
  const darkBar = standingOut(mixed(rgb, black, 0.1), black, '#ffffff', 5.5);
  return {
    bar: { light: bar, dark: darkBar },
    accent: {
      light: standingOut(rgb, black, grounds.light, 5.5),
      dark: standingOut(rgb, white, grounds.darkPaper, 6.5),
    },
  };
}

/** Puts a municipality's colours in place, before anything is drawn. */
export function wear(brand: string | undefined): void {
  const theme = brand === undefined ? undefined : themeOf(brand);
  if (!theme) return;
  const { style } = document.documentElement;
  style.setProperty('--bar', `light-dark(${theme.bar.light}, ${theme.bar.dark})`);
  style.setProperty('--accent', `light-dark(${theme.accent.light}, ${theme.accent.dark})`);
}
