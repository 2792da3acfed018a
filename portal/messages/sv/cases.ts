/** Ärendet: handlingarna i akten och uppföljningarna. */
export const cases = {
  title: (caseNo: string) => `Ärende ${caseNo}`,
  lead: 'Handlingar som har lämnats i ärendet.',
  leadWithFollowUps: 'Handlingar som har lämnats i ärendet, och uppföljningar.',
  // — handlingar
  papers: 'Handlingar',
  papersNone: 'Inga handlingar har lämnats ännu.',
  kinds: {
    CARE_PLAN: 'Genomförandeplan',
    SOCIAL_DOCUMENTATION: 'Social dokumentation',
    OTHER: 'Annan handling',
    FORM: 'Blankett om val av utförare',
  },
  dated: (day: string) => `daterad ${day}`,
  signed: (day: string) => `undertecknad av kunden ${day}`,
  onPaper: 'Lämnad på papper: originalet finns i akten.',
  open: (what: string) => `Öppna: ${what}`,
  reason: 'Varför behöver du läsa den?',
  reasonHint: 'Skälet sparas i åtkomstloggen. Skriv inga namn eller personnummer.',
  reasonMissing: 'Skriv varför du behöver läsa handlingen.',
  toOpen: 'Hämta en länk',
  opened: (clock: string) => `Länken gäller till ${clock}. Lämna den inte vidare: den som har den kan läsa handlingen.`,
  show: 'Öppna i en ny flik',
  save: 'Spara filen',
  expired: 'Hämta en ny länk',
  // — uppföljning
  followUps: 'Uppföljning',
  followUp: 'Anteckna en uppföljning',
  nextFollowUp: (day: string) => `Nästa senast ${day}`,
  heldOn: 'Dag för uppföljningen',
  followUpText: 'Vad kom ni fram till?',
  followUpHint: 'Stannar i systemet. Skriv inga namn eller personnummer.',
};
