import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateOf, instantAt, localIso, plusDays, swedishInstant } from '../../../shared/domain/local-time.ts';
import { verifyRecordFile } from '../../../shared/domain/verify-record-file.ts';
import { packNamed } from '../../../shared/packs/packs.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import type { Machine } from '../machine.ts';
import { apiDescription } from './api-description.ts';
import { apiPage } from './pages/api-page.ts';
import { htmlPage } from './pages/page.ts';
import { signedInPage } from './pages/sign-in-pages.ts';
import { startPage } from './pages/start-page.ts';
import { verifyPage } from './pages/verify-page.ts';
import { jsonReply, type LocalRequest, type LocalRoute } from './route.ts';
import { demoUsers } from './sign-in/demo-users.ts';

const fileRoute = (name: string, type: string): LocalRoute => {
  const body = readFileSync(join(import.meta.dirname, 'pages', name));
  return { on: `GET /_local/${name}`, answer: () => ({ statusCode: 200, headers: { 'content-type': type }, body }) };
};

/** The record that a person chose or pasted; a text field ends in line breaks that are not the record's. */
async function heldUp({ headers, body }: LocalRequest): Promise<Uint8Array | undefined> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
  const [file, text] = [form.get('file'), form.get('text')];
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  return typeof text === 'string' && text.trim() !== '' ? new TextEncoder().encode(text.trim()) : undefined;
}

/** The pages of the machine itself; the portal is another thing. */
export function pageRoutes({ deps, clock, ways }: Machine, base: string): readonly LocalRoute[] {
  const description = apiDescription(ways, base);

  const start: LocalRoute['answer'] = async () => {
    const settings = (await settingsStore(deps.table).find())?.entity;
    const now = { words: swedishInstant(clock.now()), iso: localIso(clock.now()) };
    const tomorrow = localIso(instantAt(plusDays(dateOf(clock.now()), 1), '08:00'));
    const users = await demoUsers(deps.table);
    return htmlPage(
      startPage({
        base,
        now,
        tomorrow,
        municipality: settings?.municipality,
        routine: settings && packNamed(settings.pack)?.title,
        users,
      }),
    );
  };

  const verify: LocalRoute['answer'] = async (asked) => {
    const record = await heldUp(asked);
    return record
      ? htmlPage(verifyPage(await verifyRecordFile(record, await deps.signer.keys())))
      : htmlPage(verifyPage('nothing'), 422);
  };

  return [
    { on: 'GET /_local', answer: start },
    { on: 'GET /callback', answer: () => htmlPage(signedInPage()) },
    { on: 'GET /api', answer: () => htmlPage(apiPage(description)) },
    { on: 'GET /openapi.json', answer: () => jsonReply(description) },
    { on: 'GET /verifiera', answer: () => htmlPage(verifyPage()) },
    { on: 'POST /verifiera', answer: verify },
    fileRoute('style.css', 'text/css; charset=utf-8'),
    fileRoute('icon.svg', 'image/svg+xml'),
  ];
}
