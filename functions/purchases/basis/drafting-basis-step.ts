import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import { dateOf, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Effects } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { settingsStore } from '../../../shared/stores/settings-store.ts';
import { type ByteSource, type OpenedFile, rowsBeneath } from '../../months/door.ts';
import type { Purchase } from '../purchase.ts';
import { type BasisDraft, basisDraftedRow, type DraftingBasisRefusal } from './basis-draft.ts';
import { basisDraftStore } from './basis-draft-store.ts';
import { fitted } from './fitting.ts';
import { notOver } from './hand-in.ts';
import { purchasesOf } from './load-month-basis.ts';
import { isInMonth, mayHaveVisits } from './month-lines.ts';
import { type FaultyReport, type PerformedRow, performedRows } from './performed-rows.ts';

type Of = { readonly month: Month; readonly providerId: string };

const boughtOf = async ({ providerId }: Of, deps: Deps): Promise<readonly Purchase[]> =>
  (await purchasesOf({ providerId }, deps)).filter(mayHaveVisits);

/**
 * What a time report has of bought hours. `isAny`: some are bought of the provider in that month; `isAll`: each row that can
 * be read is of a case that has some here; `others`: the cases that have none.
 */
export async function boughtInReport(
  of: Of,
  source: ByteSource,
  deps: Deps,
): Promise<{ readonly isAny: boolean; readonly isAll: boolean; readonly others: readonly string[] }> {
  const bought = await boughtOf(of, deps);
  const read = await performedRows(source, of.month, of.providerId);
  const rows = read.ok ? read.value : 'readable' in read ? read.readable : [];
  const { strangers } = fitted(rows, bought);
  return {
    isAny: bought.some((one) => isInMonth(one, of.month)),
    isAll: rows.length > 0 && strangers.length === 0,
    others: [...new Set(strangers.map(({ caseNo }) => caseNo))],
  };
}

type LaidBasis = {
  readonly by: string;
  readonly at: Instant;
  readonly mailId?: string;
  /** The registered address that it came from. */
  readonly receiptTo?: string;
  /** What that address alone is told: that names were hidden, that a person reads the words beside. */
  readonly tellsSender?: Pick<LetterFields, 'masked' | 'reader'>;
};

const performedIn = (rows: readonly PerformedRow[]): number =>
  rows.filter(({ status }) => status === 'PERFORMED').reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * What it comes to that a private performer's report of bought hours comes by mail (M-17): kept as it came, and told of
 * to the manager, who hands it in. Refused where handing it in would be: a month that is not over, a row that cannot be
 * read, and where nobody has bought any hours of the performer.
 */
export async function draftingBasis(
  of: Of,
  file: OpenedFile,
  laid: LaidBasis,
  deps: Deps,
): Promise<Result<{ readonly draft: BasisDraft; readonly effects: Effects }, DraftingBasisRefusal> | FaultyReport> {
  const { month, providerId } = of;
  const early = notOver(month, laid);
  if (early) return early;
  const provider = (await providerStore(deps.table).find(providerId))?.entity;
  if (!provider) return refuse('missing', 'provider-not-found');
  const bought = await boughtOf(of, deps);
  if (bought.length === 0) return refuse('conflict', 'no-purchase-in-month');
  const rows = await performedRows(file.source, month, providerId);
  if (!rows.ok) return rows;

  const { documents } = deps;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.source.chunks()) pieces.push(piece);
  const {
    id: documentId,
    sha256,
    bytes,
  } = await documents.put('documents', file.document.id, Buffer.concat(pieces), file.document.contentType);
  const stored = await basisDraftStore(deps.table).find(month, providerId);
  const draft: BasisDraft = {
    ...{ month, providerId, state: 'waiting', time: (stored?.entity.time ?? 0) + 1 },
    ...{ documentId, sha256, bytes, rows: await rowsBeneath(file.source, 'report') },
    ...{ minutes: performedIn(rows.value), unplaced: fitted(rows.value, bought).strangers.length },
    ...{ by: laid.by, at: laid.at },
  };
  const effects: Effects = {
    saves: [basisDraftStore(deps.table).save(draft, stored)],
    letters: await told(draft, provider, laid, deps),
    rows: [basisDraftedRow(draft, laid.mailId)],
  };
  return accept({ draft, effects });
}

/** The managers, and who sent it, each once; where no manager has an address, the provider's own gets it. */
async function told(draft: BasisDraft, provider: Provider, { at, receiptTo, tellsSender }: LaidBasis, deps: Deps) {
  const settings = (await settingsStore(deps.table).find())?.entity;
  if (!settings) return [];
  const members = await membershipStore(deps.table).withRole('provider-manager', provider.id);
  const theirs = members.filter((one) => isInForceOn(one, dateOf(at))).flatMap(({ email }) => email || []);
  // To the provider's own address nothing more goes of a mail than its answer, which is counted (S-39).
  const others = receiptTo === undefined ? [] : [provider.email];
  const managers = theirs.length > 0 ? theirs : others;
  const addresses = new Set([...(receiptTo === undefined ? [] : [receiptTo]), ...managers]);
  const box = outbox(deps, settings, at);
  const { month, rows: count } = draft;
  return [...addresses]
    .filter((address) => address !== '')
    .flatMap((address) =>
      box.toAddressOf(provider, address, 'N14', {
        ...{ to: 'bases', month, count, variant: 'basis' },
        ...(address === receiptTo ? tellsSender : {}),
      }),
    );
}
