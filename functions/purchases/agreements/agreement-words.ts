import type { Parameters } from '../../../shared/packs/parameters.ts';
import type { Clause } from '../../../shared/packs/purchase-rules.ts';
import type { BuyingPack } from '../buying-pack.ts';
import type { Extent } from '../extent.ts';

type Law = ReturnType<typeof Parameters.parse>['legalBasis'];

const laws: Readonly<Record<Law, string>> = {
  LSS: 'lagen om stöd och service till vissa funktionshindrade (LSS)',
  SOL: 'socialtjänstlagen (SoL)',
  PA_DECISION: 'beslutet om personlig assistans',
};

const weekdayNames = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];

/** `28 timmar`, `7 tim 30 min`, `45 minuter`. */
export function boughtTimeInWords({ minutes }: Pick<Extent, 'minutes'>): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} minuter`;
  return rest === 0 ? `${hours} ${hours === 1 ? 'timme' : 'timmar'}` : `${hours} tim ${rest} min`;
}

/** `måndag–fredag`, `måndag, onsdag`; every day is said so. */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const days = weekdays.toSorted((one, other) => one - other);
  const [first = 1, last = 7] = [days[0], days.at(-1)];
  if (days.length === 7) return 'alla dagar';
  const names = days.map((day) => weekdayNames[day - 1] ?? '');
  return days.length > 2 && last - first === days.length - 1 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
}

/**
 * What each clause says: the text of the municipality's template (H-18). The sides go by their parts, which a page has
 * room for however long their names are.
 */
export function clauseText(what: Clause['what'], isUnit: boolean, pack: Pick<BuyingPack, 'params'>): string {
  const [ordering, receiving] = ['Beställande enhet', isUnit ? 'Mottagande enhet' : 'Utföraren'];
  const { legalBasis, 'deviation.owner': owner } = pack.params;
  const deviations =
    owner === 'ORDERING_MANAGER'
      ? `${ordering} svarar för avvikelser och lex Sarah.`
      : 'Var och en svarar för avvikelser i sin egen verksamhet.';
  const texts: Readonly<Record<Clause['what'], string>> = {
    COST: `Kostnad: ${ordering} bär kostnaden och har kvar det yttersta ansvaret.`,
    STAFFING: `Bemanning: ${receiving} bistår med personal; det är en bemanningstjänst.`,
    LEGAL_BASIS: `Lag: Insatsen ges enligt ${laws[legalBasis]}.`,
    QUALITY: `Kvalitet: ${ordering} har ansvaret för samordning och kvalitet.`,
    WORK_ENVIRONMENT: `Arbetsmiljö: Ansvaret är delat. ${ordering} samordnar det. Personalen får läsa instruktioner och riskbedömningar innan den går till kunden.`,
    RESPONSIBILITIES: `Ansvar: ${ordering} lämnar den information som behövs. ${receiving} säger till om utbildning behövs och utreder arbetsskador. ${deviations}`,
  };
  return texts[what];
}
