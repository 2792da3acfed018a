import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Fonts } from './tagged-pdf.ts';

const family = '@expo-google-fonts/source-sans-3';
const files = {
  regular: `${family}/400Regular/SourceSans3_400Regular.ttf`,
  strong: `${family}/600SemiBold/SourceSans3_600SemiBold.ttf`,
};

let loaded: Fonts | undefined;

/** Source Sans 3 (OFL-1.1) as installed; read once. */
export function installedFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url);
  loaded ??= { regular: readFileSync(resolve(files.regular)), strong: readFileSync(resolve(files.strong)) };
  return loaded;
}
