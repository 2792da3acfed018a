import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownWords } from '../../../../functions/mail/reading/own-words.ts';
import { understand } from '../../../../functions/mail/reading/understanding.ts';
import { replyForm } from '../../../../shared/domain/letters/reply-form.ts';

const letter = [
  'Exempelkommun har skickat en ny beställning till Omsorg Ett AB.',
  'Ärende A-1. Bekräfta snarast; insatsen ska kunna påbörjas senast tis 3 nov 09:00.',
  'Öppna beställningen: https://utfort.example/#/bestallningar/B-K7M3-QX9T',
  ...replyForm(['confirm', 'start', 'reject', 'not-executed']),
];
const marked = letter.map((line) => `> ${line}`);
const heads = [
  ['Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <utfort@kommun.example>:', ...marked],
  ['> 2 nov. 2026 kl. 09:12 skrev Exempelkommun <utfort@kommun.example>:', ...marked],
  [
    '________________________________',
    'Från: Exempelkommun',
    'Skickat: den 2 november 2026 09:12',
    'Till: p1',
    'Ämne: x',
    '',
    ...letter,
  ],
  letter,
];
const names = ['anna'];
/** Words of nobody's vocabulary: no name, no greeting, nothing that a mail program writes. */
const word = fc.stringMatching(/^[bdfgjklmnprstv][aeiouyåäö]{1,2}[bdfgklmnprstv]{1,2}[aeiouyåäö]z$/);
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const own = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));

describe('the sender’s own words', () => {
  it('are all of them, and nothing else, above and below every quote', () => {
    fc.assert(
      fc.property(own, own, fc.constantFrom(...heads), (above, below, quoted) => {
        const found = ownWords([above, '', ...quoted, '', below].join('\n'), { letter, names });
        expect(found.said.split(/\s+/)).toEqual(`${above} ${below}`.split(/\s+/));
        expect(found.isUnclear).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('are none where everything is marked as quoted and no row is ticked', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('JA', 'START 2026-11-02', 'NEJ, FULLT', ...letter)), (lines) => {
        expect(ownWords(lines.map((one) => `> ${one}`).join('\n'), { letter, names }).said).toBe('');
      }),
    );
  });

  it('are found in any text at all, without a failure', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n', '> ', 'Från: ', '[x] ', 'Mvh', '-- ', '•••', ...letter),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { said } = ownWords(parts.join(''), { letter, names });
        understand(said, '2026-11-02', { caseNo: 'A-1', codes: ['OMV'] });
      }),
      { numRuns: 500 },
    );
  });
});

it('a word that is not known is never passed over: nothing is understood beside it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('JA', 'Ja tack', 'START 2026-11-02', 'Vi bekräftar'),
      word,
      fc.boolean(),
      (act, other, isFirst) => {
        const said = isFirst ? `${other} ${act}` : `${act} ${other}`;
        expect(understand(said, '2026-11-02', { codes: ['OMV'] }).ok).toBe(false);
      },
    ),
  );
});
