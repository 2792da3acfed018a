import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Files with hashed names and nothing inline, so that the strictest content policy lets them through. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: join(import.meta.dirname, '../out/portal'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
