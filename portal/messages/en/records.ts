import type { CatalogueShape } from '../catalogue-shape.ts';
import type { records as sv } from '../sv/records.ts';

export const records: CatalogueShape<typeof sv> = {
  title: 'Signed record',
  what: 'What was signed',
  kinds: {
    submission: 'The provider’s hand-in of the month',
    report: 'The officer’s report',
    statement: 'The municipality’s statement to invoice by',
    checkpoint: 'The service’s nightly checkpoint',
  },
  flaws: {
    'not-a-record': 'The file is no signed record of Utfört, or a part of it is missing.',
    'not-canonical': 'The file has been rewritten by another program. Fetch the original and try again.',
    'content-changed': 'The content was changed after it was signed: the figures are not those that anyone signed.',
    'payload-changed': 'Who, when or what was changed after the record was signed.',
    'header-mismatch': 'The seal does not belong to the key in the record.',
    'bad-signature': 'The seal does not fit the record: something in it has been changed.',
    'broken-chain': 'The chain of earlier records does not hold together.',
    'unknown-key': 'The seal was made with a key that the municipality has not published. The record is not from here.',
    'key-mismatch': 'The seal’s key is not the one that the municipality has published under that name.',
    'key-not-in-force': 'The municipality’s key was not in use when the record says that it was signed.',
  },
  kind: 'Record',
  verdict: 'Check of the record',
  checking: 'Checking',
  valid: 'The record is genuine',
  validText:
    'Your browser has done the sums itself: no character has been changed, and the seal is the municipality’s.',
  whole: 'The record is unchanged, but whose it is cannot be said',
  wholeText: 'The municipality’s keys could not be fetched. Try again in a while.',
  invalid: 'The record does not hold',
  invalidText: 'Do not trust it. Ask whoever gave it to you for the original, or turn to the municipality.',
  unchanged: 'Unchanged',
  unchangedYes: 'Yes, every character is as when it was signed',
  seal: 'The municipality’s seal',
  sealYes: (municipality) => `Yes, with a key that ${municipality} has published`,
  sealUnknown: 'Could not be checked',
  signer: 'Signed by',
  system: 'The service itself',
  when: 'Signed',
  chain: 'The chain',
  chainOk: (seq, earlier) =>
    earlier === 0
      ? 'The first record in its order'
      : `Record ${seq} in its order; ${earlier === 1 ? 'the earlier one is' : `the ${earlier} earlier ones are`} named in it, so none can be taken away`,
  checkpointText: 'Every night the service signs the latest record of every order, so that none can be taken away.',
  save: 'Save the record as a file',
  saveText: 'The file can be checked by anyone, without signing in, and holds without this system too.',
  withdraw: 'Take back the report',
  sendBack: 'Send the report back to the officer',
  withdrawWhy: 'Why?',
  withdrawHint: 'The officer and the head read it. Write no names or identity numbers.',
  withdrawMissing: 'Write why the report is to go back',
  withdrawn: (who, when) => `The report no longer stands: ${who} took it back ${when}`,
  withdrawnText: 'The cases can be decided again, and a new report takes the place of this one. The record is kept.',
  verifyText:
    'See whether a signed record is genuine and unchanged. Your browser does all the sums; the file is sent nowhere.',
  file: 'The record’s file',
  fileHint: 'A file that ends in .json. You can also drag it here.',
  paste: 'Or paste the record’s text',
  judge: 'Check',
  selfTitle: 'Count yourself',
  selfText:
    'The checksum is the same before and after the signature. To count without us, save the record as a file, open a terminal in the same folder and run this line (Python 3). The answer is to be the same checksum.',
  fileName: 'record.json',
  chooseOne: 'Choose a file, or paste the record’s text',
};
