import { describe, expect, it } from 'vitest';
import { readHtml, textOfHtml } from '../../../shared/mail/html-text.ts';

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

describe('what is struck through, or not seen, is not said, and is known to be there', () => {
  it.each([
    '<s>JA</s>',
    '<strike>JA</strike>',
    '<del>JA</del>',
    '<span style="text-decoration:line-through">JA</span>',
    '<span style="text-decoration: underline LINE-THROUGH red">JA</span>',
    '<span style="text-decoration-line:line-through">JA</span>',
    '<div style="display: none !important">JA</div>',
    "<div style='color:black;DISPLAY:NONE'>JA</div>",
    '<div style=display:none>JA</div>',
    '<div style="display&#58;none">JA</div>',
    '<div style="dis/**/play:none">JA</div>',
    '<div style="d\\69splay:none">JA</div>',
    '<div title=\' style="color:black"\' style="display:none">JA</div>',
    '<div hidden>JA</div>',
    '<p style="visibility:hidden">JA</p>',
    '<p style="mso-hide:all">JA</p>',
    '<p style="font-size:0">JA</p>',
    '<p style="font-size:0.0px">JA</p>',
    '<p style="font-size:1px">JA</p>',
    '<p style="font: 0/0 a">JA</p>',
    '<p style="opacity:0">JA</p>',
    '<p style="opacity:0.01">JA</p>',
    '<p style="height:0;overflow:hidden">JA</p>',
    '<p style="max-height:0px;overflow:hidden">JA</p>',
    '<p style="position:absolute;left:-9999px">JA</p>',
    '<p style="text-indent:-999em">JA</p>',
    '<p style="transform:scale(0)">JA</p>',
    '<p style="clip:rect(0,0,0,0);position:absolute">JA</p>',
    '<p style="color:#fff">JA</p>',
    '<p style="color:#FEFEFE">JA</p>',
    '<p style="color:rgb(255, 255, 255)">JA</p>',
    '<p style="color:rgba(0,0,0,0)">JA</p>',
    '<p style="color:transparent">JA</p>',
    '<p style="color:hsl(0,0%,100%)">JA</p>',
    '<font color="white">JA</font>',
    '<font color=#FFFFFF>JA</font>',
    '<p style="background:#000">JA</p>',
    '<table bgcolor="navy"><tr><td><font color="#000080">JA</font></td></tr></table>',
    '<body text="#ffffff">JA</body>',
    '<style>.dold{display:none}</style><p class="text dold">JA</p>',
    '<style>\n<!-- p.MsoX, div.y { color : white } --></style><p class=MsoX>JA</p>',
    '<style>#x{font-size:0}</style><p id="x">JA</p>',
    '<style>i{visibility:hidden}</style><i>JA</i>',
    '<div style="display:none"><b>JA</b></div>',
    '<p><s>x</p><p>JA</p>',
    `${'<div>'.repeat(300)}<s>JA</s>`,
  ])('%s', (html) => {
    const { lines, hasUnseen } = readHtml(html);
    expect(hasUnseen).toBe(true);
    if (!html.startsWith('<div><div>')) expect(lines).not.toContain('JA');
  });

  it.each([
    '<p style="color:#1F497D">JA</p>',
    '<p style="color:windowtext;background:white">JA</p>',
    '<table bgcolor="#003366"><tr><td style="color:#ffffff">JA</td></tr></table>',
    '<div style="background-color:rgb(0,0,0)"><span style="color:white">JA</span></div>',
    '<p style="font-size:10.0pt;mso-fareast-language:EN-US">JA</p>',
    '<p style="opacity:0.5;height:0.5em;overflow:hidden">JA</p>',
    '<p style="text-decoration:underline">JA</p>',
    '<style>a:visited{display:none} .annan{display:none}</style><p class="text">JA</p>',
    '<s></s><p>JA</p>',
    '<s>x</s>'.replace('x', '&nbsp;'.repeat(3)).concat('JA'),
    '<div style="display:none;font-size:1px">&#847;&zwnj;&nbsp;&#8203;</div>JA',
    '<div style="display:none"><img src="x"></div>JA',
    '<p>a<p>b<p>JA',
    '<span style="display:none"></span>JA',
    '<div style="margin:0 0 0 40px;border:none;padding:0px">JA</div>',
  ])('but %s is seen', (html) => {
    expect(readHtml(html)).toEqual({ lines: expect.stringContaining('JA'), hasUnseen: false });
  });
});

it('reads what is made to be slow within a moment', () => {
  for (const part of [
    '<',
    '<style>',
    '<blockquote>',
    '<a "',
    '&',
    '<!--',
    '<p>a',
    '</',
    '<b>a</b>',
    '>',
    '<s>a</b>',
    '<p style="display:none">a',
    '<style>a{',
    '<style>.a{color:red}</style>',
  ]) {
    const html = part.repeat(Math.ceil(2_000_000 / part.length));
    const from = performance.now();
    textOfHtml(html);
    expect(performance.now() - from, part).toBeLessThan(2500);
  }
});
