import { readable } from './readable.ts';
import type { Fonts } from './tagged-pdf.ts';
import { openFonts, typefaceOf } from './typeface.ts';

export type StructureElement = PDFKit.PDFStructureElement;
/** What the library takes and its types lack. */
type StructureAbout = PDFKit.Mixins.StructureElementOptions & {
  readonly scope?: 'Column' | 'Row';
  readonly bbox?: readonly number[];
};
export type LineStyle = {
  readonly size: number;
  readonly strong?: boolean;
  readonly color?: string;
  readonly align?: 'right';
};
export type TextPlace = { readonly x: number; readonly y: number; readonly width: number };

const ink = '#1d2529';
/** No text is set smaller than can be read. */
const smallest = 5.5;

/** Writes single lines at places of a page, and says of each what it is. */
export function pagePen(doc: PDFKit.PDFDocument, fonts: Fonts) {
  const faces = { regular: typefaceOf(fonts.regular), strong: typefaceOf(fonts.strong) };
  openFonts(doc, faces);
  const asShown = (text: string) =>
    readable(text, (point) => faces.regular.shows(point) && faces.strong.shows(point)).text.replaceAll('\n', ' ');

  const nested = (
    parent: StructureElement,
    type: string,
    fill: (element: StructureElement) => void,
    of: StructureAbout = {},
  ) => {
    const element = doc.struct(type, of as PDFKit.Mixins.StructureElementOptions);
    parent.add(element);
    fill(element);
    element.end();
  };

  return {
    nested,

    leaf(parent: StructureElement, type: string, draw: () => void, of?: StructureAbout) {
      nested(parent, type, (element) => element.add(draw), of);
    },

    /** Things that only the eye needs: rules, tints, what each page repeats. */
    artifact(type: 'Layout' | 'Pagination', draw: () => void) {
      doc.markContent('Artifact', { type });
      draw();
      doc.endMarkedContent();
    },

    /** One line, set smaller where it would not fit; one that is longer than that ends in three dots. */
    write(text: string, at: TextPlace, { size, strong = false, color = ink, align }: LineStyle) {
      let shown = asShown(text);
      doc.font(strong ? 'strong' : 'regular').fillColor(color);
      const widthAt = (of: number) => doc.fontSize(of).widthOfString(shown);
      let set = size;
      while (set > smallest && widthAt(set) > at.width) set -= 0.5;
      if (widthAt(set) > at.width) {
        while (shown.length > 1 && doc.widthOfString(`${shown}…`) > at.width) shown = shown.slice(0, -1);
        shown += '…';
      }
      const before = align ? at.width - doc.widthOfString(shown) : 0;
      doc.text(shown, at.x + before, at.y + (size - set) / 2, { lineBreak: false });
    },
  };
}
