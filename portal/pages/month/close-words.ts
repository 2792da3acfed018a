import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said before a month is closed with nothing handed in. */
export const sv = {
  text: (when: string) =>
    `Lämnar utföraren aldrig in kan du stänga månaden från och med ${when}. Varje ärende bedöms då med en kommentar.`,
  sure: 'Stänga månaden utan redovisning?',
  means: (provider: string, month: string) => `${provider} har inte lämnat in ${month}.`,
  list: [
    'Alla handläggares ärenden hos utföraren läggs fram för bedömning utan redovisning.',
    'Beviljad tid, eller ingen tid, föreslås enligt kommunens rutin. Det du vet om dödsfall och sjukhus ska vara inlagt innan.',
    'Utföraren får besked. Det går inte att ångra, men utföraren kan lämna in tills sammanställningen är undertecknad.',
  ],
  go: 'Ja, stäng månaden',
  no: 'Inte än',
};

export const en: CatalogueShape<typeof sv> = {
  text: (when) =>
    `If the provider never hands in you may close the month from ${when}. Each case is then decided with a comment.`,
  sure: 'Close the month with nothing handed in?',
  means: (provider, month) => `${provider} has not handed in ${month}.`,
  list: [
    'All officers’ cases at the provider are laid to be decided without a report.',
    'Granted time, or none, is proposed by the municipality’s routine. What you know of deaths and hospital stays should be entered before.',
    'The provider is told. It cannot be undone, but the provider may hand in until the statement is signed.',
  ],
  go: 'Yes, close the month',
  no: 'Not yet',
};
