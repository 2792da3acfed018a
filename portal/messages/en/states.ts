import type { CatalogueShape } from '../catalogue-shape.ts';
import type { states as sv } from '../sv/states.ts';

export const states: CatalogueShape<typeof sv> = {
  loading: 'Fetching',
  again: 'Try again',
  reload: 'Fetch the latest',
  offline: 'No contact with the server',
  offlineText:
    'The connection may be broken. What you have written is kept here, and nothing is done twice if you try again.',
  busy: 'The server is busy',
  busyText: 'Wait a moment and try again. What you have written is kept.',
  conflict: 'Somebody else was first',
  conflictText:
    'A colleague has changed what you saw. Your change is not saved. Fetch the latest and see whether it is needed.',
  forbidden: 'You may not do that in this role',
  missing: 'There is no such thing',
  missingText: 'It may have been removed, or it is not yours to see.',
  invalid: 'Something needs to be put right',
  failed: 'Something went wrong with us',
  failedText: 'The error is noted. What you have written is kept. Try again, or call if it does not help.',
  lost: 'Not everything could be fetched',
  lostText: 'The connection broke, or the portal was updated. Look over what you wrote.',
  expired: 'You have been signed out',
  expiredText: 'A sign-in lasts a quarter of an hour. What you have written is kept for when you have signed in again.',
  signInAgain: 'Sign in again',
  ending: 'You will soon be signed out',
  endingText: (minutes) =>
    minutes <= 1
      ? 'Your sign-in ends in less than a minute. What you have written is saved and is there when you go on.'
      : `Your sign-in ends in ${minutes} minutes. What you have written is saved and is there when you go on.`,
  goOn: 'Go on working',
  later: 'Not now',
  nothing: 'Nothing here',
};
