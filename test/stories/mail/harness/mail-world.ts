import type { Mail } from '../../../../functions/mail/mail.ts';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { tokenIn } from '../../../../shared/domain/reply-token.ts';
import { caseStore } from '../../../../shared/stores/case-store.ts';
import { type Provider, providerStore } from '../../../../shared/stores/provider-store.ts';
import { replyStore } from '../../../../shared/stores/reply-store.ts';
import { replyAddressOf } from '../../../support/a-mail.ts';
import { aWorld, officer, type World } from '../../../support/a-world.ts';
import { dkimKey, dkimRecord } from './dkim.ts';

/** Providers beside the world's own: one at a domain of its own, one whose mailbox is at a house that everybody uses. */
const mailProviders = {
  P3: { id: 'P3', number: 3, name: 'Enskild Omsorg AB', kind: 'private', email: 'kontor@enskild.example' },
  P4: { id: 'P4', number: 4, name: 'Lilla Hjälpen', kind: 'private', email: 'lilla.hjalpen@gmail.com' },
  P5: { id: 'P5', number: 5, name: 'Hemtjänst Åsen', kind: 'private', email: 'info@åsen.example' },
} as const satisfies Record<string, Provider>;

/** A letter that a provider may answer, and where to. */
export type OpenLetter = {
  readonly orderId: string;
  readonly caseNo: string;
  readonly letterId: string;
  readonly providerId: string;
  /** The address that the letter went to. */
  readonly address: string;
  readonly replyTo: string;
};

/** A municipality whose providers sign their mail, with an order at each that is waited for. */
export async function mailWorld(given: Parameters<typeof aWorld>[0] = {}) {
  const world = await aWorld({ date: '2026-11-02', clock: '09:00', ...given });
  const { table } = world;
  await world.put(...Object.values(mailProviders).map((one) => providerStore(table).save(one, undefined)));
  const keys = { own: dkimKey(), house: dkimKey(), stranger: dkimKey() };
  for (const domain of ['utforare.example', 'enskild.example', 'xn--sen-tla.example'])
    world.records.push(dkimRecord(domain, keys.own));
  world.records.push(dkimRecord('gmail.com', keys.house), dkimRecord('annan.example', keys.stranger));
  return { ...world, keys };
}
export type MailWorld = Awaited<ReturnType<typeof mailWorld>>;

/** Places an order and takes its letter out of the post; the provider may answer it. */
export async function openOrder(
  world: World,
  caseNo: string,
  providerId: string,
  name = 'Anna Provsson',
): Promise<OpenLetter> {
  await world.put(
    caseStore(world.table).save({ caseNo, officerId: officer.userId }, await caseStore(world.table).find(caseNo)),
  );
  const services = [{ code: 'OMV', minutesPerMonth: 600 }];
  const before = new Set((await world.letters()).map(({ id }) => id));
  const placed = await world.call('placeOrder', officer, {
    body: { caseNo, providerId, services, customer: { name } },
  });
  if (placed.status !== 201) throw new Error(`not placed: ${JSON.stringify(placed.body)}`);
  await world.tick();
  const provider = await providerStore(world.table).find(providerId);
  const address = provider?.entity.email ?? '';
  for (const { id } of (await world.letters()).filter((one) => !before.has(one.id))) {
    const replyTo = await replyAddressOf(world, id);
    const reply = await replyStore(world.table).behind(tokenIn([replyTo]) ?? '');
    // An answer to an earlier mail may have left as well.
    if (reply?.entity.orderId === placed.body.id && reply?.entity.kind !== 'M07')
      return { orderId: placed.body.id, caseNo, letterId: id, providerId, address, replyTo };
  }
  throw new Error('no letter that may be answered has left');
}

export type Coming = {
  readonly raw: Buffer;
  readonly to: string | readonly string[];
  readonly from?: string;
  readonly remoteAddress?: string;
  readonly arrivedAt?: string;
  readonly verdicts?: Record<string, string>;
  readonly scan?: 'CLEAN' | 'INFECTED' | 'NOT_SCANNED';
};

let count = 0;
/** The id of the mail that came last, also when whoever sent it was not told so. */
export const lastCome = (): string => `in-sats-${count}`;

/** A mail has been laid and scanned, as the mail server tells it; taken by the next turn of the clock. */
export async function comes(
  world: World,
  { raw, to, from = 'avsandare@annan.example', ...told }: Coming,
): Promise<string> {
  count += 1;
  const mailId = `in-sats-${count}`;
  await world.deps.documents.put('incoming', mailId, raw, 'message/rfc822');
  const arrivedAt = told.arrivedAt ?? new Date().toISOString();
  await world.machine.tell('mail-in', {
    mailId,
    laid: {
      documentId: mailId,
      envelope: {
        from,
        to: typeof to === 'string' ? [to] : [...to],
        arrivedAt,
        ...(told.remoteAddress ? { remoteAddress: told.remoteAddress, helo: 'post.annan.example' } : {}),
      },
      ...(told.verdicts ? { verdicts: told.verdicts } : {}),
    },
    scan: told.scan ?? 'CLEAN',
  });
  return mailId;
}

/** The mail as it stands. */
export async function mailOf(world: World, mailId: string): Promise<Mail> {
  const stored = await mailStore(world.table).find(mailId);
  if (!stored) throw new Error(`no mail ${mailId}`);
  return stored.entity;
}

/** Runs the job that takes mail until nothing of it waits. */
export async function takeAll(world: World): Promise<void> {
  const take = world.machine.ways.find(({ key }) => key === 'takeMail');
  if (take?.entry.kind !== 'job') throw new Error('no job takes mail');
  for (let turn = 0; turn < 100; turn++) if ((await take.entry.run(world.clock.now(), world.deps)).done === 0) return;
  throw new Error('mail is taken without end');
}

/** A mail from who it says, which a person is to read, lies in the case's file: nothing is done by it. */
const isFiled = (data: unknown): boolean => {
  const { kind, event } = data as { kind?: unknown; event?: unknown };
  return kind === 'MESSAGE' || event === 'mail-asked';
};

/** Everything that a mail could change, as one text: orders, cases with what lies beside them, and what was written of them. */
export async function standing(
  world: World,
  letters: readonly OpenLetter[],
  besides: readonly string[] = [],
): Promise<string> {
  const parts: unknown[] = [];
  for (const { orderId, caseNo } of letters)
    for (const pk of [`ORDER#${orderId}`, `CASE#${caseNo}`, `JOURNAL#CASE#${caseNo}`])
      parts.push(
        (await world.table.query({ pk })).items
          .filter(({ data }) => !isFiled(data) && !besides.includes((data as { event?: string }).event ?? ''))
          .map(({ sk, data }) => [sk, data]),
      );
  return JSON.stringify(parts);
}
