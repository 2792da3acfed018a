import { exactIn } from '../../reading/exact.ts';
import { isUblName, type Slot, slotsIn } from '../../reading/ubl-shapes.ts';
import { plainText, withAll, type XmlElement } from '../../reading/xml-element.ts';
import { type FormatRule, formatRule } from './format-rule.ts';

/** The first child that is out of its order or once too many, or the element itself when it lacks one. */
function misplaced(element: XmlElement, order: readonly Slot[]): XmlElement | undefined {
  let next = 0;
  for (const slot of order) {
    const from = next;
    while (element.children[next]?.name === slot.name && (slot.isMany || next === from)) next += 1;
    if (next - from < slot.least) return element.children[next] ?? element;
  }
  return element.children[next];
}

const stray = (root: XmlElement): readonly XmlElement[] =>
  [...withAll(root)].flatMap((element) => {
    const order = slotsIn(element.name);
    if (!order) return element.name.startsWith('cbc:') ? element.children : [];
    return misplaced({ ...element, children: element.children.filter(({ name }) => isUblName(name)) }, order) ?? [];
  });

const unknown = (root: XmlElement): readonly XmlElement[] => [...withAll(root)].filter(({ name }) => !isUblName(name));

const number = /(?:Amount|Quantity|Percent|Numeric|Rate|Measure)$/;
const day = /Date$/;

function isOfItsType({ name, text }: XmlElement): boolean {
  if (!name.startsWith('cbc:')) return true;
  if (number.test(name)) return exactIn(text) !== undefined;
  if (day.test(name)) return /^\d{4}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/.test(text.trim());
  return !/Indicator$/.test(name) || /^(?:true|false|0|1)$/.test(text.trim());
}

/** What UBL lets stand beside a text; an element with others in it has nothing beside them. */
const attributes: ReadonlySet<string> = new Set([
  ...['schemeID', 'schemeName', 'schemeAgencyID', 'schemeAgencyName', 'schemeVersionID', 'schemeDataURI', 'schemeURI'],
  ...['listID', 'listName', 'listAgencyID', 'listAgencyName', 'listVersionID', 'listSchemeURI', 'listURI', 'name'],
  ...['currencyID', 'currencyCodeListVersionID', 'languageID', 'languageLocaleID', 'format'],
  ...['unitCode', 'unitCodeListID', 'unitCodeListAgencyID', 'unitCodeListAgencyName'],
  ...['mimeCode', 'encodingCode', 'characterSetCode', 'filename', 'uri'],
]);

const hasRightAttributes = (element: XmlElement): boolean =>
  [...element.attributes.keys()].every(
    (name) =>
      /^(?:xmlns|xmlns:.*|xsi:.*|xml:.*)$/.test(name) || (element.name.startsWith('cbc:') && attributes.has(name)),
  ) &&
  (!/^cbc:\w*Amount$/.test(element.name) || element.attributes.has('currencyID'));

/** No more than two decimals but in a price; a whole krona and öre is all that can be paid. */
const money = (root: XmlElement): readonly XmlElement[] =>
  [...withAll(root)].filter(({ name }) => /Amount$/.test(name) && name !== 'cbc:PriceAmount');

/** The shape of an UBL file: the schema's order, types and attributes, and nothing that an invoice has no use for. */
export const shapeRules: readonly FormatRule[] = [
  formatRule('UBL-XSD', stray, () => false, 'Ett fält står på fel plats, är ett för mycket eller fattas.'),
  formatRule('UBL-CR', unknown, () => false, 'Fältet hör inte till en faktura enligt Peppol BIS Billing 3.'),
  formatRule(
    'UBL-TYPE',
    (root) => [...withAll(root)].filter(({ text }) => plainText(text) !== ''),
    isOfItsType,
    'Värdet är inget tal eller datum, fast fältet är för det.',
  ),
  formatRule(
    'UBL-ATTRIBUTE',
    (root) => [...withAll(root)],
    hasRightAttributes,
    'Ett belopp saknar valuta, eller ett attribut hör inte dit.',
  ),
  formatRule(
    'UBL-TEXT',
    (root) => [...withAll(root)].filter(({ children }) => children.length > 0),
    ({ text }) => text.trim() === '',
    'Det står text mellan fälten.',
  ),
  formatRule('UBL-DT-01', money, ({ text }) => !/\.\d{3}/.test(text), 'Ett belopp får ha högst två decimaler.'),
];
