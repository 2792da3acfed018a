import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of this machine, if it has one; `CHROMIUM` names another. */
export function chromiumPath(): string | undefined {
  const given = process.env.CHROMIUM;
  if (given) return existsSync(given) ? given : undefined;
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.flatMap((place) => names.map((name) => join(place, name))).find(existsSync);
}

export const withoutChromium =
  'No Chromium here: the portal’s browser tests were not run (apt-get install chromium, then npm run test:portal).';
