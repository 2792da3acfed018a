import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { Remark } from '../../../shared/domain/free-text.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../../../shared/domain/roles.ts';
import { Clause } from '../../../shared/packs/purchase-rules.ts';
import { installedFonts } from '../../../shared/pdf/load-fonts.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { LoadedPurchase } from '../load-purchase.ts';
import { purchaseSide } from '../party.ts';
import { ownUploads } from '../preparing/papers-step.ts';
import { purchaseAct } from '../purchase-act-step.ts';
import { Agreement } from './agreement.ts';
import { agreementPdf } from './agreement-pdf.ts';
import { betweenIn, ruleOfUse, tellOther } from './agreement-step.ts';
import { agreementMeant, type Draft, freezeAgreement } from './draft.ts';

const DraftIn = z.strictObject({
  use: Agreement.shape.use.optional().meta({ description: 'The one that is asked for now, when nothing is said' }),
  orePerHour: Agreement.shape.orePerHour.meta({ description: 'What an hour costs, where you have agreed on it' }),
  reason: Remark.optional().meta({ description: 'Why a document of one’s own leaves a clause out' }),
  documentId: SafeId.optional().meta({
    description: 'A document of one’s own, from openUpload, instead of the municipality’s template',
  }),
  clauses: z.array(Clause.shape.what).max(6).optional().meta({ description: 'What the document of one’s own says' }),
});
type DraftIn = z.output<typeof DraftIn>;
type Wish = Omit<Draft, 'documentId' | 'sha256'>;

/** A document that is not of the municipality's template. */
const own = 'EGET';
/** Stands for the document while it is asked whether one may be drafted at all. */
const none = { documentId: '', sha256: '' };

/** What an agreement is wished to be, before there is a document. */
const wishOf = ({ use, reason, documentId, clauses, orePerHour }: DraftIn, loaded: LoadedPurchase): Wish => ({
  use: use ?? agreementMeant(loaded.stored.entity),
  template: documentId === undefined ? (loaded.pack.purchases.agreement?.template ?? '') : own,
  ...(orePerHour === undefined ? {} : { orePerHour }),
  ...(clauses ? { clauses } : {}),
  ...(reason === undefined ? {} : { reason }),
});

/** The municipality's template, filled and kept. */
async function filledTemplate({ use, orePerHour }: Wish, loaded: LoadedPurchase, deps: Deps) {
  const { stored, pack, settings, parties, actor } = loaded;
  const names = betweenIn(loaded);
  const bytes = await agreementPdf(
    {
      ...{ municipality: names.municipality, purchase: stored.entity, pack, use, orePerHour, at: actor.at },
      ordering: { name: names.ordering, board: parties.ordering?.board },
      receiving: { name: names.receiving, board: parties.receiving?.board },
      services: settings.services,
    },
    installedFonts(),
  );
  return deps.documents.put('documents', deps.newId('avtal'), bytes, 'application/pdf');
}

/** The document that is frozen: one's own, or the template filled. */
async function documentFor(
  documentId: string | undefined,
  wish: Wish,
  loaded: LoadedPurchase,
  caller: Caller,
  deps: Deps,
): Promise<Result<Pick<Draft, 'documentId' | 'sha256'>>> {
  if (documentId === undefined) {
    const { id, sha256 } = await filledTemplate(wish, loaded, deps);
    return accept({ documentId: id, sha256 });
  }
  const files = await ownUploads([{ at: 'body.documentId', documentId }], caller, deps);
  return files.ok ? accept({ documentId, sha256: files.value.get(documentId)?.sha256 ?? '' }) : files;
}

/** A manager freezes the agreement as one document, which both then sign (H-17, H-18, H-30). */
export const draftAgreement = purchaseAct({
  summary: 'Draft the agreement of both managers: one document that is frozen',
  body: DraftIn,
  async decide(loaded, { body, caller }, deps) {
    const { stored, actor, pack } = loaded;
    const wish = wishOf(body, loaded);
    const may = freezeAgreement(stored.entity, { ...wish, ...none }, actor, pack);
    if (!may.ok) return may;
    const document = await documentFor(body.documentId, wish, loaded, caller, deps);
    if (!document.ok) return document;
    return freezeAgreement(stored.entity, { ...wish, ...document.value }, actor, pack);
  },
  did(next, loaded) {
    const drafted = next.agreements.at(-1);
    const rule = drafted && ruleOfUse(drafted.use, loaded);
    const refs = { documentId: drafted?.documentId ?? '', sha256: drafted?.sha256 ?? '' };
    return {
      row: { event: 'agreement-drafted', ...(rule ? { rule } : {}), refs },
      tells: tellOther(purchaseSide(next, loaded.actor) ?? 'ORDERING'),
    };
  },
});
