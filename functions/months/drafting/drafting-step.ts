import { formColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import type { LetterFields } from '../../../shared/domain/letters/letter-record.ts';
import { dateOf, type Instant, type Month } from '../../../shared/domain/local-time.ts';
import { accept, type Result } from '../../../shared/domain/result.ts';
import type { Pack } from '../../../shared/packs/pack.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { type Effects, together } from '../../../shared/steps/effects.ts';
import { outbox } from '../../../shared/steps/outbox.ts';
import { isInForceOn, membershipStore } from '../../../shared/stores/membership-store.ts';
import { keepDryRun } from '../checks/keep-dry-run-step.ts';
import { judge } from '../checks/load-dry-run.ts';
import { type OpenedFile, openDocument } from '../checks/load-files.ts';
import { bytesSource } from '../dry-run/byte-source.ts';
import type { DryRun } from '../dry-run/dry-run.ts';
import type { FileName } from '../dry-run/file-errors.ts';
import { rowsBeneath } from '../dry-run/file-kind.ts';
import { errorCount, onlyCounted } from '../dry-run/file-verdict.ts';
import type { DraftingRefusal } from '../hand-in-refusals.ts';
import { type Basis, basisOf } from '../load-basis.ts';
import { faultsInLetter } from '../signing/faults-in-letter.ts';
import { keepFile } from '../signing/keep-submission-step.ts';
import { mayHandIn } from '../signing/load-submission.ts';
import {
  type DraftFile,
  type DraftWay,
  draftedRow,
  draftOver,
  type GivenFiles,
  isSameDraft,
  type MonthDraft,
} from './draft.ts';
import { draftDeadlines } from './draft-deadlines-step.ts';
import { draftStore } from './draft-store.ts';

/** One or both of a month's files, to be laid for the manager's signature. */
export type FilesToDraft = { readonly [Name in FileName]?: OpenedFile };

type Laid = {
  readonly by: string;
  readonly way: DraftWay;
  readonly at: Instant;
  /** The mail that they came with. */
  readonly mailId?: string;
  /** Who is told what came of it, beside the managers: the registered address that the mail came from. */
  readonly receiptTo?: string;
  /** What that address alone is told: that names were hidden, that a person reads the words beside. */
  readonly tellsSender?: Pick<LetterFields, 'masked' | 'reader'>;
  /** The managers need no letter of what one of them does. */
  readonly isManagers?: boolean;
};

export type Drafted = {
  readonly draft: MonthDraft;
  readonly version: number;
  readonly run: DryRun;
  readonly pack: Pack;
  readonly effects: Effects;
};

/** A file with its header alone: the one of the two that has not come. */
const headerOf = { report: reportColumns, deviations: formColumns } as const;
const nothingIn = (name: FileName): OpenedFile => {
  const bytes = Buffer.from(`${headerOf[name].join(';')}\n`);
  return {
    document: { id: '', bucket: 'documents', bytes: bytes.length, sha256: '', contentType: 'text/csv' },
    source: bytesSource(bytes),
  };
};

/** Of one file alone nothing can be said of the other: what is wrong with the one that is there is told. */
const ofFilesThere = (run: DryRun, isThere: (name: FileName) => boolean): DryRun => {
  const errors = run.file.errors.filter(({ file }) => isThere(file));
  const warnings = run.file.warnings.filter(({ file }) => isThere(file));
  const { more } = run.file;
  const there = more && {
    report: isThere('report') ? more.report : 0,
    deviations: isThere('deviations') ? more.deviations : 0,
    warnings: more.warnings,
  };
  const status = errors.length > 0 ? 'INCOMPLETE' : 'COMPLETE';
  return { ...run, file: { status, errors, warnings, ...(there ? { more: there } : {}) } };
};

/**
 * What it comes to that files of a month are laid for the manager's signature (A59): kept as they came, judged as they
 * would be handed in, and told of. Refused as handing in is: a month that is not over, or that is stated.
 */
export async function drafting(
  of: { readonly month: Month; readonly providerId: string },
  given: FilesToDraft,
  laid: Laid,
  deps: Deps,
): Promise<Result<Drafted, DraftingRefusal>> {
  const { month, providerId } = of;
  const standing = await mayHandIn(month, providerId, laid.at, deps);
  if (!standing.ok) return standing;
  const basis = await basisOf(month, providerId, deps);
  if (!basis.ok) return basis;
  const stored = await draftStore(deps.table).find(month, providerId);
  const before = stored?.entity.state === 'waiting' ? stored.entity : undefined;
  const earlier = async (name: FileName) => {
    const file = before?.[name];
    return file && (await openDocument(file.documentId, deps));
  };
  const files = {
    report: given.report ?? (await earlier('report')),
    deviations: given.deviations ?? (await earlier('deviations')),
  };
  const judged = await judge(basis.value, {
    report: files.report ?? nothingIn('report'),
    deviations: files.deviations ?? nothingIn('deviations'),
  });
  if (!judged.ok) return judged;
  const run = ofFilesThere(judged.value, (name) => files[name] !== undefined);

  const kept = await keptFiles(given, laid, deps);
  const { status: fileStatus } = run.file;
  const isSame = before !== undefined && isSameDraft(before, kept);
  const dryRunId = isSame ? before.dryRunId : await keepDryRun(run, deps);
  const figures = { fileStatus, errorCount: errorCount(run.file), dryRunId };
  const draft = isSame ? before : draftOver(stored?.entity, of, kept, figures, laid.at);
  const questions = standing.value.parts.reduce((sum, { entity }) => sum + entity.asked, 0);
  const letters = await told(draft, run, { basis: basis.value, laid, isSame, questions }, deps);
  const { pack } = basis.value;
  if (isSame) return accept({ draft, run, pack, version: stored?.version ?? 0, effects: { letters } });
  const effects: Effects = {
    saves: [draftStore(deps.table).save(draft, stored)],
    deadlines: await draftDeadlines(of, basis.value, laid.at, deps.table),
    letters,
    rows: [draftedRow(draft, kept, laid.mailId)],
  };
  return accept({ draft, run, pack, version: (stored?.version ?? 0) + 1, effects: together(effects) });
}

/** Among the documents, where they wait for as long as nobody signs. */
async function keptFiles(given: FilesToDraft, { by, way, at }: Laid, deps: Deps): Promise<GivenFiles> {
  const keep = async (name: FileName): Promise<{ readonly [Name in FileName]?: DraftFile }> => {
    const file = given[name];
    if (!file) return {};
    return { [name]: { ...(await keepFile(file, deps)), rows: await rowsBeneath(file.source, name), by, way, at } };
  };
  return { ...(await keep('report')), ...(await keep('deviations')) };
}

/** How many rows can be used, where not all can; a sum of visits that cannot is of no use. */
function usableOf(draft: MonthDraft, { file: { errors, more }, registrations }: DryRun): Pick<LetterFields, 'usable'> {
  const wrong = (name: FileName) =>
    new Set(errors.flatMap(({ file, row = 0 }) => (file === name && row > 1 ? [row] : []))).size + (more?.[name] ?? 0);
  const [inReport, inForm] = [wrong('report'), wrong('deviations')];
  if (inReport + inForm === 0) return {};
  const visits = Object.values(registrations).reduce((sum, count) => sum + count, 0);
  const ofReport = visits === 0 ? 0 : (draft.report?.rows ?? 0) - inReport;
  return { usable: Math.max(0, ofReport) + Math.max(0, (draft.deviations?.rows ?? 0) - inForm) };
}

/** Whether the form that has not come may come by mail (A65). */
const formsBy = ({ params }: Pack) => (params['mail.deviations'] === 'PORTAL' ? 'portal' : '');

/** The rows of the files that wait, and what is wrong with them. */
function inLetter(draft: MonthDraft, run: DryRun, { pack }: Basis): LetterFieldsOfDraft {
  const { report, deviations, month } = draft;
  const { errors, status } = run.file;
  const isWrong = status === 'INCOMPLETE' ? 'incomplete' : '';
  const alone =
    report === undefined ? ['deviations'] : deviations === undefined ? ['report', formsBy(pack)] : ([] as const);
  const count = (report?.rows ?? 0) + (deviations?.rows ?? 0);
  return {
    month,
    variant: ['draft', ...alone, isWrong].filter((part) => part !== '').join('-'),
    count,
    ...usableOf(draft, run),
    ...faultsInLetter(errors, onlyCounted(run.file)),
  };
}
type LetterFieldsOfDraft = Pick<LetterFields, 'month' | 'variant' | 'count' | 'usable' | 'faults' | 'more'>;

/**
 * The receipt and the manager's letter are one (N14): what was read, what is wrong, and that it waits to be signed.
 * Each address gets it once; where no manager has one, the provider's own does.
 */
async function told(
  draft: MonthDraft,
  run: DryRun,
  {
    basis,
    laid,
    isSame,
    questions,
  }: { readonly basis: Basis; readonly laid: Laid; readonly isSame: boolean; readonly questions: number },
  deps: Deps,
) {
  const { provider, settings } = basis;
  const { receiptTo, tellsSender, isManagers = false, at } = laid;
  const members = await membershipStore(deps.table).withRole('provider-manager', provider.id);
  const theirs = members.filter((one) => isInForceOn(one, dateOf(at))).flatMap(({ email }) => email || []);
  // To the provider's own address nothing more goes of a mail than its answer, which is counted (S-39).
  const others = laid.way === 'MAIL' && receiptTo === undefined ? [] : [provider.email];
  const managers = isManagers || isSame ? [] : theirs.length > 0 ? theirs : others;
  const addresses = new Set([...(receiptTo === undefined ? [] : [receiptTo]), ...managers]);
  const box = outbox(deps, settings, at);
  return [...addresses]
    .filter((address) => address !== '')
    .flatMap((address) =>
      box.toAddressOf(provider, address, 'N14', {
        to: 'months',
        ...inLetter(draft, run, basis),
        ...(questions > 0 ? { questions } : {}),
        ...(address === receiptTo ? tellsSender : {}),
      }),
    );
}
