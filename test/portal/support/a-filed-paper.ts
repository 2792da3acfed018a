import { crc32, deflateSync } from 'node:zlib';
import * as z from 'zod';
import type { Machine } from '../../../infra/local/machine.ts';
import type { Actors } from '../../../infra/local/scripted-month/actors.ts';
import { pageCode } from '../../../shared/domain/form-code.ts';
import { uploadStore } from '../../../shared/stores/upload-store.ts';

const administrator = { userId: 'D1', role: 'administrator' } as const;
const path = { month: '2026-10', providerId: 'P1' };
const documentId = 'fil-papper';
const Form = z.looseObject({ prints: z.array(z.object({ letters: z.string(), pages: z.int() })) });
const Filed = z.looseObject({ id: z.string() });

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A page of an A4 with lines on it, in grey, as a PNG. */
function linedPage(): Buffer {
  const [width, height] = [842, 595];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Array.from({ length: height }, (_, y) => Buffer.alloc(width + 1, y % 22 === 0 ? 90 : 235).fill(0, 0, 1));
  const start = Buffer.from('89504e470d0a1a0a', 'hex');
  const pixels = chunk('IDAT', deflateSync(Buffer.concat(rows)));
  return Buffer.concat([start, chunk('IHDR', head), pixels, chunk('IEND', Buffer.alloc(0))]);
}

/** The first provider's month has been printed, and has come back on paper: filed, and not keyed yet. */
export async function aFiledPaper({ deps, clock }: Machine, people: Actors): Promise<void> {
  const asked = { path: { ...path, kind: 'month' }, query: { format: 'pdf' } };
  const { prints } = await people.ask(administrator, 'getForm', asked, Form);
  const codes = await Promise.all(
    prints.flatMap(({ letters, pages }) =>
      Array.from({ length: pages }, async (_, at) => ({ text: await pageCode({ letters, page: at + 1, pages }) })),
    ),
  );
  const sent = { documentId, userId: administrator.userId, providerId: undefined };
  await deps.table.commit([uploadStore(deps.table).open(sent, clock.now())]);
  await deps.documents.put('incoming', documentId, linedPage(), 'image/png');
  const body = { scans: [documentId], codes, arrivedOn: '2026-11-02' };
  await people.ask(administrator, 'registerPaper', { path, body }, Filed);
}
