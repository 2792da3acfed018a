import { expect, it } from 'vitest';
import { htmlOfLetter } from '../../../../shared/domain/letters/html-of-letter.ts';
import { oddTexts } from '../../../support/odd-texts.ts';

it('is the same lines, a paragraph for each part, with the link to be clicked', () => {
  const text = 'Ärende A-1 & "mer" <b>.\nÖppna: https://utfort.example/#/a?b=1&c=2\n\n[ ] JA – vi bekräftar\n';
  expect(htmlOfLetter('Ny <beställning>', text)).toBe(
    [
      '<!DOCTYPE html>',
      '<html lang="sv">',
      '<head><meta charset="utf-8"><title>Ny &lt;beställning&gt;</title></head>',
      '<body>',
      '<p>Ärende A-1 &amp; &quot;mer&quot; &lt;b&gt;.<br>',
      'Öppna: <a href="https://utfort.example/#/a?b=1&amp;c=2">https://utfort.example/#/a?b=1&amp;c=2</a></p>',
      '<p>[ ] JA – vi bekräftar</p>',
      '</body>',
      '</html>',
      '',
    ].join('\n'),
  );
});

it.each([
  ...Object.values(oddTexts),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)//'",
  'https://utfort.example/"onmouseover="x',
  '</p></body><iframe src="https://x.example">',
])('takes nothing that a name holds for markup: %#', (odd) => {
  const tags = htmlOfLetter(odd, `${odd}\nLäs: ${odd}\n`).match(/<[^>]*>/g) ?? [];
  const ours = /^<(?:!DOCTYPE html|html lang="sv"|meta charset="utf-8"|\/?(?:html|head|title|body|p|a|br))>$/;
  expect(tags.filter((tag) => !ours.test(tag) && !/^<a href="https:\/\/[^\s"<>']*">$/.test(tag))).toEqual([]);
});
