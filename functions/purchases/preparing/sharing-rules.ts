import type { BuyingPack } from '../buying-pack.ts';
import type { Consent } from './consent.ts';

/** The routine's rule about consents of a kind, where it has one. */
export function consentRule(kind: Consent['kind'], { purchases }: BuyingPack): { readonly rule?: string } {
  const { consents } = purchases;
  if (!consents) return {};
  return { rule: { TRANSFER: consents.transfer, JOURNAL_ACCESS: consents.journal, FORWARD: consents.forward }[kind] };
}
