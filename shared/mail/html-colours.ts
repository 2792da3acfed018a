/** Red, green and blue, of 255 each. */
export type Colour = readonly [number, number, number];

const [black, white]: readonly [Colour, Colour] = [
  [0, 0, 0],
  [255, 255, 255],
];
const named: Readonly<Record<string, Colour>> = {
  ...{
    white,
    black,
    snow: [255, 250, 250],
    ivory: [255, 255, 240],
    whitesmoke: [245, 245, 245],
    azure: [240, 255, 255],
  },
  ...{ ghostwhite: [248, 248, 255], floralwhite: [255, 250, 240], window: white, windowtext: black, red: [255, 0, 0] },
  ...{ mintcream: [245, 255, 250], seashell: [255, 245, 238], aliceblue: [240, 248, 255], navy: [0, 0, 128] },
  ...{ lightyellow: [255, 255, 224], lightcyan: [224, 255, 255], oldlace: [253, 245, 230], linen: [250, 240, 230] },
  ...{ cornsilk: [255, 248, 220], honeydew: [240, 255, 240], beige: [245, 245, 220], lavender: [230, 230, 250] },
  ...{ lavenderblush: [255, 240, 245], gainsboro: [220, 220, 220], lightgoldenrodyellow: [250, 250, 210] },
  ...{ blue: [0, 0, 255], green: [0, 128, 0], gray: [128, 128, 128], grey: [128, 128, 128], yellow: [255, 255, 0] },
};

/** A colour that is written in one of the ways that mail has; `clear`: through which what is behind it is seen. */
export function colourOf(text: string): Colour | 'clear' | undefined {
  const word = text.trim().replaceAll(/^['"]|['"]$/g, '');
  if (word === 'transparent') return 'clear';
  const hex = /^#?([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.exec(word)?.[1];
  if (hex !== undefined && (word.startsWith('#') || hex.length === 6)) {
    const parts = (hex.length < 6 ? [...hex].map((one) => one + one) : (hex.match(/../g) ?? [])).map((one) =>
      Number.parseInt(one, 16),
    );
    return parts[3] === undefined || parts[3] > 25 ? [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0] : 'clear';
  }
  const shades = /^rgba?\(([^)]{1,60})\)/.exec(word)?.[1]?.split(/[,/ ]+/);
  if (shades) {
    const [r = 0, g = 0, b = 0] = shades.map((one) => Number.parseFloat(one) * (one.endsWith('%') ? 2.55 : 1));
    const alpha = shades[3] === undefined ? 1 : Number.parseFloat(shades[3]) / (shades[3].endsWith('%') ? 100 : 1);
    return alpha > 0.1 ? [r, g, b] : 'clear';
  }
  const light = /^hsla?\([^,/ )]+[,/ ]+[\d.]+%[,/ ]+([\d.]+)%(?:[,/ ]+([\d.]+)(%?))?\)/.exec(word);
  if (light) {
    const shade = Number(light[1]) * 2.55;
    const alpha = light[2] === undefined ? 1 : Number(light[2]) / (light[3] === '%' ? 100 : 1);
    return alpha > 0.1 ? [shade, shade, shade] : 'clear';
  }
  return Object.hasOwn(named, word) ? named[word] : undefined;
}
