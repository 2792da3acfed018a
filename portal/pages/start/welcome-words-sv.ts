/** Dörren: vad det här är, och varför man inte kom in. */
export const welcomeSv = {
  welcome: 'Hemtjänst, beställd och redovisad',
  welcomeText: 'Här beställer kommunen hemtjänst, utförarna redovisar den, och varje minut som betalas har sitt skäl.',
  withoutSignIn: 'Utan att logga in',
  openProviders: 'Utförare att välja mellan, och blanketter',
  welcomeStaff: 'För dig som arbetar i kommunen eller hos en utförare.',
  signInFailed: 'Inloggningen blev inte klar',
  signInFailedText:
    'Den avbröts, tog för lång tid eller påbörjades i en annan flik. Inget är sparat eller undertecknat. Börja om.',
  noRole: 'Du har ingen roll här',
  noRoleText: 'Du är inloggad, men ingen har gett dig en roll i Utfört. Be din chef eller administratören.',
};
