import { readOds } from './ods.ts';
import { openPacked } from './packed-file.ts';
import { NotTaken, type SheetContent, type WorkbookFault, type WorkSheet } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

const oldOrLocked = [0xd0, 0xcf, 0x11, 0xe0];
const packed = [0x50, 0x4b, 0x03, 0x04];
const begins = (bytes: Uint8Array, with_: readonly number[]) => with_.every((byte, at) => bytes[at] === byte);

export type SheetRead = SheetContent & { readonly startsIn1904: boolean };

/** What a thing of a workbook is, or the fault for which it is not taken; a bug is still a bug. */
export async function taken<Thing>(read: () => Promise<Thing>): Promise<Thing | WorkbookFault> {
  try {
    return await read();
  } catch (failure) {
    if (failure instanceof NotTaken) return failure.fault;
    throw failure;
  }
}

/**
 * The sheet that `choose` picks, or why it is not read: `NO_SHEET` when it picks none. Bounded before anything is
 * unpacked: 200 pieces, 64 MB, the ratio of each; no macros, no links to other files, no key. No formula is computed.
 */
export async function readSheet(
  bytes: Uint8Array,
  choose: (sheets: readonly WorkSheet[]) => WorkSheet | undefined,
): Promise<SheetRead | WorkbookFault> {
  if (begins(bytes, oldOrLocked)) return 'ENCRYPTED';
  if (!begins(bytes, packed)) return 'NOT_A_WORKBOOK';
  return taken(async () => {
    const file = await openPacked(bytes);
    const { sheets, startsIn1904 } = await (file.names.includes('content.xml') ? readOds(file) : readXlsx(file));
    const sheet = choose(sheets);
    if (!sheet) throw new NotTaken('NO_SHEET');
    const { rows, hides } = await sheet.content();
    return { rows, hides: hides || sheets.some(({ isHidden }) => isHidden), startsIn1904 };
  });
}
