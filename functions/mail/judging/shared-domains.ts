/** Domains at which anybody may have a mailbox: there only the exact mailbox says who somebody is. */
const named: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'msn.com', 'passport.com', 'windowslive.com', 'icloud.com', 'me.com', 'mac.com'],
  ...['ymail.com', 'rocketmail.com', 'aol.com', 'proton.me', 'protonmail.com', 'protonmail.ch', 'pm.me', 'web.de'],
  ...['tutanota.com', 'tuta.com', 'tuta.io', 'mail.com', 'zoho.com', 'zohomail.eu', 'fastmail.com', 'fastmail.fm'],
  ...['hey.com', 'hushmail.com', 'mailbox.org', 'posteo.de', 'mail.ru', 'inbox.com', 'email.com', 'europe.com'],
  ...['telia.com', 'tele2.se', 'tele2.com', 'comhem.se', 'bredband.net', 'bredband2.com', 'bahnhof.se', 'spray.se'],
  ...['home.se', 'passagen.se', 'swipnet.se', 'algonet.se', 'glocalnet.net', 'telenor.se', 'ownit.nu', 'bostream.nu'],
  ...['utfors.se', 'chello.se', 'sverige.nu', 'brikks.com', 'ownmail.net', 'mbox301.swipnet.se', 'tiscali.se'],
  ...['bostadsnet.se', 'ljusnet.se', 'alltele.com', 'crossnet.se', 'netatonce.net', 'mail.se', 'svenskmail.com'],
]);

/** The same house under many countries: `outlook.se`, `yahoo.co.uk`. */
const houses = /^(hotmail|outlook|live|yahoo|gmx|yandex)\.(\w{2,3})(\.\w{2})?$/;

/** Whether anybody may have a mailbox at a domain (in ASCII and small letters). */
export const isSharedDomain = (domain: string): boolean => named.has(domain) || houses.test(domain);
