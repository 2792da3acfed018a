import { describe, expect, it } from 'vitest';
import { isWrittenTo } from '../../../../functions/mail/judging/pointing.ts';
import { mailboxesIn } from '../../../../shared/mail/mail-head.ts';

const [token, other] = ['abcdefgh234567abcdefgh2345', 'bcdefgh234567abcdefgh2345a'];
const address = (of: string) => `utfort+${of}@kommun.example`;
const target = { token, letterId: 'brev-1', orderId: 'best-1', caseNo: 'A-1' };
const is = (aimed: Partial<Parameters<typeof isWrittenTo>[0]>, to: typeof target | undefined = target) =>
  isWrittenTo({ to: undefined, answers: '', words: '', ...aimed }, to, [address(token)]);

describe('a mail whose author has signed whom it is to', () => {
  it.each<[string, boolean]>([
    [address(token), true],
    [`Exempelkommun <${address(token).toUpperCase()}>`, true],
    [`vän@annan.example, "Kommun" <${address(token)}>`, true],
    [`Grupp: ${address(token)};`, true],
    [address(other), false],
    [`${address(token)}, ${address(other)}`, false],
    ['friend@evil.example', false],
    [`"${address(token)}" <friend@evil.example>`, false],
    [`friend@evil.example (${address(token)})`, false],
    ['utfort@kommun.example', false],
    ['', false],
  ])('%s', (to, answer) => {
    // What else stands there decides nothing.
    expect(is({ to: mailboxesIn(to), words: 'A-1', answers: '<brev-1@kommun.example>' })).toBe(answer);
  });

  it('and that came to no letter’s address: to that very address of ours', () => {
    const came = ['utfort@kommun.example'];
    const aimed = (to: string) => isWrittenTo({ to: mailboxesIn(to), answers: '', words: 'A-1' }, undefined, came);
    expect(aimed('Kommunen <Utfort@Kommun.example>')).toBe(true);
    expect(aimed('friend@evil.example')).toBe(false);
    expect(aimed(`utfort@kommun.example, ${address(other)}`)).toBe(false);
  });
});

describe('a mail whose author has not', () => {
  it.each<[string, { answers?: string; words?: string }, boolean]>([
    ['nothing', {}, false],
    ['a reply to the letter', { answers: '<x@y> <brev-1@kommun.example>' }, true],
    ['a reply to another', { answers: '<brev-11@kommun.example>' }, false],
    ['the case', { words: 'Sv: Ny beställning\nJA\n> Ärende A-1. Svara' }, true],
    ['another case', { words: 'JA\n> Ärende A-12.' }, false],
    ['the link', { words: 'JA\n> Öppna: https://x.example/#/bestallningar/best-1' }, true],
    ['another order of the case', { words: 'JA A-1\n> https://x.example/#/bestallningar/best-2' }, false],
    ['the address', { words: `Från: <${address(token)}>\nJA` }, true],
  ])('%s', (_, aimed, answer) => {
    expect(is(aimed)).toBe(answer);
  });

  it('is about what its words name where it came to no letter’s address', () => {
    expect(isWrittenTo({ to: undefined, answers: '', words: 'JA' }, undefined, [])).toBe(true);
  });
});
