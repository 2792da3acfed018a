/** The kinds of file that a scanned paper may be: those that a browser shows by itself. */
export const scanKinds = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type ScanKind = (typeof scanKinds)[number];

/** Why a file is not taken as a scan; `TOO_MANY_POINTS`: a small file that is a huge picture when it is opened. */
export type ScanFault = 'NOT_A_SCAN' | 'ENCRYPTED' | 'TOO_MANY_POINTS';

/** Twice an A3 at 600 dots an inch: no scanner or telephone makes a picture of a page that is larger. */
const mostPoints = 150_000_000;

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isAt = (bytes: Uint8Array, signs: readonly number[], from = 0) =>
  signs.every((sign, n) => bytes[from + n] === sign);
const signsOf = (text: string) => Array.from(text, (sign) => sign.charCodeAt(0));

/** What a file is by its first bytes, whatever its name says. */
function scanKindOf(bytes: Uint8Array): ScanKind | undefined {
  if (isAt(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (isAt(bytes, png)) return 'image/png';
  return isAt(bytes, signsOf('%PDF-')) ? 'application/pdf' : undefined;
}

const sixteen = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
const thirtyTwo = (bytes: Uint8Array, at: number) => sixteen(bytes, at) * 65_536 + sixteen(bytes, at + 2);

/** Markers of a JPEG's frame: every SOF, but those of the tables that share their numbers. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** How many points a JPEG says that it has; undefined where it has no frame before its picture begins. */
function jpegPoints(bytes: Uint8Array): number | undefined {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return sixteen(bytes, at + 5) * sixteen(bytes, at + 7);
    else if (marker === 0xda) return undefined;
    else at += 2 + Math.max(2, sixteen(bytes, at + 2));
  }
  return undefined;
}

/** How many points a picture says that it has, before anybody opens it; undefined where it does not say so as it should. */
export function pointsInPicture(bytes: Uint8Array): number | undefined {
  const kind = scanKindOf(bytes);
  if (kind === 'image/jpeg') return jpegPoints(bytes);
  const isWhole = kind === 'image/png' && isAt(bytes, signsOf('IHDR'), 12);
  return isWhole ? thirtyTwo(bytes, 16) * thirtyTwo(bytes, 20) : undefined;
}

export const isTooLarge = (points: number): boolean => points > mostPoints;

function holds(bytes: Uint8Array, text: string): boolean {
  const signs = signsOf(text);
  const [first = 0] = signs;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (isAt(bytes, signs, at)) return true;
  return false;
}

/** What a file is, when it may be filed as a scan; it is looked at by its bytes, and never opened as a picture. */
export function readScan(bytes: Uint8Array): ScanKind | ScanFault {
  const kind = scanKindOf(bytes);
  if (kind === undefined) return 'NOT_A_SCAN';
  if (kind === 'application/pdf') return holds(bytes, '/Encrypt') ? 'ENCRYPTED' : kind;
  const points = pointsInPicture(bytes);
  if (!points) return 'NOT_A_SCAN';
  return isTooLarge(points) ? 'TOO_MANY_POINTS' : kind;
}
