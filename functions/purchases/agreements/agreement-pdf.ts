import { dateOf, type Instant, swedishDateWithYear } from '../../../shared/domain/local-time.ts';
import type { ServiceEntry } from '../../../shared/domain/service-entry.ts';
import { serviceInWords } from '../../../shared/packs/service-names.ts';
import { type Fonts, taggedPdf } from '../../../shared/pdf/tagged-pdf.ts';
import { kronor } from '../../months/door.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Purchase } from '../purchase.ts';
import type { Agreement } from './agreement.ts';
import { boughtTimeInWords, clauseText, weekdaysInWords } from './agreement-words.ts';
import { extentToSign } from './new-terms.ts';

/** What the municipality's template is filled with. */
export type FilledAgreement = {
  readonly municipality: string;
  readonly purchase: Purchase;
  readonly pack: BuyingPack;
  readonly use: Agreement['use'];
  readonly orePerHour?: number | undefined;
  readonly ordering: { readonly name: string; readonly board?: string | undefined };
  readonly receiving: { readonly name: string; readonly board?: string | undefined };
  readonly services?: readonly ServiceEntry[] | undefined;
  readonly at: Instant;
};

const withBoard = ({ name, board }: FilledAgreement['ordering']): string => (board ? `${name}, ${board}` : name);

/** Since when and until when: planned help by its agreed days, acute help from its first visit. */
function days({ purchase: { from, to, begun }, use }: FilledAgreement) {
  const first = use === 'AFTERWARDS' && begun ? dateOf(begun.visitAt) : from;
  return { first: swedishDateWithYear(first), last: to === null ? 'tills vidare' : swedishDateWithYear(to) };
}

/**
 * The agreement of two managers on one page (H-17, H-18, H-30): what, when, at whose cost and who answers for what. It
 * names the case, and no customer. Those who sign on paper have a place for it.
 */
export async function agreementPdf(filled: FilledAgreement, fonts: Fonts): Promise<Uint8Array> {
  const { municipality, purchase, pack, use, orePerHour, ordering, receiving, services, at } = filled;
  const agreement = pack.purchases.agreement;
  const extent = extentToSign(purchase);
  const { first, last } = days(filled);
  const isUnit = purchase.receiver.unitId !== undefined;
  const isAfter = use === 'AFTERWARDS';
  const title = isAfter ? 'Avtal i efterhand om akut hjälp' : 'Avtal om köp av timmar';
  const subject = `${ordering.name} köper timmar av ${receiving.name}`;
  const pdf = taggedPdf({ title, author: municipality, subject, created: new Date(at) }, fonts);

  pdf.paragraph(municipality, { small: true, space: 0 });
  pdf.heading(1, title);
  pdf.paragraph(`${subject}. Båda cheferna undertecknar samma avtal.`);
  pdf.figures([
    { label: extent.per === 'WEEK' ? 'I veckan' : 'I månaden', value: boughtTimeInWords(extent) },
    { label: isAfter ? 'Första besöket' : 'Från och med', value: first },
    { label: 'Till och med', value: last },
  ]);
  const { weekdays } = extent;
  const named = (code: string) => serviceInWords(code, services?.find((one) => one.code === code)?.name);
  pdf.facts([
    { label: 'Ärende', value: purchase.caseNo },
    { label: 'Insatser', value: purchase.services.map(({ code }) => named(code)).join(', ') },
    ...(weekdays ? [{ label: 'Veckodagar', value: weekdaysInWords(weekdays) }] : []),
    { label: 'Beställande enhet', value: withBoard(ordering) },
    { label: isUnit ? 'Mottagande enhet' : 'Utförare', value: withBoard(receiving) },
    {
      label: 'Pris',
      value:
        orePerHour === undefined
          ? 'den timersättning som gäller den månad då hjälpen ges'
          : `${kronor(orePerHour)} per timme`,
    },
  ]);

  pdf.heading(2, 'Det här gäller');
  pdf.list((agreement?.clauses ?? []).map(({ what, rule }) => `${clauseText(what, isUnit, pack)} (${rule})`));

  pdf.heading(2, 'Underskrifter');
  pdf.paragraph(
    `${isAfter ? 'Hjälpen har redan börjat. Underlaget för betalning väntar tills båda har undertecknat.' : 'Hjälpen får börja när båda har undertecknat.'} I systemet undertecknar ni var för sig efter en ny inloggning; ni ser då samma kontrollsumma för den här filen. Ändras något görs ett nytt avtal och underskrifterna börjar om.`,
  );
  pdf.places([
    { label: `Chef, ${ordering.name}`, hint: 'Bara på papper: underskrift, namnförtydligande och datum' },
    { label: `Chef, ${receiving.name}`, hint: 'Bara på papper: underskrift, namnförtydligande och datum' },
  ]);
  return pdf.bytes(`${municipality} · ${purchase.id} · mall ${agreement?.template ?? ''}`);
}
