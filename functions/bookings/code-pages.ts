/**
 * The signs above ASCII that Swedish names have, in the code page of SIE (PC8 is CP437); what it lacks is a question mark,
 * as is what would break a line.
 */
const pc8: Readonly<Record<string, number>> = {
  ...{ Ç: 0x80, ü: 0x81, é: 0x82, â: 0x83, ä: 0x84, à: 0x85, å: 0x86, ç: 0x87, ê: 0x88, ë: 0x89, è: 0x8a, ï: 0x8b },
  ...{ î: 0x8c, ì: 0x8d, Ä: 0x8e, Å: 0x8f, É: 0x90, æ: 0x91, Æ: 0x92, ô: 0x93, ö: 0x94, ò: 0x95, û: 0x96, ù: 0x97 },
  ...{ ÿ: 0x98, Ö: 0x99, Ü: 0x9a, á: 0xa0, í: 0xa1, ó: 0xa2, ú: 0xa3, ñ: 0xa4, Ñ: 0xa5 },
};

const unknown = 0x3f;
const isPlain = (point: number): boolean => (point >= 0x20 && point < 0x7f) || point === 0x0d || point === 0x0a;

const encoded = (text: string, byteOf: (sign: string, point: number) => number | undefined): Uint8Array =>
  Uint8Array.from(Array.from(text.normalize('NFC')), (sign) => {
    const point = sign.codePointAt(0) ?? 0;
    return isPlain(point) ? point : (byteOf(sign, point) ?? unknown);
  });

/** Text as SIE has it. */
export const inPc8 = (text: string): Uint8Array => encoded(text, (sign) => pc8[sign]);

/** Text as ISO 8859-1 has it. */
export const inLatin1 = (text: string): Uint8Array =>
  encoded(text, (_sign, point) => (point >= 0xa0 && point <= 0xff ? point : undefined));
