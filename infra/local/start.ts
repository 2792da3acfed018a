import './compile-cache.ts';
import { flushCompileCache } from 'node:module';

/** What `npm start` runs, once it is known that the runtime is the wanted one. */
const { main } = await import('./server/main.ts');
await main(process.argv.slice(2), process.env);
// Now, and not at the end: a machine may be killed.
flushCompileCache();
