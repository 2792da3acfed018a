import { useOwnWords } from '../../app/language.ts';
import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

const sv = {
  owed: 'Att betala tillbaka',
  title: 'Underteckna slutavräkningen',
  signed: 'Slutavräkningen är undertecknad',
  nothing: 'Inget är kvar att avräkna',
  settleTitle: 'En slutavräkning väntar',
  settleText: 'Ingen månad kommer efter den här hos utföraren. Det som har justerats avräknas för sig.',
  settle: 'Se slutavräkningen och underteckna',
  settledTitle: (when: string) => `Slutavräkningen är undertecknad och skickad ${when}`,
  toInvoice: (amount: string) => `Utföraren får fakturera ${amount}.`,
  claimed: (amount: string) => `Utföraren ska betala tillbaka ${amount}. Administratören kräver det.`,
  hasClaimed: (amount: string, when: string) => `Utföraren ska betala tillbaka ${amount}. Kravet skickades ${when}.`,
  claim: (provider: string, amount: string) => `${provider} ska betala tillbaka ${amount} enligt slutavräkningen`,
  save: 'Spara slutavräkningen (PDF)',
  claimMade: 'Kravet är skickat',
};

const en: CatalogueShape<typeof sv> = {
  owed: 'To be paid back',
  title: 'Sign the settlement',
  signed: 'The settlement is signed',
  nothing: 'Nothing is left to settle',
  settleTitle: 'A settlement waits',
  settleText: 'No month comes after this one at the provider. What has been adjusted is settled by itself.',
  settle: 'See the settlement and sign',
  settledTitle: (when) => `The settlement was signed and sent ${when}`,
  toInvoice: (amount) => `The provider may invoice ${amount}.`,
  claimed: (amount) => `The provider is to pay back ${amount}. The administrator claims it.`,
  hasClaimed: (amount, when) => `The provider is to pay back ${amount}. The claim was sent ${when}.`,
  claim: (provider, amount) => `${provider} is to pay back ${amount} by the settlement`,
  save: 'Save the settlement (PDF)',
  claimMade: 'The claim has been sent',
};

/** What is said of settlements and what they claim back, which few come to: it comes along with it. */
export const useSettlementWords = () => useOwnWords(sv, en);
