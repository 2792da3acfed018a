import type { CatalogueShape } from '../../messages/catalogue-shape.ts';
import type { letterSv } from './letter-words-sv.ts';

export const letterEn: CatalogueShape<typeof letterSv> = {
  back: 'All tasks',
  why: 'Why it waits for you',
  whom: 'Whom, and about what',
  provider: 'Phone',
  noPhone: 'No telephone number is written in.',
  to: 'The mail was sent to',
  wasTo: 'The mail was meant for',
  case: 'Case',
  order: 'Order',
  toOrder: 'Open the order',
  when: 'Written',
  said: 'What the mail said',
  hidden: 'The text is not shown, since the mail was stopped for what it said.',
  settle: 'What came of it?',
  pick: 'Choose what came of it',
  save: 'Save',
  verdicts: {
    drop: ['I have phoned, or it is no longer needed', 'The task is done, and the mail is not sent again.'],
    delivered: ['The mail has arrived after all', 'The recipient says that they have got it.'],
    'send-again': ['Send the mail once more', 'It goes to the same address. If that is wrong it must be mended first.'],
  },
  settled: {
    drop: 'Done. The recipient has been informed in another way, or need not know.',
    delivered: 'Done. The mail counts as arrived.',
    'send-again': 'Done. The mail is sent again within a minute.',
  },
};
