/** What people paste into a comment and a font may lack, or a page cannot hold. Nobody is named. */
export const oddTexts: Readonly<Record<string, string>> = {
  emoji: 'Bra jobbat 😀👍🏽 👨‍👩‍👧 🇸🇪 ❤️ 1️⃣ 🤖💩',
  hebrew: 'שלום וברכה – hej',
  arabic: 'مرحبا بالعالم',
  chinese: '你好，世界',
  vietnamese: 'Nguyễn Thị Ánh, Łódź, Șerban, Ægir',
  combining: 'A\u030angstro\u0308m, n\u0303, e\u0301\u0323, q\u20d7, \u0301ensam, o\u0338\u035c\u0489',
  controls: 'ett\u0000två\u0007tre\tfyra\u001b[31m\u0085fem\u009fsex',
  breaks: 'rad\r\nrad\rrad\n\n\u2028rad\u2029rad\u000brad\frad',
  invisible:
    'mjukt\u00adbindestreck, noll\u200bbredd, \ufeffbom, \u202evänt\u202c, \u2066isolerat\u2069, \u2060fog, a\ufe0f',
  spaces: 'a\u00a0b\u2003c\u2009d\u202fe\u3000f',
  wide: 'ＡＢＣ１２３, ﬀ ﬁ ﬂ, ℌ𝔞𝔩𝔩å, ①②, ½ kg, №',
  private: '\ue000\uf8ff\u{f0000}\ufdd0\uffff\ufffe',
  surrogate: 'halv \ud83d emoji \ude00',
  long: `${'Sammansättningsordsflätning'.repeat(30)} ${'𝔄😀'.repeat(200)} ${'e\u0301\u0323'.repeat(300)}`,
  markup: 'Omsorg & Omvårdnad <AB> "x" \\(y\\) ]]> &amp; \\',
};
