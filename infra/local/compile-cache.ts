import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * What the runtime has compiled is kept beside the packages, so that the next process begins where this one did. Asked
 * for before anything else is imported; where nothing can be written, it is compiled anew each time and nobody is told.
 */
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));
