import type { Order } from '../../../shared/domain/order.ts';
import type { TimeOfDay } from '../../../shared/domain/order-content.ts';

const times: Readonly<Record<TimeOfDay, string>> = {
  MORNING: 'morgon',
  FORENOON: 'förmiddag',
  LUNCH: 'lunch',
  AFTERNOON: 'eftermiddag',
  EVENING: 'kväll',
  NIGHT: 'natt',
};

type Fact = { readonly label: string; readonly value: string };

/** What an order is to be worked by, as it stands on paper; what nobody has said has no line. */
export function contentFacts({ aim, timesOfDay, visitsPerWeek, decisionRef, legalBasis }: Order): readonly Fact[] {
  const basis = legalBasis === 'LSS' ? 'LSS' : legalBasis && `socialtjänstlagen ${legalBasis.replace(':', ' kap. ')} §`;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['Beslut', [decisionRef, basis].filter(Boolean).join(', ')],
    ['Mål', aim],
    ['Tider på dygnet', timesOfDay?.map((time) => times[time]).join(', ')],
    ['Besök i veckan', visitsPerWeek?.toString()],
  ];
  return all.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
