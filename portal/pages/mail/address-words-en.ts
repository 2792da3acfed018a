import type { CatalogueShape } from '../../messages/catalogue-shape.ts';
import type { addressesSv } from './address-words-sv.ts';

export const addressesEn: CatalogueShape<typeof addressesSv> = {
  title: 'Your e-mail addresses',
  lead: 'Mail from these addresses is taken as yours. Mail from others stays with the municipality until somebody has read it.',
  heading: 'Addresses that mail is taken from',
  written: 'Written in by the municipality',
  proven: 'Proven',
  asked: 'Waits for an answer from the address',
  none: 'No address is registered.',
  wholeDomain: (domain) => `Every address that ends in @${domain}`,
  sentTo: (address) => `The link was sent to ${address}`,
  remove: 'Take away',
  removeOne: (what) => `Take away ${what}`,
  removeText: 'Mail from there then stays with the municipality until somebody has read it.',
  add: 'Add an address',
  addText:
    'A mail with a link is sent to the address. Once somebody there has pressed the button, mail is taken from it.',
  address: 'E-mail address',
  addressMissing: 'Write an e-mail address',
  domain: 'Every address at the same domain is ours',
  send: 'Send the link',
  sent: (address) => `The link has been sent to ${address}`,
  sentText: 'It is good for seven days.',
  prove: 'Prove the e-mail address',
  proveLead:
    'You have got a mail saying that the address belongs to a provider of home care. The mail says whether it is about the address or all of its domain. Whoever writes from there can then confirm orders for the provider. Do you work there, and is it so? Press the button. Otherwise close the page, and nothing happens.',
  proveNow: 'Yes, the address is ours',
  isProven: 'The address is proven',
  provenAddress: (address, provider) => `Mail from ${address} is now taken as that of ${provider}.`,
  provenDomain: (domain, provider) =>
    `Mail from every address that ends in @${domain} is now taken as that of ${provider}.`,
  closeIt: 'You can close the page.',
};
