import type { Chance } from './forged.ts';
import { people } from './people.ts';
import { written } from './written.ts';

/** What somebody means, in the ways in which it is written; `shape` makes a mail of it around our letter. */
export type Meaning = { readonly done: readonly string[]; readonly ways: readonly string[] };

/** `today` and `days` are filled in as people write them. */
export const meanings: Readonly<Record<string, Meaning>> = {
  confirm: {
    done: ['confirm'],
    ways: [
      'JA',
      'Ja!',
      'ja tack',
      'BEKRÄFTAS',
      'Vi bekräftar.',
      'Ja, vi bekräftar',
      'JA – vi bekräftar',
      'Hej!\n\nJA',
      'Hej Maria,\nvi bekräftar uppdraget.',
      'Ok',
      'Bekräftas\n\nTack!',
      'Härmed bekräftas beställningen.',
      'Ja, det går bra.',
    ],
  },
  start: {
    done: ['start'],
    ways: [
      'START 2026-11-02',
      'Start 2/11',
      'start den 2 november',
      'Vi startade måndagen den 2 november.',
      'Första besöket var 2 nov 2026',
      'START 20261102',
      'START 2.11.2026',
      'START 02.11.2026',
      'START 2026-11-2',
      'Start 2/11 2026',
      '2/11 START',
      'Hej\nFörsta insatsen gjordes 2:a november',
    ],
  },
  both: {
    done: ['confirm', 'start'],
    ways: [
      'JA\nSTART 2026-11-02',
      'Hej!\nVi bekräftar. Start 2/11.\nHa en fin dag',
      'START 2026-11-02\nJA',
      'Ja, vi började 2 november',
    ],
  },
  ahead: { done: ['confirm'], ways: ['START 2026-11-05', 'JA\nSTART 5/11', 'Ja, vi kan börja den 5 november.'] },
  full: {
    done: ['reject'],
    ways: [
      'NEJ, FULLT',
      'NEJ, FULLT – vi har inte plats',
      'Nej tyvärr, vi har inte plats.',
      'NEJ FULLT',
      'Hej!\nNej, vi har fullt just nu.',
    ],
  },
  left: {
    done: ['not-executed'],
    ways: [
      'EJ UTFÖRT INK kunden har en egen lösning',
      'ej utfört: ink – görs av andra',
      'Utförs ej: INK, behövs inte den här månaden',
    ],
  },
  whole: {
    done: ['confirm', 'start', 'not-executed'],
    ways: [
      'JA\nSTART 2026-11-02\nEJ UTFÖRT INK kunden har en egen lösning',
      'Hej\n\nvi bekräftar\nEJ UTFÖRT INK görs av andra\n\nstart 2/11',
    ],
  },
};

/** The rows of the form that say the same. */
export const ticked: Readonly<Record<string, (row: string) => string>> = {
  confirm: (row) => (row.includes('JA –') ? row.replace('[ ]', '[x]') : row),
  start: (row) => (row.includes('START') ? row.replace('[ ] START åååå-mm-dd', '[X] START 2026-11-02') : row),
  both: (row) => ticked.start?.(ticked.confirm?.(row) ?? '') ?? '',
  full: (row) => (row.includes('NEJ, FULLT') ? row.replace('[ ]', '(x)') : row),
  left: (row) =>
    row.includes('EJ UTFÖRT') ? row.replace('[ ] EJ UTFÖRT kod orsak', '[x] EJ UTFÖRT INK görs av andra') : row,
};

export type Letter = { readonly text: string; readonly subject: string; readonly from: string };
export type Body = { readonly text?: string; readonly html?: string; readonly flowed?: boolean };
type Drawn = { readonly words: string; readonly letter: Letter; readonly isBelow: boolean; readonly by: Chance };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');
const asHtml = (text: string): string => linesOf(text).map(escaped).join('<br>\r\n');

/** Broken as a mail program breaks a line. */
function broken(line: string, width: number): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const word of line.split(' ')) {
    if (row !== '' && row.length + 1 + word.length > width) {
      rows.push(row);
      row = word;
    } else row = row === '' ? word : `${row} ${word}`;
  }
  return [...rows, row];
}
const brokenText = (text: string, width: number) =>
  linesOf(text)
    .flatMap((line) => broken(line, width))
    .join('\n');
const marked = (text: string): string =>
  linesOf(text)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

const signatures: readonly ((name: string) => string)[] = [
  () => '',
  (name) => `\n\nMvh\n${name}\nSamordnare`,
  (name) => `\n\nMvh\n${name.split(' ')[0]}`,
  (name) => `\n\n${name}`,
  (name) => `\n\n${name}, Samordnare | Trygg Hemma i Exempelby AB`,
  (name) => `\n\nMed vänlig hälsning\n\n${name}\nEnhetschef\nTel: 070-123 45 67\nwww.utforare.example`,
  (name) => `\n\n-- \n${name}\nOmsorgsgatan 3\n123 45 Staden`,
  (name) => `\n/${name.split(' ')[0]}`,
  (name) =>
    `\n\nHälsningar ${name}\n\nDetta meddelande kan innehålla konfidentiell information.\nOm du inte är rätt mottagare ska det raderas.`,
];
const signature = (by: Chance): string => by.pick(signatures)(by.pick(people));
const telephones = [
  'Skickat från min iPhone',
  'Skickat från Outlook för Android',
  'Sent from my iPhone',
  'Hämta Outlook för iOS',
];

const placed = ({ isBelow }: Drawn, own: string, quoted: string): string =>
  isBelow ? `${quoted}\n\n${own}` : `${own}\n\n${quoted}`;

const outlookHead = ({ from, subject }: Letter): readonly string[] => [
  `Från: Exempelkommun <${from}>`,
  'Skickat: den 2 november 2026 09:12',
  'Till: Omsorg Ett AB <p1@utforare.example>',
  `Ämne: ${subject}`,
];
const englishHead = ({ from, subject }: Letter): readonly string[] => [
  `From: Exempelkommun <${from}>`,
  'Sent: Monday, November 2, 2026 9:12 AM',
  'To: Omsorg Ett AB <p1@utforare.example>',
  `Subject: ${subject}`,
];

/** The shapes in which mail programs write an answer. */
export const shapes: Readonly<Record<string, (drawn: Drawn) => Body>> = {
  gmail: (drawn) => {
    const own = `${drawn.words}${signature(drawn.by)}`;
    const attribution = `Den mån 2 nov. 2026 kl 09:12 skrev Exempelkommun <${drawn.letter.from}>:`;
    const quoted = `${broken(attribution, 78).join('\n')}\n\n${marked(brokenText(drawn.letter.text, 76))}`;
    const html = `<div dir="ltr">${asHtml(own)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escaped(attribution)}<br></div><blockquote class="gmail_quote">${asHtml(drawn.letter.text)}</blockquote></div>`;
    return { text: placed(drawn, own, quoted), html };
  },
  'gmail, HTML alone': (drawn) => {
    const own = `<div>${asHtml(`${drawn.words}${signature(drawn.by)}`)}</div>`;
    const quoted = `<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Nov 2026 at 09:12, Exempelkommun &lt;<a href="mailto:x">${drawn.letter.from}</a>&gt; wrote:<br></div><blockquote>${asHtml(drawn.letter.text)}</blockquote></div>`;
    return { html: placed(drawn, own, quoted) };
  },
  'outlook, HTML alone': (drawn) => {
    const head = drawn.by
      .pick([outlookHead, englishHead])(drawn.letter)
      .map((one) => `<b>${escaped(one.split(':')[0] ?? '')}:</b>${escaped(one.slice(one.indexOf(':') + 1))}`);
    const own = linesOf(`${drawn.words}${signature(drawn.by)}`)
      .map((line) => `<p class="MsoNormal">${escaped(line) || '&nbsp;'}<o:p></o:p></p>`)
      .join('\r\n');
    const quoted = `<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${head.join('<br>')}</p></div><p class="MsoNormal">&nbsp;</p>${linesOf(
      drawn.letter.text,
    )
      .map(
        (line) =>
          `<p class="MsoNormal">${escaped(line).replace(/(https:\S+)/, '<a href="https://eur01.safelinks.protection.outlook.com/?url=x">$1</a>')}</p>`,
      )
      .join('\r\n')}`;
    return {
      html: `<html><head><style><!-- p.MsoNormal {margin:0} --></style></head><body lang="SV">${placed(drawn, own, quoted)}</body></html>`,
    };
  },
  'outlook, text': (drawn) => {
    const own = `${drawn.words}${signature(drawn.by)}`;
    const above = drawn.by.pick([['________________________________'], ['-----Ursprungligt meddelande-----'], []]);
    const letter = drawn.letter.text.replace(/(https:\S+)/, '$1<$1>');
    return {
      text: placed(
        drawn,
        own,
        [...above, ...drawn.by.pick([outlookHead, englishHead])(drawn.letter), '', letter].join('\n'),
      ),
    };
  },
  apple: (drawn) => {
    const own = `${drawn.words}${signature(drawn.by)}`;
    const quoted = `${drawn.by.pick(['2 nov. 2026 kl. 09:12 skrev Exempelkommun', 'On 2 Nov 2026, at 09:12, Exempelkommun'])} <${drawn.letter.from}>${drawn.by.pick(['']).trim()}`;
    const head = quoted.startsWith('On') ? `${quoted} wrote:` : `${quoted}:`;
    return { text: placed(drawn, own, `${head}\n\n${marked(drawn.letter.text)}`), flowed: true };
  },
  telephone: (drawn) => {
    const adds = drawn.by.pick(telephones);
    const quoted = `> 2 nov. 2026 kl. 09:12 skrev Exempelkommun <${drawn.letter.from}>:\n> \n${marked(drawn.letter.text)}`;
    return {
      text: drawn.isBelow ? `${quoted}\n\n${drawn.words}\n\n${adds}` : `${drawn.words}\n\n${adds}\n\n${quoted}`,
    };
  },
  samsung: (drawn) => {
    const quoted = [
      '-------- Originalmeddelande --------',
      `Från: Exempelkommun <${drawn.letter.from}>`,
      'Datum: 2026-11-02 09:12 (GMT+01:00)',
      'Till: p1@utforare.example',
      `Ämne: ${drawn.letter.subject}`,
      '',
      drawn.letter.text,
    ].join('\n');
    return {
      html: `<div dir="auto">${asHtml(placed(drawn, `${drawn.words}\n\nSkickat från min Galaxy`, quoted))}</div>`,
    };
  },
  'nothing quoted': ({ words, by }) => ({ text: `${words}${signature(by)}` }),
  'no mark at all': (drawn) => ({ text: placed(drawn, drawn.words, drawn.letter.text) }),
};

const encodings = ['utf-8', 'iso-8859-1', 'windows-1252'] as const;

/** å, ä, ö and the dash as an older charset has them. */
const inCharset = (text: string, charset: (typeof encodings)[number]): Buffer => {
  if (charset === 'utf-8') return Buffer.from(text);
  const dash = charset === 'windows-1252' ? '\x96' : '-';
  return Buffer.from(text.replaceAll('–', dash), 'latin1');
};

type Sent = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: Body;
  readonly by: Chance;
};

/** As quoted-printable writes it; lines are kept short by its own soft breaks. */
const quotedPrintable = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .split('\r\n')
    .map((line) => {
      const signs = [...line].map((sign, n) => {
        const isPlain = /[!-<>-~]/.test(sign) || (sign === ' ' && n < line.length - 1);
        return isPlain ? sign : `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
      });
      const rows = [''];
      for (const sign of signs) {
        if ((rows.at(-1) ?? '').length + sign.length > 75) rows.push('');
        rows[rows.length - 1] += sign;
      }
      return rows.join('=\r\n');
    })
    .join('\r\n');

/** The mail with its parts encoded as some mail program does it. */
export function sent({ from, to, subject, body, by }: Sent): Buffer {
  const charset = by.pick(encodings);
  const isBase64 = by.upTo(2) === 0;
  const part = (type: string, text: string): { type: string; encoding: string; body: string } => {
    const bytes = inCharset(text.replaceAll(/\r?\n/g, '\r\n'), charset);
    return {
      type: `${type}; charset=${charset}${body.flowed && type === 'text/plain' ? '; format=flowed; delsp=yes' : ''}`,
      encoding: isBase64 ? 'base64' : 'quoted-printable',
      body: isBase64 ? bytes.toString('base64').replaceAll(/(.{76})/g, '$1\r\n') : quotedPrintable(bytes),
    };
  };
  const parts = [
    ...(body.text === undefined ? [] : [part('text/plain', body.text)]),
    ...(body.html === undefined ? [] : [part('text/html', body.html)]),
  ];
  const [only] = parts;
  if (parts.length === 1 && only)
    return written({
      ...{ from, to, subject, type: only.type, body: only.body },
      after: [`Content-Transfer-Encoding: ${only.encoding}`],
      isEncoded: true,
    });
  const boundary = `=_${by.upTo(1_000_000)}`;
  const each = parts.map(
    (one) =>
      `--${boundary}\r\nContent-Type: ${one.type}\r\nContent-Transfer-Encoding: ${one.encoding}\r\n\r\n${one.body}\r\n`,
  );
  const type = `multipart/alternative; boundary="${boundary}"`;
  return written({ ...{ from, to, subject, type }, body: `${each.join('')}--${boundary}--`, isEncoded: true });
}
