import { expect, it } from 'vitest';
import { textOfHtml } from '../../../shared/mail/html-text.ts';

it.each([
  ['<p>Hej!</p><p>JA</p>', 'Hej!\nJA\n'],
  ['<html><head><title>x</title><style>p { }</style></head><body>JA<br>Mvh</body></html>', 'JA\nMvh'],
  ['JA<!-- NEJ --> tack', 'JA tack'],
  ['best&auml;llning &#229; &#xe4; &okänd; &#0;', 'beställning å ä &okänd; '],
  ['<div>START\r\n2026-10-05</div><div>x</div>', 'START 2026-10-05\nx\n'],
  ['a < b', 'a '],
  ['<script>JA', ''],
  ['<h2>JA</h2>x', 'JA\nx'],
])('%s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it.each(['<', '<style ', '<style>', '<!--', '</', '<br ', '&#1;', '&amp', '<p>a</p>', '<a href="'])(
  'a megabyte of %s takes no time to speak of',
  (piece) => {
    const begun = performance.now();
    textOfHtml(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - begun).toBeLessThan(1500);
  },
);
