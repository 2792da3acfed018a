/** What others may ask of purchases: that a report of bought hours waits to be handed in. Nothing else of this capability is known to others. */
export type { DraftingBasisRefusal } from './basis/basis-draft.ts';
export { boughtInReport, draftingBasis } from './basis/drafting-basis-step.ts';
