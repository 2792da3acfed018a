import { join } from 'node:path';
import { defineConfig } from 'vite';

/** Files with hashed names and nothing inline, so that the strictest content policy lets them through. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  // Also when it is built by a test run, which calls itself something else than production.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: join(import.meta.dirname, '../out/portal'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // A few chunks and not forty: what every page needs, what an area's pages share, and each page by itself.
        codeSplitting: {
          groups: [
            { name: 'base', test: /portal.(?:parts|app|api|sign-in)|node_modules.(?!canonicalize)/ },
            { name: 'month', test: /pages.month/, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
