import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const preloader = 'native:import-analysis-build';

/**
 * There is one style sheet and nothing to preload: a page is imported and nothing more. Vite wraps every import all the
 * same, which is a third of a kilobyte of each page.
 */
const withoutPreloading: Plugin = {
  name: 'without-preloading',
  configResolved({ plugins }) {
    const at = plugins.findIndex(({ name }) => name === preloader);
    if (at < 0) throw new Error(`Vite has no ${preloader} any more: see what wraps the imports now`);
    // Readonly by type alone.
    (plugins as Plugin[]).splice(at, 1);
  },
};

/** Files with hashed names and nothing inline, so that the strictest content policy lets them through. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [withoutPreloading],
  // Also when it is built by a test run, which calls itself something else than production.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: join(import.meta.dirname, '../out/portal'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    // Each page asks for its own parts; guessing them beforehand weighs more than it saves.
    modulePreload: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // A few chunks and not forty: what every page needs, what an area's pages share, and each page by itself.
        codeSplitting: {
          groups: [
            // A part that one page alone uses goes with that page.
            {
              name: 'base',
              test: /portal.(?:parts.(?!timeline|checkbox|dialog|deadline-box|file-field|missing-notice|plain|table|upload|read-file|segments|minutes-field|time-field)|app.(?!save-file|use-staff|lazily|swedish-offset|use-services|use-units|with-offset)|api|sign-in.(?!use-signature)|theme)|pages.pages|node_modules.(?!canonicalize|qr)/,
            },
            { name: 'dialog', test: /parts.dialog/ },
            { name: 'deadline', test: /parts.deadline-box/ },
            { name: 'staff', test: /app.use-staff/ },
            { name: 'files', test: /parts.(?:file-field|upload|read-file)/ },
            { name: 'table', test: /parts.table/ },
            { name: 'minutes', test: /parts.minutes-field/ },
            { name: 'services', test: /pages.orders.services|app.use-services/ },
            // Who does not sign does not fetch the signing, nor the one who reconciles what comes after it.
            {
              name: 'month',
              test: /pages.month.(?!filling|filed|closed|month-forms|untaken|undecided|stated-card|after-close|settle|beside|rows-beside|mistake|adjust|signing|receipt|statement-files|result-table|dry-run|use-check|month-picker|overview|line-|trail|why-|faulty|decision|contact-fields)/,
              minShareCount: 2,
            },
            { name: 'filling', test: /pages.month.filling/, minShareCount: 2 },
            // Nor does who hands in fetch what is decided with.
            { name: 'decision', test: /pages.month.(?:decision|contact-fields)/, minShareCount: 2 },
            // What a provider tries its files with, nobody who decides fetches.
            { name: 'dry-run', test: /pages.month.(?:dry-run|use-check)/, minShareCount: 2 },
            {
              name: 'orders',
              test: /pages.orders.(?:act-form|stated-notice|deadlines|list-href|role|order-state-tag)|parts.(?:missing-notice|timeline|time-field)|app.(?:swedish-offset|with-offset)/,
            },
            // What is shared with a form or a room that is fetched later goes with neither page.
            { name: 'lazily', test: /app.lazily|acts.use-act-words/ },
            { name: 'plain', test: /parts.plain|acts.service-codes/ },
            { name: 'customer-fields', test: /pages.orders.customer-fields/ },
            { name: 'customer', test: /pages.orders.customer/ },
            { name: 'order-content', test: /pages.orders.order-content/ },
            // An order's page is two, by who may do what: they share all but the forms.
            { name: 'order', test: /pages.orders.(?!form-file|acts.use-papers|new)/, minShareCount: 2 },
            { name: 'new-order', test: /pages.orders.new/, minShareCount: 2 },
            { name: 'switches', test: /pages.switches/, minShareCount: 2 },
            { name: 'purchases', test: /pages.purchases.(?:purchase-state-tag|extent-words)/ },
            // The forms of a purchase are fetched one by one, when somebody opens them.
            {
              name: 'purchase-forms',
              test: /pages.purchases.(?:acts.use-purchase-words|extent-fields|receiver-field|use-|agreement-link|basis.kronor)/,
              minShareCount: 2,
            },
            { name: 'bases', test: /pages.purchases.basis/, minShareCount: 2 },
            { name: 'messages', test: /pages.messages/, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
