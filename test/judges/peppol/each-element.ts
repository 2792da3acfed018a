/** A tag: of an element that begins, or ends. The invoices of these tests have no element that is closed in itself. */
const tag = /<(\/?)([A-Za-z:]+)[^>]*>/g;

type Span = { readonly name: string; readonly from: number; readonly to: number };

/** Where each element of an invoice is, but for the invoice itself. */
function spansIn(xml: string): readonly Span[] {
  const open: { name: string; from: number }[] = [];
  const spans: Span[] = [];
  for (const match of xml.matchAll(tag)) {
    const [whole, end, name = ''] = match;
    if (end === '') open.push({ name, from: match.index });
    else {
      const from = open.pop()?.from ?? 0;
      if (open.length > 0) spans.push({ name, from, to: match.index + whole.length });
    }
  }
  return spans;
}

/** The invoice with each element in turn taken away, twice there, and changed into something else. */
export function withEachElement(xml: string, of: string): readonly (readonly [name: string, text: string])[] {
  return spansIn(xml).flatMap(({ name, from, to }, at) => {
    const element = xml.slice(from, to);
    const isLeaf = !element.slice(1).includes('<cbc:') && !element.slice(1).includes('<cac:');
    const put = (text: string) => xml.slice(0, from) + text + xml.slice(to);
    const named = (what: string) => `${of} ${at} ${name.replace(':', '.')} ${what}`;
    return [
      [named('gone'), put('')],
      [named('twice'), put(element + element)],
      ...(isLeaf ? ([[named('other'), put(element.replace(/>[^<]*</, '>X9<'))]] as const) : []),
    ] as const;
  });
}
