import { describe, expect, it } from 'vitest';
import { isTooLarge, pointsInPicture, readScan } from '../../../shared/domain/scan-file.ts';
import { jpeg } from '../../support/a-paper.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** A JPEG whose frame stands after two long segments, as a telephone writes it. */
function telephones(width: number, height: number): Uint8Array {
  const segment = (marker: number, length: number) => [
    0xff,
    marker,
    length >> 8,
    length & 255,
    ...Array(length - 2).fill(0),
  ];
  const frame = [0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0];
  return Uint8Array.from([0xff, 0xd8, ...segment(0xe1, 60_000), ...segment(0xc4, 300), 0xff, ...frame, 0xff, 0xda]);
}

describe('a file that is to be a scan', () => {
  it('is a JPEG, a PNG or a PDF by its first bytes', () => {
    expect(readScan(jpeg)).toBe('image/jpeg');
    expect(readScan(telephones(3000, 4000))).toBe('image/jpeg');
    expect(readScan(bytesOf('%PDF-1.4\n1 0 obj'))).toBe('application/pdf');
    for (const text of ['', '%PD', 'II*\u0000', 'GIF89a', 'PK\u0003\u0004', '<svg>'])
      expect(readScan(bytesOf(text))).toBe('NOT_A_SCAN');
  });

  it('says how many points it has before anybody opens it, and too many are refused', () => {
    expect(pointsInPicture(telephones(3000, 4000))).toBe(12_000_000);
    expect(readScan(telephones(20_000, 20_000))).toBe('TOO_MANY_POINTS');
    expect([isTooLarge(150_000_000), isTooLarge(150_000_001)]).toEqual([false, true]);
    expect(readScan(telephones(0, 4000))).toBe('NOT_A_SCAN');
  });

  it('is none when its frame never comes, and a locked PDF is said to be that', () => {
    expect(readScan(jpeg.subarray(0, 20))).toBe('NOT_A_SCAN');
    expect(readScan(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0, 0, 0, 0, 0]))).toBe(
      'NOT_A_SCAN',
    );
    expect(readScan(bytesOf('%PDF-1.4\n/Encryp /Encrypt 5 0 R'))).toBe('ENCRYPTED');
  });
});
