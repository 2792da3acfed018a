import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mailStore } from '../../../functions/mail/mail-store.ts';
import { mailView } from '../../../functions/mail/quarantine/mail-view.ts';
import { standingClock } from '../../../infra/local/clock.ts';
import { seedDemo } from '../../../infra/local/demo.ts';
import { localMachine, type Machine } from '../../../infra/local/machine.ts';
import { instantAt } from '../../../shared/domain/local-time.ts';
import { localDns } from '../../../shared/embedded/local-dns.ts';
import { mimeMessage } from '../../../shared/mail/mime-message.ts';
import { deadlineStore } from '../../../shared/stores/deadline-store.ts';
import { aMail, signingDomain } from '../../support/a-mail.ts';
import { canariesIn, personalFields } from '../../support/canaries.ts';

const folders: string[] = [];
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'utfort-canaries-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the search for canaries', () => {
  const letter = { letterId: 'brev-1', to: 'p1@utforare.example', at: '2026-11-02T07:00:00.000Z' };
  const sender = { name: 'Utfört', address: 'utfort@kommun.example' };
  const lying = async (subject: string, text: string) => {
    const folder = aFolder();
    writeFileSync(join(folder, 'brev-1.eml'), await mimeMessage({ ...letter, subject, text }, sender));
    return folder;
  };

  it.each([
    ['in a text', 'Ny', 'Det gäller Ängla Kanårie.\n', 'Ängla Kanårie'],
    ['in a subject, as it is encoded', 'Om Ängla Kanårie', 'Ärende A-1.\n', 'ängla kanårie'],
    ['broken over two lines', 'Ny', `${'ord '.repeat(17)}Ängla\nKanårie\n`, 'Ängla Kanårie'],
    ['a number written in another way', 'Ny', 'Ring 070-174 06 05.\n', '0701740605'],
    ['a number of a person', 'Ny', '19121212-1212\n', '191212121212'],
  ])('finds one %s', async (_what, subject, text, canary) => {
    expect((await canariesIn(await lying(subject, text), [canary])).found).toEqual([`brev-1.eml: ${canary}`]);
    expect((await canariesIn(await lying('Ny', 'Ärende A-1.\n'), [canary])).found).toEqual([]);
  });

  it('knows every field of a customer’s, and every sentence of somebody’s own', () => {
    const customer = { name: 'Ängla Prov', phone: '070-174 06 05', address: 'Storgatan 1' };
    const body = { caseNo: 'A-1', providerId: 'P1', customer, notExecuted: [{ code: 'OMV', reason: 'vill inte ha' }] };
    expect(personalFields(body).map(({ value }) => value)).toEqual([...Object.values(customer), 'vill inte ha']);
  });
});

type Known = { readonly caseNo: string; readonly customer: Readonly<Record<string, string>> };

/** The same machine, in which every personal field of whatever is asked has a canary of its own beside what stood there. */
function planting(machine: Machine, canaries: Set<string>, customers: Known[] = []): Machine {
  const planted = (body: unknown): unknown => {
    let text = JSON.stringify(body);
    for (const { key, value, isOfPerson } of personalFields(body)) {
      canaries.add(value);
      // Numbers and addresses must be real; names and sentences may say one word more.
      if (isOfPerson && key !== 'name') continue;
      const canary = `Kanarie${[...String(canaries.size)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
      canaries.add(canary);
      text = text.replace(JSON.stringify(value), JSON.stringify(`${value} ${canary}`));
    }
    const sown = JSON.parse(text);
    if (sown.customer?.name && sown.customer.address && sown.caseNo) customers.push(sown);
    return sown;
  };
  return {
    ...machine,
    call: (key, event) =>
      machine.call(
        key,
        event.body ? { ...event, body: JSON.stringify(planted(JSON.parse(String(event.body)))) } : event,
      ),
  };
}

type Sent = { readonly id: string; readonly customer: Known['customer']; readonly chance: string };

/**
 * Mails that name a customer everywhere that a mail has words: whom it is from, its subject, its text, a file's name and the
 * form's own comment; of each one that the provider's domain has signed, and one that nobody has. A word that nobody knows
 * for a name is in each: it is shown to whoever reads the mail, and nowhere else.
 */
async function comeIn(machine: Machine, customers: readonly Known[], canaries: Set<string>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  for (const { caseNo, customer } of customers) {
    const { name = '', personnummer = '', address = '', phone = '' } = customer;
    const form = `Ärende;Datum;Typ;Kommentar\r\n${caseNo};2026-10-05;;${name} ${personnummer} ${phone}\r\n`;
    const places = [
      { name: `${name} ${personnummer}` },
      { name: personnummer },
      { subject: `Sv: ${caseNo} ${name}, ${address}` },
      { text: `JA ${caseNo}\n\nMin mor ${name}, ${personnummer}, ${address}, tel ${phone}` },
      { text: `${name} vill inte`, subject: caseNo },
      { file: `${name.replaceAll(' ', '_')}-${personnummer}.csv`, text: caseNo },
      { file: 'avvikelser.csv', content: form, text: caseNo },
    ];
    for (const { name: from, subject = 'Sv', text = 'Hej', file, content = 'Hej' } of places)
      for (const signedBy of ['utforare2.example', false] as const) {
        const chance = `Kanariemejl${[...String(sent.length)].map((one) => 'abcdefghij'[Number(one)]).join('')}x`;
        const raw = await aMail({
          ...{
            from: `${from ? `"${from}" ` : ''}<p2@utforare2.example>`,
            to: 'utfort@kommun.example',
            subject,
            signedBy,
          },
          text: `${text}\n\n${chance} har ont`,
          ...(file ? { attachments: [{ filename: file, content, contentType: 'text/csv' }] } : {}),
        });
        canaries.add(chance);
        const id = `in-kanarie-${sent.length}`;
        await machine.deps.documents.put('incoming', id, raw, 'message/rfc822');
        const arrivedAt = new Date().toISOString();
        const envelope = { from: `${personnummer}@utforare2.example`, to: ['utfort@kommun.example'], arrivedAt };
        await machine.tell('mail-in', { mailId: id, laid: { documentId: id, envelope }, scan: 'CLEAN' });
        sent.push({ id, customer, chance });
      }
  }
  await machine.tick();
  return sent;
}

/** What is a customer's and stands in what is kept of a mail or its task, or is written to a page for it; without its words. */
async function inWhatIsKept({ deps: { table } }: Machine, mails: readonly Sent[]): Promise<readonly string[]> {
  const found = await Promise.all(
    mails.map(async ({ id, customer, chance }) => {
      const mail = (await mailStore(table).find(id))?.entity;
      if (!mail || mail.state === 'waiting') return [`${id}: not taken`];
      const tasks = await deadlineStore(table).ofMail(id);
      const view = mailView(mail, { role: 'officer', language: 'sv', claimedProviderId: undefined });
      const all = JSON.stringify([mail, view]).toLowerCase();
      const own = Object.values(customer).filter((one) => typeof one === 'string' && one.length > 4);
      const words = [...own, ...(customer.name ?? '').split(' ')].map((one) => one.toLowerCase());
      const digits = all.replaceAll(/(?<=\d)[\s-]+(?=\d)/g, '');
      return [
        ...words.filter(
          (word) => all.includes(word) || (/\d{6}/.test(word) && digits.includes(word.replaceAll(/\D/g, ''))),
        ),
        ...(JSON.stringify(tasks).includes(chance) ? [chance] : []),
      ].map((word) => `${id}: ${word}`);
    }),
  );
  return found.flat();
}

it('no letter of the whole demo month says a word of what is personal, whatever is written where', async () => {
  const folder = aFolder();
  const failures: unknown[] = [];
  const machine = await localMachine({
    folder,
    clock: standingClock(instantAt('2026-10-01', '00:00')),
    keepsTable: false,
    newId: ((counts: Map<string, number>) => (prefix: string) => {
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
      return `${prefix}-${counts.get(prefix)}`;
    })(new Map()),
    dns: localDns(() => [signingDomain('utforare2.example')]),
    portalUrl: 'https://utfort.example',
    filesUrl: () => 'https://utfort.example',
    log: { error: (_, { failure }) => failures.push(failure) },
  });
  const canaries = new Set<string>();
  const customers: Known[] = [];
  await seedDemo(planting(machine, canaries, customers));
  const mails = await comeIn(machine, customers.slice(0, 5), canaries);
  // On to the end of the month that follows: reminders, what is late, and the digests.
  await machine.moveTo(instantAt('2026-11-20', '12:00'));
  expect(failures).toEqual([]);
  const { letters, found } = await canariesIn(join(folder, 'mail'), canaries);
  console.log(`letters of the demo month: ${letters}; canaries planted: ${canaries.size}; found: ${found.length}`);
  expect(found).toEqual([]);
  const seen = await inWhatIsKept(machine, mails);
  console.log(`mails with canaries: ${mails.length}; found in what is kept, shown and asked of them: ${seen.length}`);
  expect(seen).toEqual([]);
  expect(mails.length).toBe(5 * 2 * 7);
  expect([letters > 20, canaries.size > 20]).toEqual([true, true]);
  machine.close();
}, 240_000);
