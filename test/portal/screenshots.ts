import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPortal } from '../../infra/portal/build.ts';
import { aPortal, somebody } from './support/a-portal.ts';

/** The README's pictures, taken from the demo municipality. */
const pictures = [
  { name: 'tasks', hash: '#/uppgifter', as: 'officer', ready: '.task', opens: undefined },
  { name: 'reconciliation', hash: '#/manad/2026-10/P2', as: 'officer', ready: '.trail', opens: undefined },
  { name: 'order', hash: '#/bestallningar', as: 'officer', ready: 'tbody a', opens: '.timeline li' },
] as const;

const folder = join(import.meta.dirname, '../../portal/screenshots');
mkdirSync(folder, { recursive: true });
await buildPortal();
const portal = await aPortal();
try {
  for (const { name, hash, as, ready, opens } of pictures) {
    const page = await portal.signedInAs(somebody[as], hash);
    await page.waitForSelector(ready);
    if (opens) {
      await page.locator(ready).first().click();
      await page.waitForSelector(opens);
    }
    await page.screenshot({ path: join(folder, `${name}.png`) });
    process.stdout.write(`portal/screenshots/${name}.png\n`);
    await page.context().close();
  }
} finally {
  await portal.end();
}
