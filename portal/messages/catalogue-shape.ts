/** The shape of a catalogue: the same keys, and functions of the same arguments, in any language. */
export type CatalogueShape<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string
    ? string
    : Catalogue[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : CatalogueShape<Catalogue[Key]>;
};
