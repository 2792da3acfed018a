import type { shell as sv } from '../sv/shell.ts';
import type { Words } from '../words.ts';

export const shell: Words<typeof sv> = {
  service: 'Utfört',
  skip: 'Skip to the content',
  menu: 'Main menu',
  roles: {
    officer: 'Care officer',
    head: 'Head of care decisions',
    'fee-officer': 'Fee officer',
    administrator: 'Administrator',
    provider: 'Coordinator',
    'provider-manager': 'Provider’s manager',
    'night-patrol': 'Alarm and night patrol',
    nurse: 'Home nursing',
  },
  nav: { tasks: 'Tasks', orders: 'Orders', month: 'The month' },
  otherLanguage: 'Svenska',
  otherLanguageCode: 'sv',
  signIn: 'Sign in',
  signOut: 'Sign out',
  actingAs: 'Role',
  help: 'Help',
  version: (version) => `Version ${version}`,
  machine: 'This machine',
  notFound: 'There is no such page',
  notFoundText: 'The link may be old, or the address misspelled. Nothing has happened to what you were working on.',
  notYours: 'The page belongs to another role',
  notYoursText: 'You are signed in as a role that does not work here. Change role at the top if you hold another one.',
  toTasks: 'To your tasks',
  welcome: 'Home care, ordered and accounted for',
  welcomeText:
    'Here the municipality orders home care, the providers account for it, and every minute that is paid has its reason.',
  welcomeStaff: 'For you who work in the municipality or for a provider.',
};
