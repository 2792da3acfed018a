import type { Role } from '../../../shared/domain/roles.ts';

const roles: Record<Role, string> = {
  officer: 'Biståndshandläggare',
  head: 'Myndighetschef',
  'fee-officer': 'Avgiftshandläggare',
  administrator: 'Administratör',
  provider: 'Samordnare',
  'provider-manager': 'Utförarens chef',
  'night-patrol': 'Trygghetslarm och nattpatrull',
  nurse: 'Hemsjukvården',
};

export const shell = {
  service: 'Utfört',
  skip: 'Hoppa till innehållet',
  menu: 'Huvudmeny',
  roles,
  system: 'Systemet',
  unread: (count: number) => (count === 1 ? '1 oläst' : `${count} olästa`),
  nav: { tasks: 'Uppgifter', orders: 'Beställningar', switches: 'Byten', messages: 'Meddelanden', month: 'Månaden' },
  find: 'Sök kund',
  otherLanguage: 'English',
  otherLanguageCode: 'en',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  actingAs: 'Roll',
  help: 'Hjälp',
  accessibility: 'Tillgänglighetsredogörelse',
  about: 'Utförare och blanketter',
  version: (version: string) => `Version ${version}`,
  machine: 'Den här maskinen',
  notFound: 'Sidan finns inte',
  notFoundText: 'Länken kan vara gammal, eller så är adressen felskriven. Inget har hänt med det du arbetade med.',
  notYours: 'Sidan hör till en annan roll',
  notYoursText: 'Du är inloggad i en roll som inte arbetar här. Byt roll uppe till höger om du har en till.',
  verify: 'Kontrollera en handling',
  toTasks: 'Till dina uppgifter',
};
