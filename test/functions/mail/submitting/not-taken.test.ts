import { beforeEach, describe, expect, it } from 'vitest';
import { mailStore } from '../../../../functions/mail/mail-store.ts';
import { basisDraftStore } from '../../../../functions/purchases/basis/basis-draft-store.ts';
import { providerStore } from '../../../../shared/stores/provider-store.ts';
import { aBasisWorld, aReport, type BasisWorld, done, e46 } from '../../../support/a-basis-world.ts';
import { aMail, arrives, signingDomain } from '../../../support/a-mail.ts';
import { formHeader } from '../../../support/a-month.ts';
import { manager, providers } from '../../../support/a-world.ts';

const own = 'p1@omsorg-ett.example';

let world: BasisWorld;
beforeEach(async () => {
  world = await aBasisWorld('halmstad');
  await world.hasBought({ receiver: { providerId: 'P1', kind: 'private' } });
  const stored = await providerStore(world.table).find('P1');
  await world.put(providerStore(world.table).save({ ...providers.P1, email: own }, stored));
  world.records.push(signingDomain('omsorg-ett.example'));
});

/** A report of bought hours comes by mail; whether anything waits after it, and what is answered. */
async function comes(
  rows: readonly string[],
  words = 'Här kommer filen.',
  more: readonly { filename: string; content: string }[] = [],
) {
  const to = 'utfort@kommun.example';
  const attachments = [{ filename: 'tid.csv', content: aReport(...rows) }, ...more];
  const written = { from: own, to, subject: 'September', text: words, attachments, date: new Date(world.clock.now()) };
  const id = await arrives(world, await aMail(written), { to });
  await world.tick();
  await world.tick();
  const waiting = (await basisDraftStore(world.table).find('2026-09', 'P1'))?.entity;
  const mail = (await mailStore(world.table).find(id))?.entity;
  return { mail, waiting, answer: (await world.letters()).find((one) => one.to === own) };
}

const wrong = (day: string, status = 'KANSKE') => done(day, { of: 'P1', status });

describe('a basis by mail with rows that are wrong', () => {
  it('is refused as an upload is, with each row and its fault in words, and nothing of it waits', async () => {
    const rows = [...e46('A-1', 'P1'), wrong('08'), done('09', { of: 'P2' }), '2026-09;P1;A-1;OMV'];
    const upload = { path: { month: '2026-09' }, body: { report: { text: aReport(...rows) } } };
    expect((await world.call('handInBasis', manager, upload)).body.code).toBe('report-faulty');

    const { mail, waiting, answer } = await comes(rows);
    expect(mail).toMatchObject({ state: 'asked', because: 'report-faulty' });
    expect(waiting).toBeUndefined();
    expect(answer?.subject).toBe('Underlaget i ert mejl togs inte emot');
    expect(answer?.text).toContain(
      [
        'Att rätta:',
        'Tidsrapporten, rad 19, Status: Status ska vara UTFÖRD, BOMTID, AVBOKAD eller EJ UTFÖRD.',
        'Tidsrapporten, rad 20, Utförare: Raden gäller en annan utförare.',
        'Tidsrapporten, rad 21: Raden har inte lika många kolumner som rubriken. Det här saknas: Datum, Start, Slut, Beställda minuter, Utförda minuter och Status.',
      ].join('\n'),
    );
    expect(answer?.text).not.toMatch(/KANSKE|A-1|kunde inte göras/);
  });

  it('names fifty of a thousand, and how many more', async () => {
    const { answer } = await comes([...e46('A-1', 'P1'), ...Array.from({ length: 1000 }, () => wrong('08'))]);
    expect(answer?.text.match(/^Tidsrapporten, rad /gm)).toHaveLength(50);
    expect(answer?.text).toContain('\noch 950 rader till. Se vad som är fel: https://utfort.example/#/kop/');
  });

  it('with a form beside it, of one that has no orders, is a basis, and a person looks at the form', async () => {
    const form = { filename: 'avvikelser.csv', content: `${formHeader}\n` };
    const { mail, waiting } = await comes(e46('A-1', 'P1'), 'Här kommer filen.', [form]);
    expect(mail).toMatchObject({ state: 'asked', because: 'file-other', done: ['basis'] });
    expect(waiting).toMatchObject({ month: '2026-09' });
  });

  it('is known by its words where no row can be read', async () => {
    const { mail, answer } = await comes([wrong('08')], 'Underlag för köpta timmar i september.');
    expect(mail?.because).toBe('report-faulty');
    expect(answer?.text).toContain('Tidsrapporten, rad 2, Status');
  });
});
