/** Det som kan göras med ett byte, i ord som bara dess egen sida säger. */
export const switchActs = {
  tellText: 'Båda får besked samtidigt, på det sätt som rutinen har för var och en. Mejlet nämner ingen.',
  calledOut: (name: string) => `${name} ringdes`,
  callHint: 'Lämna tomt för att meddela nu.',
  on: 'Den nya utförarens första dag',
  lastDay: 'Er sista dag',
  onHint: (earliest: string, latest: string) => `Bytet kan ske ${earliest} – ${latest}.`,
  lastDayHint: (earliest: string, latest: string) =>
    `Den nya utföraren börjar dagen efter, som ska vara ${earliest} – ${latest}.`,
  dateReasonHint: 'Behövs om dagen ligger utanför fönstret eller har passerat. Skriv inga namn.',
  wishedByCustomer: 'Det är kundens egen dag',
  askConsent: 'Vill kunden att dokumentationen delas med den nya utföraren?',
  documentsHint: 'Det som inte går till den nya utföraren lämnas till handläggaren, i datumordning.',
  documentNo: (nr: number) => `Handling ${nr}`,
  goesTo: 'Lämnas till',
  addDocument: 'Lägg till en handling',
  removeDocument: 'Ta bort',
  contactText: 'Ni har talat med kunden och planerat övertagandet.',
  callOffText: 'Kunden stannar. Allt återställs till hur det var före bytet.',
  reasonMissing: 'Skriv varför',
};
