import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said of a month that was closed with nothing handed in, and of handing in after it; fetched by the few who come to it. */
export const sv = {
  closed: (when: string) => `Månaden stängdes utan redovisning ${when}`,
  byOfficer: 'Inget var inlämnat, och kommunens handläggare stängde månaden. Varje ärende bedöms utan redovisning.',
  mayStill: 'Ni kan fortfarande lämna in: det tas in så länge sammanställningen inte är undertecknad.',
  afterwards: 'Lämna in i efterhand',
  afterwardsText:
    'Sammanställningen är undertecknad och gäller. Det ni lämnar in nu tas emot och prövas av handläggaren. Det som skiljer blir en justering i en senare månads sammanställning. Fakturera sammanställningen som den är.',
  afterwardsAgain: 'Lämna in på nytt i efterhand',
  late: 'Det här kommer efter sammanställningen',
  lateText:
    'Det tas emot men ändrar inte sammanställningen. Handläggaren får besked och bestämmer det som skiljer. Det blir en justering i en senare månads sammanställning.',
  waits: 'Handläggaren har redan undertecknat sin rapport',
  waitsText:
    'Filerna ändrar den. De tas emot men tas inte in än: tas rapporten tillbaka tas de in, annars blir det som skiljer en justering när sammanställningen är skickad.',
};

export const en: CatalogueShape<typeof sv> = {
  closed: (when) => `The month was closed with nothing handed in ${when}`,
  byOfficer:
    'Nothing had been handed in, and the municipality’s officer closed the month. Each case is decided without a report.',
  mayStill: 'You may still hand in: it is taken in as long as the statement is not signed.',
  afterwards: 'Hand in afterwards',
  afterwardsText:
    'The statement is signed and stands. What you hand in now is received and tried by the officer. What differs becomes an adjustment in a later month’s statement. Invoice the statement as it is.',
  afterwardsAgain: 'Hand in anew afterwards',
  late: 'This comes after the statement',
  lateText:
    'It is received, but does not change the statement. The officer is told and decides what differs. It becomes an adjustment in a later month’s statement.',
  waits: 'The officer has already signed the report',
  waitsText:
    'The files change it. They are received, but not taken in yet: if the report is taken back they are, otherwise what differs becomes an adjustment once the statement has been sent.',
};
