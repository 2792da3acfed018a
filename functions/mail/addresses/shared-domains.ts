import { ownDomainOf } from './own-domain.ts';

/** Domains at which anybody may have a mailbox: no provider's own, whoever asks. */
const shared: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.se', 'hotmail.com', 'hotmail.se', 'live.com', 'live.se'],
  ...['msn.com', 'passport.com', 'icloud.com', 'me.com', 'mac.com', 'yahoo.com', 'yahoo.se', 'ymail.com', 'aol.com'],
  ...['telia.com', 'bredband.net', 'bredband2.com', 'comhem.se', 'tele2.se', 'spray.se', 'bahnhof.se', 'swipnet.se'],
  ...['home.se', 'passagen.se', 'algonet.se', 'glocalnet.net', 'ownit.nu', 'tyfon.se', 'telenor.se', 'tre.se'],
  ...['proton.me', 'protonmail.com', 'pm.me', 'gmx.com', 'gmx.net', 'gmx.de', 'web.de', 'mail.com', 'zoho.com'],
  ...['zohomail.eu', 'fastmail.com', 'fastmail.fm', 'tutanota.com', 'tuta.io', 'tuta.com', 'yandex.com', 'mail.ru'],
  ...['hey.com', 'duck.com', 'posteo.de', 'mailbox.org', 'runbox.com', 'startmail.com', 'onmicrosoft.com'],
  ...['windowslive.com', 'rocketmail.com', 'protonmail.ch', 'hushmail.com', 'inbox.com', 'email.com', 'europe.com'],
  ...['onmicrosoft.us', 'onmicrosoft.cn', 'onmicrosoft.de', 'onmschina.cn', 'microsoftonline.com', 'gappssmtp.com'],
  ...['amazonses.com', 'sendgrid.net', 'mailgun.org', 'zohomail.com', 'icloud.com.cn', 'awsapps.com', 'zendesk.com'],
  ...['tele2.com', 'bostream.nu', 'utfors.se', 'chello.se', 'brikks.com', 'tiscali.se', 'bostadsnet.se', 'mail.se'],
]);

/** The same house under many countries: `outlook.se`, `yahoo.co.uk`. */
const houses = /(^|\.)(hotmail|outlook|live|yahoo|gmx|yandex)\.(\w{2,3})(\.\w{2})?$/;

/** Whether anybody may have a mailbox there, or under it (`firma.onmicrosoft.com`), or a domain beneath it (`co.uk`). */
export function isSharedDomain(domain: string): boolean {
  if (ownDomainOf(domain) === undefined) return true;
  const parts = domain.split('.');
  return houses.test(domain) || parts.some((_, from) => shared.has(parts.slice(from).join('.')));
}
