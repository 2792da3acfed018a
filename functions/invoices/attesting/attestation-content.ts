import type { FiledInvoice } from '../filed-invoice.ts';

/**
 * What a head signs of an invoice (L-51): the file by its sum, what is paid and how it is booked, and the statement that it
 * is for. A second one names the first.
 */
export function attestationContent(
  invoice: FiledInvoice,
  {
    municipality,
    provider,
  }: { readonly municipality: string; readonly provider: { readonly id: string; readonly name: string } },
) {
  const {
    id: invoiceId,
    month,
    kind,
    number,
    issueDate,
    dueDate,
    minutes,
    amountOre = 0,
    vatOre = 0,
    payableOre = 0,
  } = invoice;
  const { coding, file, statementSha256, attestations } = invoice;
  const [first] = attestations;
  return {
    ...{ municipality, provider: { id: provider.id, name: provider.name }, month, invoiceId, kind },
    ...(number === undefined ? {} : { number }),
    ...(issueDate === undefined ? {} : { issueDate }),
    ...(dueDate === undefined ? {} : { dueDate }),
    ...(minutes === undefined ? {} : { minutes }),
    ...{ amountOre, vatOre, payableOre },
    ...(file ? { fileSha256: file.sha256 } : {}),
    statementSha256,
    coding: (coding?.rows ?? []).map(({ account, dims, amountOre: ore }) => ({ account, dims, amountOre: ore })),
    ...(first ? { refersTo: { recordId: first.recordId, sha256: first.sha256 } } : {}),
  };
}
