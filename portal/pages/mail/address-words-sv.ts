/** En utförares adresser: vilka mejl tas emot från, och hur en ny bevisas. */
export const addressesSv = {
  title: 'Era e-postadresser',
  lead: 'Mejl från de här adresserna tas emot som ert. Mejl från andra adresser stannar hos kommunen tills någon har läst dem.',
  heading: 'Adresser som mejl tas emot från',
  written: 'Inskriven av kommunen',
  proven: 'Bekräftad',
  asked: 'Väntar på svar från adressen',
  none: 'Ingen adress är registrerad.',
  wholeDomain: (domain: string) => `Alla adresser som slutar på @${domain}`,
  sentTo: (address: string) => `Länken skickades till ${address}`,
  remove: 'Ta bort',
  removeOne: (what: string) => `Ta bort ${what}`,
  removeText: 'Mejl därifrån stannar sedan hos kommunen tills någon har läst dem.',
  add: 'Lägg till en adress',
  addText: 'Ett mejl med en länk skickas till adressen. När någon där har tryckt på knappen tas mejl emot därifrån.',
  address: 'E-postadress',
  addressMissing: 'Skriv en e-postadress',
  domain: 'Alla adresser på samma domän är våra',
  send: 'Skicka länken',
  sent: (address: string) => `Länken är skickad till ${address}`,
  sentText: 'Den gäller i sju dagar.',
  // — den som öppnar länken
  prove: 'Bekräfta e-postadressen',
  proveLead:
    'Du har fått ett mejl om att adressen hör till en utförare av hemtjänst. I mejlet står om det gäller adressen eller alla på samma domän. Den som skriver därifrån kan sedan bekräfta beställningar för utföraren. Arbetar du där, och stämmer det? Tryck på knappen. Annars kan du stänga sidan, och inget händer.',
  proveNow: 'Ja, adressen är vår',
  isProven: 'Adressen är bekräftad',
  provenAddress: (address: string, provider: string) => `Mejl från ${address} tas nu emot som ${provider}.`,
  provenDomain: (domain: string, provider: string) =>
    `Mejl från alla adresser som slutar på @${domain} tas nu emot som ${provider}.`,
  closeIt: 'Du kan stänga sidan.',
};
