import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPortal } from '../../infra/portal/build.ts';
import { aPortal, somebody } from './support/a-portal.ts';

/** The README's pictures, taken from the demo municipality. */
const pictures = [{ name: 'tasks', hash: '#/uppgifter', as: 'officer', ready: '.task' }] as const;

const folder = join(import.meta.dirname, '../../portal/screenshots');
mkdirSync(folder, { recursive: true });
await buildPortal();
const portal = await aPortal();
try {
  for (const { name, hash, as, ready } of pictures) {
    const page = await portal.signedInAs(somebody[as], hash);
    await page.waitForSelector(ready);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    process.stdout.write(`portal/screenshots/${name}.png\n`);
    await page.context().close();
  }
} finally {
  await portal.end();
}
