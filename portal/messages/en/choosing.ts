import type { CatalogueShape } from '../catalogue-shape.ts';
import type { choosing as sv } from '../sv/choosing.ts';

export const choosing: CatalogueShape<typeof sv> = {
  caseNo: 'Case number',
  caseHint: 'For example A-1001. Never a personal identity number.',
  caseMissing: 'Write the number of the case',
  choiceMissing: 'Choose how the case gets its provider',
  provider: 'Provider',
  pick: 'Choose a provider',
  providerMissing: 'Choose the provider that the customer has chosen',
  mode: 'How did the customer choose?',
  WRITTEN: 'In writing',
  ORAL: 'Orally',
  modeMissing: 'Say whether the choice was in writing or oral',
  form: 'Choice form',
  formHint: 'Scanned or photographed. PDF, JPG, PNG or TIFF, at most 25 MB.',
  formIn: 'The form has been received, and goes into the file when you send.',
  formLost: 'The form did not arrive. Choose it again.',
  healthTitle: 'Is the customer enrolled in home health care?',
  healthHint: 'If so, home health care is told who the provider is.',
  healthMissing: 'Answer yes or no',
};
