import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import * as z from 'zod';
import type { Machine } from '../../../infra/local/machine.ts';
import type { Actors } from '../../../infra/local/scripted-month/actors.ts';
import { providerOwner } from '../../../shared/domain/owner.ts';
import { replyAddress, tokenOf } from '../../../shared/domain/reply-token.ts';
import { letterStore } from '../../../shared/stores/letter-store.ts';
import { providerStore } from '../../../shared/stores/provider-store.ts';
import { replyStore, replyUntil } from '../../../shared/stores/reply-store.ts';

export type Arriving = {
  /** What it is known by; a number where nothing is said. */
  readonly id?: string;
  readonly text: string;
  readonly subject?: string;
  readonly from?: string;
  /** The order that it replies about, from its provider’s own address. */
  readonly about?: { readonly id: string; readonly caseNo: string; readonly providerId: string };
  readonly attachments?: readonly { readonly filename: string; readonly content: string }[];
};

let count = 0;

/** An unsigned mail comes in, and is taken as far as it goes; its id. */
export async function comesTo(machine: Machine, { about, attachments, id, ...written }: Arriving): Promise<string> {
  const { table, documents, clock } = machine.deps;
  count += 1;
  const at = clock.now();
  const token = tokenOf(Uint8Array.from({ length: 16 }, (_, index) => (count * 31 + index * 7) % 256));
  const email = about && (await providerStore(table).find(about.providerId))?.entity.email;
  const from = written.from ?? email ?? '';
  if (about) {
    const reply = {
      kind: 'N01',
      to: from,
      providerId: about.providerId,
      orderId: about.id,
      caseNo: about.caseNo,
    } as const;
    const next = { letterId: 'brev-okand', ...reply, sentAt: at, expiresAt: replyUntil(at), used: [] };
    await table.commit([replyStore(table).open(token, next)]);
  }
  const to = about ? replyAddress('utfort@kommun.example', token) : 'utfort@kommun.example';
  const raw = await new MailComposer({
    ...{ from, to, subject: written.subject ?? 'Sv: <i>Konstigt', text: written.text, newline: '\r\n' },
    ...(attachments ? { attachments: [...attachments] } : {}),
  })
    .compile()
    .build();
  const mailId = id ?? `in-portal-${count}`;
  await documents.put('incoming', mailId, raw, 'message/rfc822');
  const envelope = { from, to: [to] };
  await machine.tell('mail-in', { mailId, laid: { documentId: mailId, envelope }, scan: 'CLEAN' });
  await machine.tick();
  return mailId;
}

const Orders = z.looseObject({
  items: z.array(z.looseObject({ id: z.string(), caseNo: z.string(), providerId: z.string(), state: z.string() })),
});

/** The orders of the first officer. */
async function ordersOf(people: Actors) {
  const query = { officerId: 'O1', list: 'all' };
  return (await people.ask({ userId: 'O1', role: 'officer' }, 'listOrders', { query }, Orders)).items;
}

/** One of them, however far it has come. */
export async function anOrder(people: Actors) {
  const [found] = await ordersOf(people);
  if (!found) throw new Error('the demo has no order');
  return found;
}

/** One that waits to be confirmed. */
export async function orderToConfirm(people: Actors) {
  const found = (await ordersOf(people)).find(({ state }) => state === 'placed');
  if (!found) throw new Error('the demo has no order that waits to be confirmed');
  return found;
}

/** Mail that was stopped: one about an order, and one about nothing, with files. */
export async function stoppedMail(machine: Machine, people: Actors): Promise<void> {
  const about = await orderToConfirm(people);
  await comesTo(machine, { id: 'in-bestallning', about, text: 'JA', subject: 'Sv: Ny beställning att bekräfta' });
  const text = `Hej!\nHär kommer oktober. Ring om något saknas: ${'lång'.repeat(40)}\n<b>Anna</b>`;
  const attachments = [
    { filename: `tidrapport-${'x'.repeat(60)}.csv`, content: 'a;b' },
    { filename: 'faktura.html', content: '<p>' },
  ];
  const from = `nagon.med.en.mycket.lang.adress@${'lang-'.repeat(8)}doman.example`;
  await comesTo(machine, { id: 'in-manad', from, text, subject: 'Oktober', attachments });
}

/** Two mails that did not arrive: one about an order, that a provider did not get, and one that was stopped. */
export async function returnedLetters(machine: Machine, people: Actors): Promise<void> {
  const { table, clock } = machine.deps;
  const { id: orderId, caseNo, providerId } = await anOrder(people);
  const provider = (await providerStore(table).find(providerId))?.entity;
  const letters = letterStore(table);
  const municipality = 'Exempelkommun';
  const about = { municipality, provider: provider?.name, caseNo, orderId, due: clock.now() };
  const queuedAt = clock.now();
  await table.commit([
    letters.queue({
      ...{
        id: 'brev-till-utforare',
        kind: 'N01',
        to: provider?.email ?? '',
        state: 'sent',
        queuedAt,
        sentAt: queuedAt,
      },
      fields: { ...about, link: `https://utfort.example/#/bestallningar/${orderId}` },
      inside: { owner: providerOwner(providerId), threadId: 'trad-till-utforare' },
    }),
    letters.queue({
      ...{ id: 'brev-stoppat', kind: 'N19', to: 'h1@kommun.example', state: 'blocked', queuedAt },
      fields: { municipality, provider: provider?.name, month: '2026-10', link: 'https://utfort.example/#/manad' },
      blockedBy: ['PERSON_ID'],
    }),
  ]);
  const back = { letterId: 'brev-till-utforare', fate: 'bounced', because: 'no-such-address' };
  await machine.tell('ses-delivery', back);
}
