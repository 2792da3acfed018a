import type { PackedFile } from './packed-file.ts';
import { NotTaken, type Workbook, type WorkSheet } from './sheet.ts';
import { contentOf, isOn } from './xlsx-cells.ts';
import { itemText } from './xlsx-texts.ts';
import { attribute, tagFrom, tagsOf, xmlText } from './xml-scan.ts';

async function part(file: PackedFile, name: string): Promise<string | undefined> {
  const bytes = await file.piece(name);
  return bytes && xmlText(bytes);
}

/** The place of what a part names, from the part's own folder or, with a slash first, from the file's. */
function placeOf(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

type Relation = { readonly id: string; readonly type: string; readonly place: string; readonly isOutside: boolean };

async function relationsOf(file: PackedFile, name: string): Promise<readonly Relation[]> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const xml = (await part(file, `${folder}_rels/${name.slice(folder.length)}.rels`)) ?? '';
  const relations: Relation[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'Relationship' || tag.isEnd) continue;
    const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((one) => attribute(tag.attributes, one));
    const isOutside = attribute(tag.attributes, 'TargetMode') === 'External';
    relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), place: placeOf(target, folder), isOutside });
  }
  return relations;
}

function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  for (let tag = tagFrom(xml, 0); tag; ) {
    if (tag.name !== 'si' || tag.isEnd) {
      tag = tagFrom(xml, tag.to);
      continue;
    }
    if (tag.isEmpty) texts.push('');
    const item = tag.isEmpty ? { text: '', to: tag.to } : itemText(xml, tag.to, 'si');
    if (!tag.isEmpty) texts.push(item.text);
    tag = tagFrom(xml, item.to);
  }
  return texts;
}

/** No book of a month has so many sheets. */
const mostSheets = 50;

/** A workbook as Excel, LibreOffice and others write it (ECMA-376), by its parts' relations and never by their names. */
export async function readXlsx(file: PackedFile): Promise<Workbook> {
  if (file.names.some((name) => /vbaProject|macrosheets/i.test(name))) throw new NotTaken('MACROS');
  const main = (await relationsOf(file, '')).find(({ type }) => type === 'officeDocument')?.place ?? 'xl/workbook.xml';
  const book = await part(file, main);
  if (book === undefined) throw new NotTaken('NOT_A_WORKBOOK');
  const relations = await relationsOf(file, main);
  if (relations.some(({ type, isOutside }) => type === 'externalLink' || isOutside))
    throw new NotTaken('EXTERNAL_LINKS');
  const shared = relations.find(({ type }) => type === 'sharedStrings');
  let texts: readonly string[] | undefined;
  const readTexts = async () => sharedTexts((shared && (await part(file, shared.place))) ?? '');
  const sheets: WorkSheet[] = [];
  let startsIn1904 = false;
  for (const tag of tagsOf(book)) {
    if (tag.isEnd) continue;
    if (tag.name === 'workbookPr') startsIn1904 = isOn(attribute(tag.attributes, 'date1904'));
    if (tag.name !== 'sheet') continue;
    const relation = relations.find(({ id }) => id === attribute(tag.attributes, 'id'));
    // A chart may be a sheet, too.
    if (relation?.type !== 'worksheet') continue;
    if (sheets.length === mostSheets) throw new NotTaken('TOO_LARGE');
    sheets.push({
      name: attribute(tag.attributes, 'name') ?? '',
      isHidden: (attribute(tag.attributes, 'state') ?? 'visible') !== 'visible',
      async content() {
        texts ??= await readTexts();
        return contentOf((await part(file, relation.place)) ?? '', texts);
      },
    });
  }
  return { sheets, startsIn1904 };
}
