import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** What is said of files that came too late to be taken in; fetched by the few who come to it. */
export const sv = {
  title: 'Filerna är mottagna, men inte intagna än',
  received: 'Mottagna',
  errors: 'Fel i filerna',
  'report-signed':
    'Handläggaren har redan undertecknat sin rapport, och filerna ändrar den. Tas rapporten tillbaka tas filerna in. Annars väntar de, och det som skiljer blir en justering när sammanställningen är skickad. Handläggaren har fått besked. Du behöver inte göra något.',
  'statement-sent':
    'Sammanställningen är redan skickad och gäller. Handläggaren har fått besked och bestämmer det som skiljer. Det blir en justering i en senare månads sammanställning. Du behöver inte göra något.',
};

export const en: CatalogueShape<typeof sv> = {
  title: 'The files are filed, and not taken in yet',
  received: 'Received',
  errors: 'Errors in the files',
  'report-signed':
    'The officer has already signed the report, and the files change it. If the report is taken back, the files are taken in. Otherwise they wait, and what differs becomes an adjustment once the statement has been sent. The officer has been told. You need do nothing.',
  'statement-sent':
    'The statement has already been sent and stands. The officer has been told and decides what differs. It becomes an adjustment in a later month’s statement. You need do nothing.',
};
