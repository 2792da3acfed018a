/** The filters that were last in use, so that the way back to the list leads to the same list. */
let kept = '';
export const keptFilters = (): string => kept;
export const keepFilters = (query: string): void => {
  kept = query;
};
export const listHref = (): string => `#/bestallningar?${kept}`;
