import { main } from './server/main.ts';

/** What `npm start` runs, once it is known that the runtime is the wanted one. */
await main(process.argv.slice(2), process.env);
