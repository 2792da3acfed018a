import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryKey } from '../../../../functions/registry.ts';
import type { LoadedWay } from '../../../../infra/local/load-ways.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { dkimKey, dkimRecord, signed } from '../../../stories/mail/harness/dkim.ts';
import {
  comes,
  mailOf,
  mailWorld,
  type OpenLetter,
  openOrder,
  takeAll,
} from '../../../stories/mail/harness/mail-world.ts';
import { type Written, written } from '../../../stories/mail/harness/written.ts';
import { aBasisWorld, aReport, e46 } from '../../../support/a-basis-world.ts';
import { administrator, colleague, head, manager, officer, type Person } from '../../../support/a-world.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures/leksand-2026-10');

/** Mail both ways: what providers say, what is stopped, what waits for people, and whose addresses are whose. */
export async function busyMail(ways: readonly LoadedWay[]): Promise<void> {
  const world = await mailWorld({ ways, date: '2026-11-02', clock: '09:00' });
  const { own } = world.keys;
  const ask = async (person: Person | undefined, key: EntryKey, asked: object = {}) => {
    const answer = await world.call(key, person as Person, asked);
    if (answer.status >= 400) throw new Error(`${key}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const say = async (letter: OpenLetter, body: string, more: Partial<Written> & { isSigned?: boolean } = {}) => {
    const { isSigned = true, ...mail } = more;
    const raw = written({ from: letter.address, to: letter.replyTo, body, ...mail });
    const domain = letter.address.split('@')[1] ?? '';
    const mailId = await comes(world, { raw: isSigned ? signed(raw, { domain, key: own }) : raw, to: letter.replyTo });
    await takeAll(world);
    await world.tick();
    return mailId;
  };
  const order = (caseNo: string, providerId = 'P3') => openOrder(world, caseNo, providerId);
  const reason = 'Jag har ringt och frågat.';

  // One that is known by a number, at a provider that says how much room it has.
  await world.takeIn('M-1');
  const customer = { name: 'Anna Provsson', personnummer: '191212121212' };
  await ask(officer, 'saveCustomer', { path: { caseNo: 'M-1' }, body: { customer } });
  await ask(administrator, 'declareCeiling', { path: { providerId: 'P3' }, body: { value: 100_000 } });
  const one = await order('M-1');
  await say(one, 'JA\nSTART 2026-11-02');
  await say(await order('M-2'), 'NEJ, FULLT');
  const third = await order('M-3');
  await say(third, 'JA');
  await say(third, 'EJ UTFÖRT OMV personalbrist', { subject: 'Sv: M-3' });
  const asked = await say(third, 'Anna Provsson 191212121212 och Karin Provberg undrar om onsdag?');
  await ask(officer, 'handleMail', { path: { mailId: asked }, body: { note: reason } });
  await say({ ...third, replyTo: 'utfort@kommun.example' }, 'JA', { subject: 'Sv: M-3' });

  const stopped = await say(await order('M-4'), 'JA', {
    isSigned: false,
    type: 'multipart/mixed; boundary="b"',
    body: '--b\nContent-Type: text/plain\n\nJA\n--b\nContent-Type: application/pdf; name="x.pdf"\nContent-Disposition: attachment; filename="x.pdf"\n\n%PDF-1.7\n--b--',
  });
  await ask(officer, 'listMail');
  await ask(administrator, 'listMail');
  await ask(head, 'getMail', { path: { mailId: stopped } });
  await ask(officer, 'openMailFile', { path: { mailId: stopped, number: '1' }, body: { reason } });
  await ask(officer, 'releaseMail', { path: { mailId: stopped }, body: { reason } });
  await takeAll(world);
  const refused = await say(await order('M-5'), 'JA', { isSigned: false });
  await ask(officer, 'refuseMail', { path: { mailId: refused }, body: { reason } });
  for (const person of [officer, administrator]) await ask(person, 'listMail', { query: { state: 'decided' } });
  // One that names nobody but itself: whom it claims to be from is looked up for who decides.
  const unnamed = await say({ ...one, replyTo: 'utfort@kommun.example' }, 'Hej', { isSigned: false });
  await ask(administrator, 'getMail', { path: { mailId: unnamed } });
  await ask(officer, 'sendMessage', { body: { to: 'provider:P3', caseNo: 'M-3', text: 'Vi ringer i morgon.' } });
  for (const caseNo of ['M-1', 'M-3']) await ask(officer, 'getCorrespondence', { path: { caseNo } });

  // A letter that was sent back, and a mail that nobody has scanned.
  const { letterId, address } = await order('M-6');
  const report = `--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; ${address}\nAction: failed\n\n--b\nContent-Type: text/rfc822-headers\n\nX-Utfort-Letter: ${letterId}\n--b--`;
  const type = 'multipart/report; report-type=delivery-status; boundary="b"';
  const raw = written({ from: 'MAILER-DAEMON@annan.example', to: 'utfort@kommun.example', type, body: report });
  await comes(world, { raw, to: 'utfort@kommun.example', from: '' });
  await comes(world, {
    raw: written({ from: address, to: 'utfort@kommun.example', body: 'JA' }),
    to: 'utfort@kommun.example',
    scan: 'INFECTED',
  });
  await takeAll(world);

  // A month's files, of a provider that uses nothing but mail and has had somebody in that month.
  await world.register({ caseNo: 'M-10', minutes: 600 });
  const files = ['P1-report.csv', 'P1-deviations.csv'].map((name) => readFileSync(join(fixtures, name), 'utf8'));
  const parts = files.map(
    (file, n) =>
      `--b\nContent-Type: text/csv; name="${n}.csv"\nContent-Disposition: attachment; filename="${n}.csv"\n\n${file}`,
  );
  await say(await order('M-8', 'P1'), '', {
    type: 'multipart/mixed; boundary="b"',
    body: `${parts.join('\n')}\n--b--`,
    subject: 'oktober 2026',
  });

  const month = { path: { month: '2026-10' } };
  const signedFor = await world.sign(manager, ['intendSubmission', 'submitMonth'], { ...month, body: { draft: true } });
  if (signedFor.status !== 201) throw new Error(JSON.stringify(signedFor.body));

  // Cases change hands, few and many, with the mail that waits in them.
  await say(await order('M-7'), 'JA', { isSigned: false });
  const [from, to] = [officer.userId, colleague.userId];
  await ask(administrator, 'moveCases', { path: { officerId: from }, body: { to, cases: ['M-7'], reason: 'AWAY' } });
  for (let n = 20; n < 32; n++) await world.takeIn(`M-${n}`);
  await say(await order('M-9'), 'JA', { isSigned: false });
  await ask(administrator, 'moveCases', { path: { officerId: from }, body: { to, cases: 'ALL', reason: 'WORKLOAD' } });
  await world.tick();

  // Addresses, put forward and proven.
  const path = { providerId: 'P1' };
  const { addressId } = await ask(manager, 'registerAddress', { path, body: { address: 'anna@ny.example' } });
  await world.tick();
  const [link] = (await world.letters()).filter(({ to }) => to === 'anna@ny.example');
  await ask(undefined, 'proveAddress', { body: { secret: /#\/adress\/(\S+)/.exec(link?.text ?? '')?.[1] } });
  await ask(administrator, 'listAddresses', { path });
  await ask(manager, 'removeAddress', { path: { ...path, addressId } });
  await hoursByMail(ways);
}

/** A report of bought hours, of a private performer that uses nothing but mail (M-17). */
async function hoursByMail(ways: readonly LoadedWay[]): Promise<void> {
  const world = await aBasisWorld('halmstad', { ways: [...ways] });
  const key = dkimKey();
  world.records.push(dkimRecord('utforare.example', key));
  // The performer's domain is its own.
  const other = await providerStore(world.table).find('P2');
  if (other) await world.put(providerStore(world.table).save({ ...other.entity, email: 'p2@granne.example' }, other));
  await world.hasBought({ receiver: { providerId: 'P1', kind: 'private' } });
  const to = 'utfort@kommun.example';
  const body = `--b\nContent-Type: text/csv; name="tid.csv"\nContent-Disposition: attachment; filename="tid.csv"\n\n${aReport(...e46('A-1', 'P1'))}\n--b--`;
  const type = 'multipart/mixed; boundary="b"';
  const mail = written({ from: 'p1@utforare.example', to, subject: 'Köpta timmar september 2026', type, body });
  const mailId = await comes(world, { raw: signed(mail, { domain: 'utforare.example', key }), to });
  await takeAll(world);
  const { state, because, stopped } = await mailOf(world, mailId);
  if (state !== 'acted') throw new Error(`the report was not taken: ${[state, because, stopped].join(' ')}`);
}
