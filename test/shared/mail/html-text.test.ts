import { describe, expect, it } from 'vitest';
import { textOfHtml } from '../../../shared/mail/html-text.ts';

describe('HTML as a reader sees it', () => {
  it.each([
    [
      'a paragraph each',
      '<html><head><style>p{}</style></head><body><p>JA</p><p>START 2026-11-02</p></body></html>',
      'JA\n\nSTART 2026-11-02\n',
    ],
    ['lines', '<div>JA<br>START&nbsp;2026-11-02</div>', 'JA\nSTART\u00a02026-11-02'],
    ['signs by name and number', 'BEKR&Auml;FTAS &#229; &#xE4; &lt;x&gt; &okänd; &#0;', 'BEKRÄFTAS å ä <x> &okänd;'],
    [
      'quotes',
      '<div>JA</div><blockquote>Ärende A-1<br>Öppna<blockquote>äldre</blockquote></blockquote><div>sist</div>',
      'JA\n> Ärende A-1\n> Öppna\n>> äldre\nsist',
    ],
    ['a rule', 'JA<hr tabindex="-1"><div><b>Från:</b> X</div>', 'JA\n__________\nFrån: X'],
    [
      'nothing that runs or is not seen',
      '<script>JA</script><!-- JA --><title>JA</title><div title="a > b">NEJ</div>',
      'NEJ',
    ],
    ['signs that begin no tag', 'plats < 3 och > 1', 'plats < 3 och > 1'],
    ['blanks as one', '<p>\n  vi\n  bekräftar\t</p>', 'vi bekräftar\n'],
    ['what is never ended', 'JA<!-- och så vidare', 'JA'],
  ])('%s', (_, html, text) => expect(textOfHtml(html)).toBe(text));
});

it('reads what is made to be slow within a moment', () => {
  for (const part of ['<', '<style>', '<blockquote>', '<a "', '&', '<!--', '<p>a', '</', '<b>a</b>', '>']) {
    const html = part.repeat(Math.ceil(2_000_000 / part.length));
    const from = performance.now();
    textOfHtml(html);
    expect(performance.now() - from, part).toBeLessThan(2500);
  }
});
