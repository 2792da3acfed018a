import type { MonthPaper } from './paper.ts';

type Person = { readonly id: string; readonly name: string };

/**
 * What the record says of a submission that came on paper: all that one signed here says, and by whom the paper was read,
 * with the sums of its scans. The declaration is the paper's own.
 */
export const readOnPaper = <Content extends object>(
  content: Content,
  { arrivedOn, scans, prints }: MonthPaper,
  { keyedBy, confirmedBy }: { readonly keyedBy: Person; readonly confirmedBy: Person },
) => ({
  ...content,
  declaration:
    'Handlingarna är undertecknade på papper av utförarens chef. Två personer har läst dem var för sig och funnit samma sak.',
  paper: {
    arrivedOn,
    prints: prints.map(({ form, letters, pages }) => ({ form, letters, pages })),
    scans: scans.map(({ sha256, bytes, contentType }) => ({ sha256, bytes, contentType })),
    keyedBy,
    confirmedBy,
  },
});
