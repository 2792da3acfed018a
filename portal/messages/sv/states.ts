/** What happened, and what is kept: one text for each way that things can go wrong. */
export const states = {
  loading: 'Hämtar',
  again: 'Försök igen',
  reload: 'Hämta det senaste',
  offline: 'Ingen kontakt med servern',
  offlineText:
    'Nätet kan ha brutits. Det du har skrivit finns kvar här, och inget görs två gånger om du försöker igen.',
  busy: 'Servern har mycket att göra',
  busyText: 'Vänta en stund och försök igen. Det du har skrivit finns kvar.',
  conflict: 'Någon annan hann före',
  conflictText:
    'Det du såg har ändrats av en kollega. Din ändring är inte sparad. Hämta det senaste och se om den behövs.',
  forbidden: 'Det får du inte göra i den här rollen',
  missing: 'Det finns inte',
  missingText: 'Det är borttaget, eller inte ditt att se.',
  invalid: 'Något behöver rättas',
  failed: 'Något gick fel hos oss',
  failedText: 'Felet är antecknat. Det du har skrivit finns kvar. Försök igen, eller ring om det inte hjälper.',
  lost: 'Allt gick inte att hämta',
  lostText: 'Nätet bröts, eller portalen uppdaterades. Se över det du skrev.',
  expired: 'Du har loggats ut',
  expiredText: 'Inloggningen gäller en kvart i taget. Det du har skrivit finns kvar när du har loggat in igen.',
  signInAgain: 'Logga in igen',
  ending: 'Du loggas snart ut',
  endingText: (minutes: number) =>
    minutes <= 1
      ? 'Om mindre än en minut är inloggningen slut. Det du har skrivit sparas och finns kvar när du fortsätter.'
      : `Om ${minutes} minuter är inloggningen slut. Det du har skrivit sparas och finns kvar när du fortsätter.`,
  goOn: 'Fortsätt arbeta',
  later: 'Inte nu',
  nothing: 'Inget här',
};
