/** Hemsjukvårdens sida: vilka utförare som de inskrivna kunderna har fått och lämnar. */
export const nurse = {
  title: 'Besked till hemsjukvården',
  lead: 'Vilken utförare en inskriven kund har fått, och när en utförare slutar.',
  none: 'Inga besked ännu. Här står när en kund som är inskriven hos er får eller byter utförare.',
  fresh: 'Nytt',
  read: 'Jag har läst det',
  all: 'Alla besked',
};
