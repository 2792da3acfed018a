import { inflateSync } from 'node:zlib';

/** The text of a PDF that our own writer made, a line per piece of text, in the order it was set. */
export function pdfText(bytes: Uint8Array): string {
  const objects = objectsOf(bytes);
  const letters = new Map<string, Map<string, string>>();
  for (const { body } of objects.values()) {
    for (const [, name = '', font = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.body ?? '')?.[1];
      if (cmap) letters.set(name, lettersIn(objects.get(cmap)?.stream ?? ''));
    }
  }
  const pages = [...objects.values()].filter(({ stream }) => / Tf\n/.test(stream));
  return pages.map(({ stream }) => textIn(stream, letters)).join('\n');
}

type PdfObject = { readonly body: string; readonly stream: string };

function objectsOf(bytes: Uint8Array): Map<string, PdfObject> {
  const raw = Buffer.from(bytes).toString('latin1');
  const found = [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(
    found.map(([, id = '', whole = '']) => {
      const [body = '', packed] = whole.split('\nstream\n', 2);
      const flat = packed !== undefined && body.includes('/FlateDecode') && !body.includes('/Subtype');
      return [id, { body, stream: flat ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : '' }];
    }),
  );
}

function lettersIn(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, code = '']] of [...list.matchAll(/<([^>]*)>/g)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function textIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const lines: string[] = [];
  let letters: ReadonlyMap<string, string> | undefined;
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(<[^\]]*)\] TJ/g)) {
    if (font) letters = fonts.get(font);
    else {
      const codes = [...(glyphs ?? '').matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      lines.push(codes.map((code) => letters?.get(code) ?? '').join(''));
    }
  }
  return lines.join('\n');
}
