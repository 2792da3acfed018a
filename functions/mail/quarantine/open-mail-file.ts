import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { localIso, plusMinutes } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { readMail } from '../../../shared/mail/read-mail.ts';
import { accessLogged, ReadingReason } from '../../people/door.ts';
import { ownMail } from '../load-own-mail.ts';
import { rawMail } from '../load-raw-mail.ts';

/** For how long an address to a file is good. */
const minutesToOpen = 5;

/** What a saved file may end in; any other ends in nothing that a machine would run. */
const endings = ['csv', 'xlsx', 'ods', 'pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'txt'];
const endingOf = (name: string): string => {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return endings.includes(ending) ? ending : 'bin';
};

/**
 * A file that came with a mail, to be saved and never shown: an address that is good for some minutes. Of a mail that is
 * not known to be clean there is none. Who opened what and why is written in the access log of its case.
 */
export const openMailFile = endpoint({
  summary: 'Save a file that came with a mail, with the reason for it',
  path: z.object({ mailId: SafeId, number: z.coerce.number().int().min(1).max(20) }),
  body: z.strictObject({ reason: ReadingReason }),
  answer: z.object({
    url: z.string().meta({ description: 'Whoever has it may read the file until it expires; hand it to nobody' }),
    expiresAt: z.string(),
  }),
  keepsAnswer: false,
  async run({ path: { mailId, number }, body, caller, at, entry }, deps) {
    const own = await ownMail(mailId, { caller }, deps.table);
    if (!own.ok) return own;
    const { entity: mail } = own.value;
    if (mail.scan !== 'CLEAN') return refuse('conflict', 'mail-not-clean');
    const read = await readMail(await rawMail(mail, deps));
    const file = typeof read === 'string' ? undefined : read.files[number - 1];
    if (!file) return refuse('missing', 'mail-file-not-found');

    const id = `${mailId}.${number}`;
    // Nothing leads to it but this address, and the same again changes nothing.
    await deps.documents.put('documents', id, file.bytes, 'application/octet-stream');
    const expiresAt = plusMinutes(at, minutesToOpen);
    const { url } = await deps.documents.openView({
      ...{ bucket: 'documents', id, contentType: 'application/octet-stream', shown: 'attachment', expiresAt },
      fileName: `${id}.${endingOf(file.name)}`,
    });
    const { caseNo } = mail;
    const { reason } = body;
    const row = { at, by: byOf(caller), entry, caseNos: caseNo ? [caseNo] : [], reason };
    return done({ url, expiresAt: localIso(expiresAt) }, accessLogged(row, deps));
  },
});
