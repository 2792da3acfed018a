/** Text that is already HTML. Whatever else stands in a template is escaped. */
export type Html = { readonly html: string };
type Part = Html | string | number | undefined | readonly Html[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const written = (part: Part): string => {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/g, (character) => escapes[character] ?? character);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
};

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: String.raw({ raw: strings }, ...parts.map(written)),
});
