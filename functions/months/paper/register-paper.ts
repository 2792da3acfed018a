import * as z from 'zod';
import { SafeId } from '../../../shared/domain/case-number.ts';
import { gathered } from '../../../shared/domain/faults.ts';
import { readPageCode } from '../../../shared/domain/form-code.ts';
import { LocalDate, Month } from '../../../shared/domain/local-time.ts';
import { refuse } from '../../../shared/domain/result.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import { draftStore } from '../drafting/draft-store.ts';
import { mostPaperPages } from '../forms/paper-pages.ts';
import type { Print } from '../forms/print.ts';
import { printStore } from '../forms/print-store.ts';
import { termsOf } from '../load-basis.ts';
import { mayHandIn } from '../signing/load-submission.ts';
import { keepScans } from './keep-scans-step.ts';
import { faultsOfPages, neededForms, newestPrints, type PageFound } from './pages-found.ts';
import { faultsOfArrival, isTakenUp, type MonthPaper, paperRow } from './paper.ts';
import { paperDeadlines } from './paper-deadlines-step.ts';
import { paperStore } from './paper-store.ts';
import { PaperState, paperState } from './paper-view.ts';

/** So many prints of a month are looked through for the newest of each form. */
const mostPrints = 100;

/** So many are listened to, and refused by the limit that they pass, beside all else that is wrong. */
const mostNamed = 1000;

const Code = z.strictObject({
  text: z.string().max(100).meta({ description: 'The code as it was read from the picture, or typed from beneath it' }),
  scan: z.int().min(0).max(mostNamed).default(0).meta({ description: 'In which of the files the page is, from 0' }),
  sheet: z.int().min(1).max(9999).default(1).meta({ description: 'Which picture in that file, from 1' }),
});

/** Each page by its code, with the print that the code names; the letters of each are asked for once. */
async function pagesOf(texts: readonly string[], deps: Deps): Promise<readonly PageFound[]> {
  const said = await Promise.all(texts.map(readPageCode));
  const letters = new Set(said.flatMap((one) => (typeof one === 'string' ? [] : [one.letters])));
  const prints = new Map<string, Print | undefined>();
  for (const one of letters) prints.set(one, await printStore(deps.table).find(one));
  return said.map((one) => ({ said: one, print: typeof one === 'string' ? undefined : prints.get(one.letters) }));
}

/**
 * The administrator files what came on paper: the scans, the code of each page, and the day on the stamp (A59). All that
 * is wrong with the pages is named in one answer, and nothing is filed. One that was filed before and is not laid is
 * replaced; what was keyed of the same pages goes on.
 */
export const registerPaper = endpoint({
  summary: 'File a month that came on paper',
  path: z.object({ month: Month, providerId: SafeId }),
  body: z.strictObject({
    scans: z.array(SafeId).min(1).max(mostNamed).meta({ description: 'The files, each from openUpload' }),
    codes: z.array(Code).min(1).max(mostNamed),
    arrivedOn: LocalDate.meta({ description: 'The day on the stamp' }),
    takesOlder: z
      .boolean()
      .default(false)
      .meta({ description: 'An older print was filled in, and the person has seen that a newer one is not used' }),
  }),
  answer: PaperState,
  async run({ path: of, body, caller, at }, deps) {
    const { table } = deps;
    const terms = await termsOf(of.month, of.providerId, deps);
    if (!terms.ok) return terms;
    const open = await mayHandIn(of.month, of.providerId, at, deps);
    if (!open.ok) return open;

    const pages = await pagesOf(
      body.codes.map(({ text }) => text),
      deps,
    );
    const newest = newestPrints(await printStore(table).ofMonth(of.month, of.providerId, mostPrints));
    const draft = (await draftStore(table).find(of.month, of.providerId))?.entity;
    const wanted = {
      ...{ ...of, newest, takesOlder: body.takesOlder, arrivedOn: body.arrivedOn },
      needed: neededForms(pages, terms.value.pack),
      draftTime: draft?.state === 'waiting' ? draft.time : undefined,
    };
    const scans = await keepScans(body.scans, caller, deps);
    const tooMany = pages.length > mostPaperPages ? [{ at: 'body.codes', code: 'too-many-pages' }] : [];
    const ofPages = [...faultsOfArrival(body.arrivedOn, of.month, at), ...tooMany, ...faultsOfPages(pages, wanted)];
    const { faults, more } = gathered(ofPages, scans.ok ? [] : (scans.faults ?? []));
    if (ofPages.length > 0) return refuse('invalid', 'paper-pages', faults, more);
    if (!scans.ok) return scans;

    const prints = [
      ...new Map(pages.flatMap(({ print }) => (print ? [[print.letters, print] as const] : []))).values(),
    ];
    const before = (await paperStore(table).ofMonth(of)).filter(({ entity }) => isTakenUp(entity));
    const same = before.findLast(({ entity }) =>
      prints.every(({ letters }) => entity.prints.some((one) => one.letters === letters)),
    );
    const paper: MonthPaper = {
      id: deps.newId('papper'),
      ...of,
      state: 'keying',
      arrivedOn: body.arrivedOn,
      filedBy: caller.userId,
      filedAt: at,
      scans: scans.value,
      prints: prints.map(({ form, letters, pages: count, rowsId, draftTime }) => ({
        ...{ form, letters, pages: count },
        ...(rowsId === undefined ? {} : { rowsId }),
        ...(draftTime === undefined ? {} : { draftTime }),
      })),
      pages: pages.flatMap(({ said }, n) => {
        const { scan = 0, sheet = 1 } = body.codes[n] ?? {};
        return typeof said === 'string' ? [] : [{ letters: said.letters, page: said.page, scan, sheet }];
      }),
      ...(same?.entity.first ? { first: same.entity.first } : {}),
      keyedBy: same?.entity.first ? [same.entity.first.by] : [],
    };
    return done(paperState(paper), {
      status: 201,
      version: 1,
      saves: [
        paperStore(table).save(paper, undefined),
        ...before.map((one) => paperStore(table).save({ ...one.entity, state: 'replaced' }, one)),
      ],
      deadlines: await paperDeadlines(paper, at, deps),
      rows: [paperRow('paper-filed', paper)],
    });
  },
});
