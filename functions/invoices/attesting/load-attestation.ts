import { firstDay } from '../../../shared/domain/local-time.ts';
import { accept, type Result, refuse } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { membershipStore } from '../../../shared/stores/membership-store.ts';
import { type Provider, providerStore } from '../../../shared/stores/provider-store.ts';
import { routineOn } from '../../../shared/stores/routine.ts';
import type { Settings } from '../../../shared/stores/settings-store.ts';
import { type LoadedInvoice, loadFiled } from '../load-filed.ts';
import { attestationContent } from './attestation-content.ts';
import { mayAttest } from './attesting.ts';

export type AttestationDraft = {
  readonly own: LoadedInvoice;
  readonly provider: Provider;
  readonly settings: Settings;
  readonly limitOre: number | undefined;
  readonly isSecond: boolean;
  readonly needsSecond: boolean;
  readonly content: ReturnType<typeof attestationContent>;
};

/** An invoice as the caller would attest it now; refused where it may not be, or not by this person. */
export async function draftAttestation(
  invoiceId: string,
  caller: Caller,
  deps: Deps,
): Promise<Result<AttestationDraft>> {
  const own = await loadFiled(invoiceId, { caller }, deps);
  if (!own.ok) return own;
  const { stored, hands } = own.value;
  const { month, providerId } = stored.entity;
  const routine = await routineOn(deps.table, firstDay(month));
  if (!routine.ok) return routine;
  const { settings, pack } = routine.value;
  const limitOre = (await membershipStore(deps.table).find(caller.userId, 'head'))?.entity.attestLimitOre;
  const isSecondAsked = pack.params['attest.second'];
  const may = mayAttest(stored.entity, { userId: caller.userId, limitOre, hands, isSecondAsked });
  if (!may.ok) return may;
  const provider = (await providerStore(deps.table).find(providerId))?.entity;
  if (!provider) return refuse('missing', 'provider-not-found');
  const content = attestationContent(stored.entity, { municipality: settings.municipality, provider });
  return accept({ own: own.value, provider, settings, limitOre, ...may.value, content });
}
