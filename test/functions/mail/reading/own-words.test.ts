import { describe, expect, it } from 'vitest';
import { ownWords } from '../../../../functions/mail/reading/own-words.ts';
import { replyForm } from '../../../../shared/domain/letters/reply-form.ts';
import { people } from '../../../stories/mail/harness/people.ts';

const letter = [
  'Exempelkommun har skickat en ny beställning till Omsorg Ett AB.',
  'Ärende A-1. Bekräfta snarast; insatsen ska kunna påbörjas senast tis 3 nov 09:00.',
  'Öppna beställningen: https://utfort.example/#/bestallningar/B-K7M3-QX9T',
  'Skriv aldrig namn eller personuppgifter i mejl.',
  '',
  ...replyForm(['confirm', 'start', 'reject', 'not-executed']),
];
const names = ['anna', 'andersson', 'omsorg', 'ett', 'ab', 'samordnare'];
const clear = { isUnclear: false, isAmongQuoted: false };
const own = (...lines: readonly string[]) => ownWords(lines.join('\n'), { letter, names });
const said = (...lines: readonly string[]) => own(...lines).said;

const marked = letter.map((line) => (line === '' ? '>' : `> ${line}`));
const wrapped = (width: number, lines: readonly string[]) =>
  lines.flatMap((line) => {
    const rows = [''];
    for (const word of line.split(' ')) {
      const last = rows.at(-1) ?? '';
      if (last !== '' && last.length + word.length + 1 > width) rows.push(word);
      else rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
    }
    return rows;
  });
const outlookHead = [
  '________________________________',
  'Från: Exempelkommun <utfort+abc@kommun.example>',
  'Skickat: den 2 november 2026 09:12',
  'Till: p1@utforare.example <p1@utforare.example>',
  'Ämne: Ny beställning att bekräfta',
  '',
];
const ticked = (form: readonly string[], row: RegExp, over = (line: string) => line.replace('[ ]', '[x]')) =>
  form.map((line) => (row.test(line) ? over(line) : line));

describe('what is written above', () => {
  it.each([
    ['Gmail', ['Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:', '', ...marked]],
    [
      'Gmail, broken',
      [
        'Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <',
        'utfort+abcdefghijklmnopqrstuvwxyz@kommun.example>:',
        '',
        ...marked,
      ],
    ],
    [
      'Gmail in English',
      ['On Mon, 2 Nov 2026 at 09:12, Exempelkommun <utfort+abc@kommun.example> wrote:', '', ...marked],
    ],
    ['Outlook', [...outlookHead, ...letter]],
    ['Outlook, in paragraphs', [...outlookHead.flatMap((line) => [line, '']), ...letter.flatMap((line) => [line, ''])]],
    [
      'Outlook in English',
      [
        'From: Exempelkommun <utfort+abc@kommun.example>',
        'Sent: Monday, November 2, 2026 9:12 AM',
        'To: p1@utforare.example',
        'Subject: Ny beställning att bekräfta',
        '',
        ...letter,
      ],
    ],
    ['Outlook, older', ['-----Ursprungligt meddelande-----', ...outlookHead.slice(1), ...letter]],
    [
      'Outlook, links written out',
      [
        ...outlookHead,
        ...letter.map((line) =>
          line.replace(/(https\S+)/, '$1<https://eur01.safelinks.protection.outlook.com/?url=x>'),
        ),
      ],
    ],
    ['Apple', ['2 nov. 2026 kl. 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:', '', ...marked]],
    [
      'a telephone',
      [
        'Skickat från min iPhone',
        '',
        '> 2 nov. 2026 kl. 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:',
        '> ',
        ...marked,
      ],
    ],
    [
      'Samsung',
      [
        'Skickat från min Galaxy',
        '',
        '-------- Originalmeddelande --------',
        'Från: Exempelkommun <utfort+abc@kommun.example>',
        'Datum: 2026-11-02 09:12 (GMT+01:00)',
        'Till: p1@utforare.example',
        'Ämne: Ny beställning',
        '',
        ...letter,
      ],
    ],
    ['Outlook on a telephone', ['Hämta Outlook för iOS<https://aka.ms/o0ukef>', ...outlookHead, ...letter]],
    [
      'Yahoo',
      ['Den måndag 2 november 2026 09:12:33 CET skrev Exempelkommun <utfort+abc@kommun.example>:', '', ...letter],
    ],
    ['Thunderbird', ['Den 2026-11-02 kl. 09:12, skrev Exempelkommun:', ...marked]],
    ['no mark at all', letter],
    ['broken at 60', [...outlookHead, ...wrapped(60, letter)]],
    [
      'broken and marked',
      ['Den 2026-11-02 kl. 09:12, skrev Exempelkommun:', ...wrapped(60, letter).map((line) => `> ${line}`)],
    ],
    ['nothing quoted', []],
  ])('%s', (_, beneath) => {
    expect(said('JA', '', ...beneath)).toBe('JA');
    // With no empty line between.
    expect(said('Den 2/11 börjar vi', 'JA', ...beneath)).toBe('Den 2/11 börjar vi\nJA');
    expect(said('JA', 'Den 2/11 börjar vi', ...beneath)).toBe('JA\nDen 2/11 börjar vi');
    expect(
      said(
        'Hej!',
        '',
        'JA',
        'START 2026-11-02',
        '',
        'Mvh',
        'Anna Andersson',
        'Samordnare',
        '070-123 45 67',
        '',
        ...beneath,
      ),
    ).toBe('Hej!\n\nJA\nSTART 2026-11-02');
    expect(own('JA', ...beneath).isUnclear).toBe(false);
  });
});

describe('what is written beneath', () => {
  it.each([
    ['Gmail', ['Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:', '', ...marked]],
    ['Outlook', [...outlookHead, ...letter]],
    ['Outlook, broken', [...outlookHead, ...wrapped(72, letter)]],
    ['Apple', ['2 nov. 2026 kl. 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:', '', ...marked]],
    ['a telephone', ['> 2 nov. 2026 kl. 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:', '> ', ...marked]],
    ['no mark at all', letter],
  ])('%s', (_, above) => {
    expect(said(...above, '', 'JA')).toBe('JA');
    expect(said(...above, '', 'JA', '', 'Mvh', 'Anna')).toBe('JA');
    expect(said('Se svar nedan', '', ...above, '', 'JA')).toBe('Se svar nedan\n\nJA');
    expect(said(...above, '', 'Ja, men inte onsdagar')).toBe('Ja, men inte onsdagar');
  });

  it('among the lines of what is not marked', () => {
    expect(said(...outlookHead, ...letter.slice(0, 2), 'JA', ...letter.slice(2))).toBe('JA');
  });
});

describe('a row of the form', () => {
  it.each([
    ['[x]', (line: string) => line.replace('[ ]', '[x]')],
    ['[X]', (line: string) => line.replace('[ ]', '[X]')],
    ['[ x ]', (line: string) => line.replace('[ ]', '[ x ]')],
    ['(x)', (line: string) => line.replace('[ ]', '(x)')],
    ['☒', (line: string) => line.replace('[ ]', '☒')],
    ['x in front', (line: string) => line.replace('[ ]', 'x [ ]')],
    ['x after', (line: string) => line.replace('[ ]', '[ ] x')],
    ['x alone', (line: string) => line.replace('[ ]', 'X')],
  ])('ticked with %s', (_, over) => {
    const form = ticked(letter, /JA –/, over);
    for (const shown of [
      [...outlookHead, ...form],
      form,
      ['Den 2026-11-02 kl. 09:12, skrev Exempelkommun:', ...form.map((line) => `> ${line}`)],
    ]) {
      expect(said('', ...shown)).toBe('JA');
      expect(own(...shown).isUnclear).toBe(false);
    }
  });

  it('filled in', () => {
    const form = ticked(
      ticked(letter, /START/, (line) => line.replace('[ ] START åååå-mm-dd', '[x] START 2026-11-02')),
      /EJ UTF/,
      (line) => line.replace('[ ] EJ UTFÖRT kod orsak', '[x] EJ UTFÖRT INK kunden vill inte'),
    );
    for (const shown of [form, [...outlookHead, ...form], wrapped(50, form).map((line) => `> ${line}`)])
      expect(said(...shown)).toBe('START 2026-11-02\n\nEJ UTFÖRT INK kunden vill inte');
  });
  it('filled in after what it explains', () => {
    expect(said(...ticked(letter, /EJ UTF/, (line) => `${line.replace('[ ]', '[x]')} INK kunden vill inte`))).toBe(
      'EJ UTFÖRT INK kunden vill inte',
    );
  });
  it('filled in without a cross is unclear, and never said', () => {
    const form = ticked(letter, /START/, (line) => line.replace('åååå-mm-dd', '2026-11-02'));
    expect(own(...outlookHead, ...form)).toMatchObject({ said: '', isUnclear: true });
  });
  it('without a cross is nothing', () => {
    expect(own(...outlookHead, ...letter)).toEqual({ text: '', said: '', ...clear });
    expect(own('> [ ] JA – vi bekräftar')).toEqual({ text: '', said: '', ...clear });
  });
  it('with something else written in what is quoted', () => {
    const form = ticked(letter, /JA –/);
    const quoted = [...form.slice(0, 2), 'men inte onsdagar', ...form.slice(2)].map((line) => `> ${line}`);
    expect(own(...quoted)).toEqual({
      ...{ text: 'men inte onsdagar\n\nJA', said: 'JA' },
      ...{ isUnclear: false, isAmongQuoted: true },
    });
  });
  it('ticked in an older mail is not said now', () => {
    const form = ticked(letter, /JA –/);
    const older = ['Den 2026-11-01 kl. 09:12, skrev Omsorg Ett AB:', ...form.map((line) => `> ${line}`)];
    expect(
      said('Hej', '', 'Den 2026-11-02 kl. 09:12, skrev Exempelkommun:', '> Tack', ...older.map((line) => `> ${line}`)),
    ).toBe('Hej');
  });
});

describe('what was not quoted when it was sent is seen, wherever it stands', () => {
  const attribution = 'Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:';
  const form = ticked(letter, /JA –/).map((line) => `> ${line}`);
  it.each([
    ['beneath the last row', [attribution, ...form, '> ', '> men vi kan inte på onsdagar']],
    ['above the first line', [attribution, '> men inte onsdagar', ...form]],
    ['at second hand', [attribution, ...form, '> > men inte onsdagar']],
    ['quoted with no head', ['JA', '> men inte onsdagar', '> inte kvällar']],
    ['in the letter', ['JA', attribution, ...marked.slice(0, 3), '> men inte onsdagar', ...marked.slice(3)]],
    ['in a line of the letter', ['JA', attribution, `${marked[0]} men inte onsdagar`, ...marked.slice(1)]],
    ['a line of the letter changed', ['JA', attribution, ...marked.slice(1), `${marked[0]?.replace('ny', 'konstig')}`]],
    ['between a head and the letter', ['JA', '', ...outlookHead, 'men inte onsdagar', '', ...letter]],
    ['by a sign alone', ['JA', attribution, ...marked, '> ❌']],
    ['in a row that is broken off', ['JA', attribution, ...marked, '> inte onsdagar']],
    [
      'in a row at second hand',
      ['JA', attribution, '> Tar du den?', `> ${attribution}`, ...form.map((one) => `> ${one}`)],
    ],
  ])('%s', (_, lines) => {
    expect(own(...lines)).toMatchObject({ said: expect.stringMatching(/^JA$/), isAmongQuoted: true });
  });

  it.each([
    [
      'another mail beneath a head of its own',
      ['JA', attribution, ...marked, '> ', `> ${outlookHead[1]}`, `> ${outlookHead[2]}`, '> Hej, ring mig'],
    ],
    [
      'another mail above it',
      ['JA', outlookHead[1] ?? '', outlookHead[2] ?? '', '', 'Kan du ta den?', '', ...outlookHead, ...letter],
    ],
    [
      'a colleague’s',
      [
        'JA',
        'Den mån 2 nov. 2026 kl 10:12 skrev Kalle <kalle@utforare.example>:',
        '> Kan du ta den?',
        `> ${attribution}`,
        ...marked.map((line) => `> ${line}`),
      ],
    ],
    ['a signature of the quoted', ['JA', attribution, ...marked, '> ', '> Mvh', '> Anna Andersson']],
    ['signs and links', ['JA', attribution, ...marked, '> ----', '> <https://utfort.example/x>']],
    ['what is written beneath', [...outlookHead, ...letter, '', 'JA']],
  ])('but not %s', (_, lines) => {
    expect(own(...lines)).toMatchObject({ said: 'JA', isAmongQuoted: false });
  });
});

describe('is not said', () => {
  it.each([
    ['quoted by its sign', ['> JA']],
    ['quoted among our words', [...marked.slice(0, 3), '> JA', ...marked.slice(3)]],
    [
      'in an older own mail',
      [
        'From: Anna <anna@utforare.example>',
        'Sent: Monday, November 2, 2026 9:00 AM',
        'To: utfort',
        'Subject: Sv',
        '',
        'JA',
        '',
        ...outlookHead,
        ...letter,
      ],
    ],
    [
      'beneath an older own mail',
      [
        'From: Anna <anna@utforare.example>',
        'Sent: Monday, November 2, 2026 9:00 AM',
        'To: utfort',
        '',
        ...outlookHead,
        ...letter,
        '',
        'JA',
      ],
    ],
    ['a signature', ['-- ', 'Anna Andersson', 'Omsorg Ett AB']],
    ['what a telephone adds', ['Skickat från min Samsung Galaxy-smartphone.']],
    [
      'what an organisation adds',
      [
        'Mvh',
        'Anna',
        '',
        'Detta meddelande kan innehålla konfidentiell information.',
        'Om du inte är rätt mottagare, radera det.',
      ],
    ],
  ])('%s', (_, lines) => expect(said(...lines)).toBe(''));
});

describe('what qualifies is kept wherever it stands', () => {
  it.each([
    [['JA', 'Mvh', 'Anna', 'PS: inte onsdagar'], 'JA\nPS: inte onsdagar'],
    [['JA', '-- ', 'Anna', 'Men bara i december'], 'JA\nMen bara i december'],
    [['JA', '', 'Onsdagar Går Inte'], 'JA\n\nOnsdagar Går Inte'],
    [
      [
        'JA',
        'Mvh',
        'Anna',
        'Detta meddelande kan innehålla uppgifter.',
        'Om du inte är mottagare, radera.',
        '',
        'PS bara i maj',
      ],
      'JA\nPS bara i maj',
    ],
    [['JA', 'Återkommer'], 'JA\nÅterkommer'],
    [['Ja, mvh Anna men inte onsdagar'], 'Ja, mvh Anna men inte onsdagar'],
    [['JA', '', ...outlookHead, ...letter, '', 'men inte onsdagar'], 'JA\n\nmen inte onsdagar'],
    [['JA', 'Hälsningar men inte onsdagar'], 'JA\nHälsningar men inte onsdagar'],
  ])('%j', (lines, expected) => expect(said(...lines)).toBe(expected));
});

it.each(['Ja, vi bekräftar', 'NEJ, FULLT – vi har inte plats'])(
  'takes the words of a row that are written by hand: %s',
  (words) => {
    expect(said(words, ...outlookHead, ...letter)).toBe(words);
  },
);

describe('a condition beneath a yes is said, whatever it looks like', () => {
  it.each([
    'Saknar samordnare',
    'Delegerad vård undantagen',
    '2026-11-20',
    'Saknar Nyckel',
    'Avböjer omsorg',
    'Max Besök 2',
    'Max',
    'Behöver dubbelbemanning',
    'Uppdraget förutsätter hjälpmedel',
    'Förbehåll: personalbrist',
    'OBSERVERA: nattpatrull saknas',
    'Gäller fr.o.m. 9/11',
    '* Reserverar oss mot helgtider',
    'Direkt: onsdagar går inte',
    'Tel onsdagar',
    'Maj',
    'Anna saknas',
    'Samordnare saknas',
    'Samordnare, men inte nu',
    '100 timmar',
    '120 00 Timmar',
    '❌',
    'Skickat från min telefon, återkommer om villkor',
    'Virusfri men nej',
    'Hämta Outlook för iOS och nycklarna',
    'Detta meddelande gäller dock endast om ni ordnar nycklar',
    'Om du inte är hemma kan vi inte komma.',
    'Läs mer i vårt förbehåll',
    'Tänk på miljön: vi kör inte dit',
    'När du skickar nycklar börjar vi',
    'Omsorg Två AB tar resten',
    'Hälsningar Nyckel',
  ])('%s', (line) => {
    for (const above of [
      ['JA', ''],
      ['JA', '', 'Mvh Anna'],
      ['JA', '', 'Mvh', '', 'Anna Andersson', ''],
      ['JA', '', 'Med vänlig hälsning', 'Lisa Ek', 'Samordnare', '070-123 45 67'],
      ['JA', '-- ', 'Anna'],
      ['JA', '', 'Mvh', 'Anna', 'Detta meddelande kan innehålla konfidentiell information.', ''],
    ])
      for (const beneath of [[], ['', 'Anna Andersson'], ['', 'Om du inte är rätt mottagare ska det raderas.']])
        expect(said(...above, line, ...beneath), JSON.stringify(above)).toContain(line);
  });
  it('and above one', () => expect(said('Virusfri men nej', 'JA')).toBe('Virusfri men nej\nJA'));
});

describe('what is recognised beneath a greeting is not said', () => {
  it.each([
    ['Anna'],
    ['Lisa Ek'],
    ['Anna-Karin Svensson Lindqvist'],
    ['Anna Andersson', 'Biträdande enhetschef', 'Omsorg Ett AB', 'Tel: 070-123 45 67', 'www.utforare.example'],
    ['Anna Andersson, Samordnare | Omsorg Ett AB', 'Växel: 08-12 34 56, mobil: +46 70 123 45 67'],
    ['Anna Andersson', 'Storgatan 3, 123 45 Staden', 'E-post: anna@utforare.example'],
    ['Anna', '', 'Skickat från min Samsung Galaxy-smartphone.'],
    ['Anna', '', 'Hämta Outlook för Android<https://aka.ms/x>'],
    ['Anna', '', 'Virusfri.www.avast.com'],
    ['Anna', '', 'Tänk på miljön innan du skriver ut det här mejlet.'],
    [
      'Anna',
      '',
      'Detta e-postmeddelande kan innehålla konfidentiell information',
      'och är endast avsett för mottagaren. Om du har fått meddelandet av misstag,',
      'vänligen kontakta avsändaren och radera meddelandet.',
    ],
  ])('%s', (...lines) => {
    expect(said('JA', '', 'Med vänliga hälsningar', ...lines)).toBe('JA');
    expect(said('JA', '', '-- ', ...lines)).toBe('JA');
  });
});

describe('a name is known by where it stands and how it looks, whoever has it', () => {
  it.each(people)('%s', (name) => {
    const [given = ''] = name.split(' ');
    for (const lines of [
      ['', 'Mvh', given],
      ['', 'Mvh', name],
      ['', `Hälsningar ${name}`],
      ['', 'Med vänlig hälsning', '', name, 'Samordnare', '070-123 45 67'],
      ['', `/${given}`],
      ['', '-- ', name, 'Enhetschef'],
      ['', name],
      ['', `${name}, Samordnare | Trygg Hemma i Exempelby AB`],
      ['', 'Vänligen', `${name}, Trygg Hemma i Exempelby AB`],
    ])
      expect(ownWords(['Bekräftas', ...lines].join('\n'), { letter, names: [] }).said, lines.join(' ')).toBe(
        'Bekräftas',
      );
  });

  it.each([
    'Mvh, men inte onsdagar',
    'Mvh Inte Onsdagar',
    'Nyckel Saknas',
    'Onsdagsfrånvaro',
    'Personalstrul',
    'Saknar Nyckel',
    'Dubbelbemanning Krävs',
    'Dubbelbemanning',
    'Onsdagar',
    'Först Måndag',
    'Behöver Lift',
    'Väntar',
    'Hund',
    'Avböjer',
    'Preliminärt',
    'NEJ',
    'MEN',
    'Ingen Personal',
    'Kräver Nyckelgömma',
    'Max Ett Besök',
    'Nyckelkvittens saknas, Samordnare | Omsorg Ett AB',
  ])('but %s says something', (line) => {
    for (const above of [
      ['JA', ''],
      ['JA', '', 'Mvh'],
      ['JA', '', 'Mvh', 'Päivi Hansen'],
      ['JA', '-- ', 'Kalle'],
    ])
      expect(said(...above, line), above.join(' ')).toContain(line);
  });
});

describe('what is written by hand above a quote is said, also in the letter’s own words', () => {
  const gmail = ['Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <utfort+abc@kommun.example>:', '', ...marked];
  const unboxed = [...letter, ...letter.filter((line) => line.startsWith('[ ]')).map((line) => line.slice(4))];
  it.each([
    'Ja, vi bekräftar.',
    'JA – vi bekräftar',
    'NEJ, FULLT – vi har inte plats',
    'Ja, vi bekräftar\nStart 2/11',
    'JA, vi bekräftar uppdraget.',
    'Skriv aldrig namn eller personuppgifter i mejl.',
  ])('%s', (words) => {
    for (const form of [letter, unboxed])
      for (const beneath of [gmail, [...outlookHead, ...letter], []])
        expect(ownWords([words, '', ...beneath].join('\n'), { letter: form, names }).said).toBe(
          beneath.length === 0 && words.startsWith('Skriv') ? '' : words,
        );
  });
});

it('sees through blanks, byte order marks and taken apart letters', () => {
  expect(
    said(
      '\uFEFFBEKRA\u0308FTAS\u00A0',
      '\u200B',
      ...outlookHead,
      ...letter.map((line) => line.replaceAll(' ', '\u00A0')),
    ),
  ).toBe('BEKRÄFTAS');
});

it('reads what is long or odd within a moment', () => {
  const odd = [
    `${'>'.repeat(100_000)}`,
    'Från: '.repeat(30_000),
    `${'Från: a@b\nTill: c@d\n'.repeat(9_000)}`,
    `${'den skrev '.repeat(18_000)}:`,
    'Den 2026 skrev\n'.repeat(12_000),
    `${letter[0]} `.repeat(3_000),
    '[x] '.repeat(40_000),
    '[ ] JA\n'.repeat(25_000),
    ' '.repeat(199_000),
    '\n'.repeat(199_000),
    'JA '.repeat(60_000),
    'Mvh\n'.repeat(45_000),
    `${'A'.repeat(199_000)}`,
    'Aa '.repeat(60_000),
    '1 '.repeat(90_000),
  ];
  for (const text of odd) {
    const from = performance.now();
    own(text);
    expect(performance.now() - from, text.slice(0, 20)).toBeLessThan(1000);
  }
});
