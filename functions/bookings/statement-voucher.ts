import type { Month } from '../../shared/domain/local-date.ts';
import type { Instant, LocalDate } from '../../shared/domain/local-time.ts';
import { swedishMonth } from '../../shared/domain/swedish-date.ts';
import { balanced, type Voucher } from './voucher.ts';

/** A provider's stated month as finance books it: what care cost, and what is owed for it. */
export function statementVoucher(
  stated: {
    readonly month: Month;
    readonly provider: { readonly id: string; readonly name: string };
    /** SHA-256 of the statement. */
    readonly sha256: string;
    readonly minutes: number;
    readonly ore: number;
  },
  places: { readonly account: string; readonly dims: Readonly<Record<string, string>>; readonly debt: string },
  on: { readonly date: LocalDate; readonly at: Instant },
): Voucher {
  const { month, provider, minutes, ore, sha256 } = stated;
  const { account, dims, debt } = places;
  const cost = { account, dims: { ...dims }, amountOre: ore, minutes, text: `${minutes} minuter` };
  const owed = { account: debt, dims: {}, amountOre: -ore, minutes, text: provider.name };
  return balanced({
    id: `ver-${provider.id}-${month}`,
    of: { kind: 'statement', month, providerId: provider.id, sha256 },
    date: on.date,
    text: `Hemtjänst ${swedishMonth(month)} ${provider.name}`,
    rows: [cost, owed],
    queuedAt: on.at,
  });
}
