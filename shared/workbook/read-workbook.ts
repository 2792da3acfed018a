import { readOds } from './ods.ts';
import { openPacked } from './packed-file.ts';
import { NotTaken, type Workbook, type WorkbookFault } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

const oldOrLocked = [0xd0, 0xcf, 0x11, 0xe0];
const packed = [0x50, 0x4b, 0x03, 0x04];
const begins = (bytes: Uint8Array, with_: readonly number[]) => with_.every((byte, at) => bytes[at] === byte);

/** Whether a file is packed as workbooks are, by its first bytes. */
export const isPacked = (bytes: Uint8Array): boolean => begins(bytes, packed);

/**
 * A workbook's sheets, or why it is not read. Bounded before anything is unpacked: 200 pieces, 64 MB, the ratio of each;
 * no macros, no links to other files, no key. Formulas are never computed.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook | WorkbookFault> {
  if (begins(bytes, oldOrLocked)) return 'ENCRYPTED';
  if (!isPacked(bytes)) return 'NOT_A_WORKBOOK';
  try {
    const file = await openPacked(bytes);
    if (file.names.includes('content.xml')) return await readOds(file);
    return await readXlsx(file);
  } catch (failure) {
    if (failure instanceof NotTaken) return failure.fault;
    throw failure;
  }
}
