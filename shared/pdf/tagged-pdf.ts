import { type About, accessibleDocument } from './accessible-document.ts';
import { readable } from './readable.ts';
import { openFonts, typefaceOf } from './typeface.ts';

/** Font files to embed; TTF. */
export type Fonts = { readonly regular: Uint8Array; readonly strong: Uint8Array };

export type PdfColumn = {
  readonly head: string;
  readonly width: number;
  readonly align?: 'right';
  readonly strong?: true;
};
export type Fact = { readonly label: string; readonly value: string };

const ink = '#1d2529';
const quiet = '#55636a';
const accent = '#14505c';
const line = '#c5d0d3';
const tint = '#eef3f4';
const margin = { left: 54, right: 54, top: 54, bottom: 64 };
const tabular: PDFKit.Mixins.TextOptions = { features: ['tnum'] };

type Style = { readonly size: number; readonly strong?: boolean; readonly color?: string; readonly align?: 'right' };
type Scope = PDFKit.Mixins.StructureElementOptions & { readonly scope: 'Column' | 'Row' };
type Element = PDFKit.PDFStructureElement;

/**
 * A calm A4 document that a screen reader can follow (PDF/UA structure, Swedish): headings, paragraphs, lists and
 * real tables, set one after the other. The same calls with the same texts give the same bytes.
 */
export function taggedPdf(about: About, fonts: Fonts) {
  const { doc, bytes } = accessibleDocument(about, margin);
  const faces = { regular: typefaceOf(fonts.regular), strong: typefaceOf(fonts.strong) };
  openFonts(doc, faces);
  const root = doc.struct('Document');
  doc.addStructure(root);

  const left = margin.left;
  const width = doc.page.width - margin.left - margin.right;
  const bottom = () => doc.page.height - margin.bottom;
  let y = margin.top;

  const fontOf = ({ size, strong }: Style) => doc.font(strong ? 'strong' : 'regular').fontSize(size);
  const lineGap = 0.8;
  /** What the font lacks is shown as something else; then the paper says so at its end. */
  let lacking = false;
  const asShown = (text: string) => {
    const shown = readable(text, (codePoint) => faces.regular.shows(codePoint) && faces.strong.shows(codePoint));
    lacking ||= shown.lacking;
    return shown.text;
  };
  /** Whether it surely fits on one line; near the edge the library breaks it and knows best. */
  const isOneLine = (shown: string, within: number) =>
    !shown.includes('\n') && doc.widthOfString(shown, tabular) < within - 1;
  /** A table measures each cell, and most of them say what another has said. */
  const heights = new Map<string, number>();
  const heightOf = (text: string, style: Style, within: number): number => {
    const key = `${style.size} ${style.strong} ${within} ${text}`;
    const known = heights.get(key);
    if (known !== undefined) return known;
    const shown = asShown(text);
    fontOf(style);
    const height = isOneLine(shown, within)
      ? doc.currentLineHeight(true) + lineGap
      : doc.heightOfString(shown, { ...tabular, width: within, lineGap });
    heights.set(key, height);
    return height;
  };
  const write = (text: string, at: { x: number; y: number; width: number }, style: Style) => {
    const shown = asShown(text);
    fontOf(style).fillColor(style.color ?? ink);
    if (!isOneLine(shown, at.width)) {
      doc.text(shown, at.x, at.y, { ...tabular, width: at.width, lineGap, align: style.align });
      return;
    }
    const before = style.align ? at.width - doc.widthOfString(shown.trimEnd(), tabular) : 0;
    doc.text(shown, at.x + before, at.y, { ...tabular, lineBreak: false });
    doc.y = at.y + doc.currentLineHeight(true) + lineGap;
  };

  /** Things that only the eye needs: rules, tints, page numbers. */
  const artifact = (type: 'Layout' | 'Pagination', draw: () => void) => {
    doc.markContent('Artifact', { type });
    draw();
    doc.endMarkedContent();
  };
  const rule = (at: number, color = line, weight = 0.6) =>
    artifact('Layout', () => {
      doc
        .moveTo(left, at)
        .lineTo(left + width, at)
        .lineWidth(weight)
        .strokeColor(color)
        .stroke();
    });
  /** Starts a new page when less than this is left of the old one. */
  const room = (needed: number): boolean => {
    if (y + needed <= bottom()) return false;
    doc.addPage();
    y = margin.top;
    return true;
  };

  const nested = (parent: Element, type: string, fill: (element: Element) => void, about?: Scope) => {
    const element = doc.struct(type, about ?? {});
    parent.add(element);
    fill(element);
    element.end();
  };
  const leaf = (parent: Element, type: string, draw: () => void, about?: Scope) =>
    nested(parent, type, (element) => element.add(draw), about);

  /** Sets a text under the last thing; one that is longer than a page flows on to the next. */
  const flow = (parent: Element, type: string, text: string, style: Style, indent = 0) => {
    const place = { x: left + indent, width: width - indent };
    const height = heightOf(text, style, place.width);
    room(Math.min(height, 120));
    leaf(parent, type, () => write(text, { ...place, y }, style));
    y = doc.y;
  };

  const rowOf = (columns: readonly PdfColumn[], cells: readonly string[], kind: 'head' | 'body' | 'sum') => {
    const style = ({ strong, align }: PdfColumn): Style =>
      kind === 'head'
        ? { size: 8.5, color: quiet, strong: true, align }
        : { size: 9.5, strong: kind === 'sum' || strong, align };
    const places = columns.map((column, index) => {
      const before = columns.slice(0, index).reduce((sum, { width: taken }) => sum + taken, 0);
      const gap = index === 0 ? 0 : column.align ? 8 : 16;
      return { x: left + before * width + gap, width: column.width * width - gap, style: style(column) };
    });
    const height = Math.max(...places.map((place, i) => heightOf(cells[i] ?? '', place.style, place.width))) + 5.5;
    const draw = (place: (typeof places)[number], text: string) => write(text, { ...place, y: y + 3 }, place.style);
    return { places, height, draw };
  };

  const paragraph = (text: string, { small = false, space = 4 } = {}) => {
    flow(root, 'P', text, small ? { size: 9, color: quiet } : { size: 10.5 });
    y += space;
  };

  return {
    paragraph,

    heading(level: 1 | 2 | 3, text: string) {
      const style = { size: [23, 13.5, 10.5][level - 1] ?? 10.5, strong: true, color: level === 3 ? ink : accent };
      y += y === margin.top ? 0 : ([0, 20, 9][level - 1] ?? 0);
      room(level === 3 ? 44 : 84);
      flow(root, `H${level}`, text, style);
      y += [2, 4, 1][level - 1] ?? 0;
    },

    /** A few figures that matter most, large and side by side. */
    figures(facts: readonly Fact[]) {
      y += 8;
      room(62);
      const each = width / facts.length;
      artifact('Layout', () => doc.rect(left, y, width, 56).fill(tint));
      const cell = (index: number) => ({ x: left + index * each + 12, width: each - 16 });
      nested(root, 'Table', (table) => {
        nested(table, 'TR', (row) => {
          for (const [index, { label }] of facts.entries()) {
            const draw = () => write(label, { ...cell(index), y: y + 9 }, { size: 9, color: quiet });
            leaf(row, 'TH', draw, { scope: 'Column' });
          }
        });
        nested(table, 'TR', (row) => {
          for (const [index, { value }] of facts.entries()) {
            leaf(row, 'TD', () =>
              write(value, { ...cell(index), y: y + 24 }, { size: 16, strong: true, color: accent }),
            );
          }
        });
      });
      y += 66;
    },

    /** Labels with their values, one to a line. */
    facts(facts: readonly Fact[]) {
      const label = { x: left, width: 118 };
      const value = { x: left + label.width + 8, width: width - label.width - 8 };
      nested(root, 'Table', (table) => {
        for (const fact of facts) {
          const height = heightOf(fact.value, { size: 10.5 }, value.width) + 2;
          room(height);
          nested(table, 'TR', (row) => {
            leaf(row, 'TH', () => write(fact.label, { ...label, y }, { size: 10.5, color: quiet }), { scope: 'Row' });
            leaf(row, 'TD', () => write(fact.value, { ...value, y }, { size: 10.5 }));
          });
          y += height;
        }
      });
    },

    list(items: readonly string[]) {
      nested(root, 'L', (list) => {
        for (const [index, item] of items.entries()) {
          room(heightOf(item, { size: 10.5 }, width - 18));
          nested(list, 'LI', (entry) => {
            leaf(entry, 'Lbl', () =>
              write(`${index + 1}.`, { x: left, y, width: 16 }, { size: 10.5, color: accent, strong: true }),
            );
            leaf(entry, 'LBody', () => write(item, { x: left + 18, y, width: width - 18 }, { size: 10.5 }));
          });
          y = doc.y + 3;
        }
      });
    },

    /** Where people sign on paper, side by side: a line each, with who it is for and what is written on it. */
    places(places: readonly { readonly label: string; readonly hint: string }[]) {
      const gap = 24;
      const each = (width - gap * (places.length - 1)) / places.length;
      const at = (index: number) => ({ x: left + index * (each + gap), width: each });
      const styles = { label: { size: 10.5, strong: true }, hint: { size: 8.5, color: quiet } } as const;
      const tallest = (part: 'label' | 'hint') =>
        Math.max(...places.map((place) => heightOf(place[part], styles[part], each)));
      room(46 + tallest('label') + tallest('hint'));
      y += 40;
      artifact('Layout', () => {
        for (const index of places.keys()) {
          const { x, width: long } = at(index);
          doc
            .moveTo(x, y)
            .lineTo(x + long, y)
            .lineWidth(0.6)
            .strokeColor(quiet)
            .stroke();
        }
      });
      const below = y + 4 + tallest('label');
      for (const [index, { label, hint }] of places.entries()) {
        leaf(root, 'P', () => write(label, { ...at(index), y: y + 4 }, styles.label));
        leaf(root, 'P', () => write(hint, { ...at(index), y: below }, styles.hint));
      }
      y = below + tallest('hint');
    },

    /** A table whose head is shown again on each page; widths are shares of the page, the last row may be the sum. */
    table(columns: readonly PdfColumn[], rows: readonly (readonly string[])[], sum: readonly string[]) {
      nested(root, 'Table', (table) => {
        const heads = columns.map(({ head }) => head);
        const showHead = (row: Element | undefined) => {
          const { places, height, draw } = rowOf(columns, heads, 'head');
          for (const [index, place] of places.entries()) {
            const text = heads[index] ?? '';
            if (row) leaf(row, 'TH', () => draw(place, text), { scope: 'Column' });
            else artifact('Pagination', () => draw(place, text));
          }
          y += height;
          rule(y, accent, 0.9);
        };
        room(60);
        nested(table, 'TR', showHead);
        for (const [index, cells] of [...rows, sum].entries()) {
          const last = index === rows.length;
          const { places, height, draw } = rowOf(columns, cells, last ? 'sum' : 'body');
          const withSum = index === rows.length - 1 ? height : 0; // the sum is never alone on a page
          if (room(height + withSum)) showHead(undefined);
          if (last) rule(y, accent, 0.9);
          nested(table, 'TR', (row) => {
            for (const [at, place] of places.entries()) {
              leaf(
                row,
                at === 0 ? 'TH' : 'TD',
                () => draw(place, cells[at] ?? ''),
                at === 0 ? { scope: 'Row' } : undefined,
              );
            }
          });
          y += height;
          if (!last) rule(y);
        }
      });
      y += 4;
    },

    /** Ends the document with a foot on each page: what it is, and `Sida n av m`. */
    bytes(foot: string): Uint8Array {
      if (lacking) {
        y += 8;
        paragraph('Tecken som inte kan visas på papper står här som ? eller [emoji].', { small: true });
      }
      root.end();
      const { start, count } = doc.bufferedPageRange();
      for (let page = start; page < start + count; page++) {
        doc.switchToPage(page);
        doc.page.margins.bottom = 0;
        const at = { y: doc.page.height - 40, x: left, width };
        artifact('Pagination', () => {
          write(foot, { ...at, width: width - 90 }, { size: 8.5, color: quiet });
          write(`Sida ${page + 1} av ${count}`, at, { size: 8.5, color: quiet, align: 'right' });
        });
      }
      doc.end();
      return bytes();
    },
  };
}
