import type { CatalogueShape } from '../../messages/catalogue-shape.ts';

/** A time report of another month than the page’s. */
export const sv = {
  title: (month: string) => `Filen gäller ${month}`,
  text: 'Välj filen för den här månaden, eller lämna in filen på sin egen månads sida. Inget är inlämnat än.',
};

export const en = {
  title: (month) => `The file is of ${month}`,
  text: 'Choose the file of this month, or hand the file in on the page of its own month. Nothing has been handed in yet.',
} satisfies CatalogueShape<typeof sv>;
