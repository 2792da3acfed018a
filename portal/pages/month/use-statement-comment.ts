import { useDraft } from '../../app/use-draft.ts';

/** What the head says to the provider, kept until the statement has been signed. */
export const useStatementComment = ({ month, providerId }: { readonly month: string; readonly providerId: string }) =>
  useDraft(`statement/${month}/${providerId}`, { comment: '' });
