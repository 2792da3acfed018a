import { formColumns } from '../../../shared/domain/file-columns.ts';
import type { Pack } from '../../../shared/packs/pack.ts';

/** Whether a signed form is handed in of a month without deviations too; else the time report is enough (A60). */
export const isFormNeeded = ({ params }: Pick<Pack, 'params'>): boolean => params['submission.nilDeviationForm'];

/** The deviation form of a month of which none is handed in: its header alone, which says that there was nothing (A60). */
export const noForm = (): Uint8Array => Buffer.from(`${formColumns.join(';')}\r\n`);
