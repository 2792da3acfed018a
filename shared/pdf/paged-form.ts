import { type About, accessibleDocument } from './accessible-document.ts';
import { rowsOfSigning } from './form-room.ts';
import { type LineStyle, pagePen, type StructureElement, type TextPlace } from './page-pen.ts';
import { qrSquares } from './qr-squares.ts';
import type { Fonts } from './tagged-pdf.ts';

export type PagedColumn = {
  readonly head: string;
  /** Its share of the page. */
  readonly width: number;
  readonly align?: 'right';
};

export type PagedRow = { readonly cells: readonly string[]; readonly isSum?: boolean };

export type PagedPage = {
  readonly title: string;
  /** Whether the form begins here. */
  readonly isFirst: boolean;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** How it is filled in, a line each. */
  readonly hints: readonly string[];
  /** What tells a machine which page it is; `lines` say the same to people, `alternative` to who does not see it. */
  readonly mark: { readonly text: string; readonly lines: readonly string[]; readonly alternative: string };
  readonly columns: readonly PagedColumn[];
  /** At most `rowsOnPage`. */
  readonly rows: readonly PagedRow[];
  /** What is written on each line at the end, side by side; takes the room of `rowsOfSigning`. */
  readonly signing?: readonly string[];
};

const [accent, quiet, line, tint] = ['#14505c', '#55636a', '#7d8b91', '#eef3f4'];
const margin = { left: 40, right: 40, top: 36, bottom: 40 };
/** The code's own side in points, 28 mm: never under 25, whatever a printer makes smaller. Its quiet edge is four squares. */
const markSide = (28 * 72) / 25.4;
const tableTop = 168;
const headHeight = 20;
/** Room enough for a hand. */
const rowHeight = 22;

type Box = TextPlace & { readonly height: number };

/**
 * A form on lying A4 pages to be printed and filled in by hand, each page whole by itself: its code, its head, its table
 * with room to write. A screen reader can follow it (PDF/UA, Swedish). The same pages give the same bytes.
 */
export function pagedForm(about: About, pages: readonly PagedPage[], foot: string, fonts: Fonts): Uint8Array {
  const { doc, bytes } = accessibleDocument(about, margin, 'landscape');
  const { write, artifact, nested, leaf } = pagePen(doc, fonts);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const { left, top } = margin;
  const width = doc.page.width - left - margin.right;
  /** What the code leaves of the page's head. */
  const wide = width - markSide - 90;

  const showHead = (section: StructureElement, { title, isFirst, facts, hints }: PagedPage) => {
    const heading = { size: 19, strong: true, color: accent };
    leaf(section, isFirst ? 'H1' : 'H2', () => write(title, { x: left, y: top, width: wide }, heading));
    const each = wide / Math.max(facts.length, 1);
    const place = (at: number, y: number) => ({ x: left + at * each, y: top + y, width: each - 10 });
    nested(section, 'Table', (table) => {
      nested(table, 'TR', (row) => {
        for (const [at, { label }] of facts.entries())
          leaf(row, 'TH', () => write(label, place(at, 29), { size: 8.5, color: quiet }), { scope: 'Column' });
      });
      nested(table, 'TR', (row) => {
        for (const [at, { value }] of facts.entries())
          leaf(row, 'TD', () => write(value, place(at, 40), { size: 11, strong: true }));
      });
    });
    for (const [at, hint] of hints.entries())
      leaf(section, 'P', () => write(hint, { x: left, y: top + 62 + at * 13, width: wide }, { size: 9.5 }));
  };

  const showMark = (section: StructureElement, { text, lines, alternative }: PagedPage['mark']) => {
    const { side, dark } = qrSquares(text);
    const square = markSide / side;
    const at = { x: left + width - markSide - 4 * square, y: top };
    const draw = () => {
      // A hair over its edge, so that no light shows between two rows.
      for (const { x, y, length } of dark)
        doc.rect(at.x + x * square, at.y + y * square, length * square + 0.02, square + 0.02);
      doc.fill('#000000');
    };
    const bbox = [at.x, at.y, at.x + markSide, at.y + markSide];
    leaf(section, 'Figure', draw, { alt: alternative, bbox });
    const below = { x: left + width - markSide - 60, y: at.y + markSide + 4 * square, width: markSide + 60 };
    for (const [of, said] of lines.entries()) {
      const style: LineStyle = { size: 8.5, strong: of === 0, align: 'right' };
      leaf(section, 'P', () => write(said, { ...below, y: below.y + of * 11 }, style));
    }
  };

  const boxesOf = (columns: readonly PagedColumn[], y: number, height: number): readonly Box[] => {
    let x = left;
    return columns.map((column) => {
      const box = { x, y, width: column.width * width, height };
      x += box.width;
      return box;
    });
  };
  const frame = (boxes: readonly Box[], fill = 'white') => {
    for (const box of boxes)
      doc
        .rect(box.x, box.y, box.width, box.height)
        .lineWidth(0.6)
        .fillAndStroke(fill, line ?? fill);
  };
  const cell = (text: string, box: Box, style: LineStyle) =>
    write(text, { x: box.x + 4, y: box.y + box.height / 2 - style.size * 0.64, width: box.width - 8 }, style);

  const showTable = (section: StructureElement, { columns, rows }: PagedPage) => {
    const heads = boxesOf(columns, tableTop, headHeight);
    const places = rows.map((_, at) => boxesOf(columns, tableTop + headHeight + at * rowHeight, rowHeight));
    artifact('Layout', () => {
      frame(heads, tint);
      for (const [at, boxes] of places.entries()) frame(boxes, rows[at]?.isSum ? tint : undefined);
    });
    nested(section, 'Table', (table) => {
      nested(table, 'TR', (row) => {
        for (const [at, box] of heads.entries())
          leaf(row, 'TH', () => cell(columns[at]?.head ?? '', box, { size: 8.5, strong: true }), { scope: 'Column' });
      });
      for (const [of, { cells, isSum }] of rows.entries())
        nested(table, 'TR', (row) => {
          for (const [at, box] of (places[of] ?? []).entries())
            leaf(row, 'TD', () => cell(cells[at] ?? '', box, { size: 10, strong: isSum, align: columns[at]?.align }));
        });
    });
  };

  const showSigning = (section: StructureElement, labels: readonly string[], rows: number) => {
    const each = width / labels.length;
    const y = tableTop + headHeight + (rows + rowsOfSigning) * rowHeight - 16;
    artifact('Layout', () => {
      for (const at of labels.keys()) doc.moveTo(left + at * each, y).lineTo(left + (at + 1) * each - 20, y);
      doc.lineWidth(0.8).stroke(line);
    });
    for (const [at, label] of labels.entries()) {
      const place = { x: left + at * each, y: y + 3, width: each - 20 };
      leaf(section, 'P', () => write(label, place, { size: 8.5, color: quiet }));
    }
  };

  for (const [index, page] of pages.entries()) {
    if (index > 0) doc.addPage();
    doc.page.margins.bottom = 0; // the foot stands in it
    nested(root, 'Sect', (section) => {
      showHead(section, page);
      showMark(section, page.mark);
      showTable(section, page);
      if (page.signing) showSigning(section, page.signing, page.rows.length);
    });
    const at = { x: left, y: doc.page.height - 28, width };
    artifact('Pagination', () => write(foot, at, { size: 8, color: quiet }));
  }
  root.end();
  doc.end();
  return bytes();
}
