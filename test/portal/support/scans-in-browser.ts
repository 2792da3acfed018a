import { pagesIn, quartersToUpright } from '../../../portal/scans/read-codes.ts';

/** What the browser is given to try: the reader alone, on the page's own global. */
Object.assign(globalThis, { pagesIn, quartersToUpright });
