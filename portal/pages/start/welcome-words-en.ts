import type { CatalogueShape } from '../../messages/catalogue-shape.ts';
import type { welcomeSv } from './welcome-words-sv.ts';

export const welcomeEn: CatalogueShape<typeof welcomeSv> = {
  welcome: 'Home care, ordered and accounted for',
  welcomeText:
    'Here the municipality orders home care, the providers account for it, and every minute that is paid has its reason.',
  withoutSignIn: 'Without signing in',
  openProviders: 'Providers to choose from, and forms',
  welcomeStaff: 'For you who work in the municipality or for a provider.',
  signInFailed: 'The sign-in did not succeed',
  signInFailedText:
    'It was broken off, took too long or began in another tab. Nothing is saved or signed. Start again.',
  noRole: 'You have no role here',
  noRoleText: 'You are signed in, but nobody has given you a role in Utfört. Ask your manager or the administrator.',
};
