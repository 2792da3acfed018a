import type { MailRefusal } from '../../../shared/domain/letters/mail-answers.ts';
import type { Refusal } from '../../../shared/domain/result.ts';
import type { DraftingRefusal } from '../../months/door.ts';
import type { ProviderSaysRefusal } from '../../orders/door.ts';
import type { DraftingBasisRefusal } from '../../purchases/door.ts';
import type { Meant } from '../reading/understood.ts';

/** The codes that the doors which mail acts through may refuse with. */
export type OrderRefusal = ProviderSaysRefusal;
export type FilesRefusal = DraftingRefusal | DraftingBasisRefusal | 'no-case-in-month';

/** What may be wrong with what was sent, where that says more than the refusal. */
const faultCodes = ['service-not-ordered', 'service-repeated'] as const;
type FaultCode = (typeof faultCodes)[number];
const isFault = (code: string | undefined): code is FaultCode => faultCodes.some((one) => one === code);

/** Why an order's own rules said no, as the sender is told it. A code that a door is given, and that has no words here, does not compile. */
export const orderRefusals = {
  'order-not-found': 'order-not-found',
  'stale-version': 'order-changed',
  'order-closed': 'order-closed',
  'order-taken-back': 'order-taken-back',
  'order-taken-over': 'order-taken-over',
  'order-not-open': 'order-not-open',
  'order-already-started': 'already-started',
  'first-visit-told': 'already-started',
  'confirmation-not-asked': 'confirmation-not-asked',
  'rejection-without-ceiling': 'rejection-without-ceiling',
  'service-not-ordered': 'service-not-ordered',
  'service-repeated': 'service-repeated',
  'bad-request': 'not-readable',
  'start-ahead': 'visit-ahead',
  'start-before-order': 'visit-too-early',
  'start-after-end': 'visit-after-end',
  'month-stated': 'visit-in-stated-month',
  'provider-not-found': 'provider-not-found',
  'not-set-up': 'not-set-up',
  'no-routine-in-force': 'no-routine-in-force',
  'pack-without-clock': 'no-orders-in-routine',
} as const satisfies Readonly<Record<OrderRefusal | FaultCode, MailRefusal>>;

type Because =
  | Extract<Meant, { ok: false }>['why']
  | ('parts-unread' | 'files-beside' | 'already-said' | 'about-nothing');

/** Why a mail waits for a person though no rule has said no, as the sender is told it. */
export const askedBecause = {
  'nothing-said': 'nothing-said',
  'not-understood': 'not-understood',
  question: 'question',
  'two-answers': 'two-answers',
  'day-missing': 'day-missing',
  'why-missing': 'why-missing',
  'unclear-row': 'unclear-row',
  'words-in-quote': 'words-in-quote',
  'unseen-words': 'unseen-words',
  'two-readings': 'two-readings',
  'parts-unread': 'parts-unread',
  'files-beside': 'files-beside',
  'already-said': 'already-said',
  'about-nothing': 'about-nothing',
} as const satisfies Readonly<Record<Because, MailRefusal>>;
export type AskedBecause = keyof typeof askedBecause;

/** The same of files that were not taken. */
export const filesRefusals = {
  'month-not-ended': 'month-not-over',
  'no-purchase-in-month': 'no-purchase-in-month',
  'no-case-in-month': 'no-case-in-month',
  'too-many-rows': 'too-many-rows',
  'report-faulty': 'report-faulty',
  'provider-not-found': 'provider-not-found',
  'not-set-up': 'not-set-up',
  'no-routine-in-force': 'no-routine-in-force',
  'not-in-routine': 'not-in-routine',
  'no-rate': 'no-rate',
  EMPTY_FILE: 'file-empty',
  WRONG_HEADER: 'file-header',
  UNMAPPED_COLUMN: 'file-header',
  UNMAPPED_STATUS: 'file-header',
  NO_VISITS: 'no-month-file',
  'format-not-found': 'not-in-routine',
  NOT_DECODABLE: 'file-signs',
  ROW_TOO_LONG: 'file-endless-row',
  TOO_MANY_ROWS: 'too-many-rows',
  TOO_MANY_ERRORS: 'file-all-wrong',
  WORKBOOK: 'file-workbook',
  WRONG_BOOK: 'file-workbook',
  ENCRYPTED: 'file-workbook',
  MACROS: 'file-workbook',
  EXTERNAL_LINKS: 'file-workbook',
  TOO_LARGE: 'file-workbook',
  DAMAGED: 'file-workbook',
  NO_SHEET: 'file-workbook',
  NOT_A_WORKBOOK: 'file-packed',
  PDF: 'file-pdf',
  NO_TEXT: 'file-picture',
} as const satisfies Readonly<Record<FilesRefusal, MailRefusal>>;

/** Why files wait for a person before any door has been asked. */
export const unreadFiles = {
  'file-workbook': 'file-workbook',
  'file-pdf': 'file-pdf',
  'file-picture': 'file-picture',
  'file-packed': 'file-packed',
  'file-empty': 'file-empty',
  'months-split': 'months-split',
  'month-differs': 'month-differs',
  'file-other': 'no-month-file',
  'two-of-report': 'two-reports',
  'two-of-deviations': 'two-forms',
} as const satisfies Readonly<Record<string, MailRefusal>>;

/** The code that says most: of what was wrong with what was sent, the first fault's. */
export function codeOf({ code, faults = [] }: Refusal<OrderRefusal>): OrderRefusal | FaultCode {
  const first = faults[0]?.code;
  return code === 'bad-request' && isFault(first) ? first : code;
}
