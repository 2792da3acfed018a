/** What the codes of services mean, as the municipalities here use them; a code that is not known is shown alone. */
const names: Readonly<Record<string, string>> = {
  OMV: 'Omvårdnad',
  SRV: 'Service',
  SERV: 'Service',
  INK: 'Inköp',
  STD: 'Städning',
  TVA: 'Tvätt',
  LED: 'Ledsagning',
  AVL: 'Avlösning',
  NATT: 'Nattinsats',
  TRY: 'Trygghetslarm',
};

/** `Omvårdnad (OMV)`, by the municipality's own name where it has one; of an unknown code the code. */
export const serviceInWords = (code: string, own?: string): string => {
  const name = own ?? (Object.hasOwn(names, code) ? names[code] : undefined);
  return name ? `${name} (${code})` : code;
};
