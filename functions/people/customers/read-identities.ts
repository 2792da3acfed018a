import * as z from 'zod';
import { CaseNumber } from '../../../shared/domain/case-number.ts';
import { byOf } from '../../../shared/domain/roles.ts';
import { endpoint } from '../../../shared/http/endpoint.ts';
import { done } from '../../../shared/http/spec.ts';
import { caseStore } from '../../../shared/stores/case-store.ts';
import { identityStore } from '../../../shared/stores/identity-store.ts';
import { accessLogStore } from '../logs/access-log-store.ts';
import { ReadingReason } from '../search/searching.ts';

/** As many as one commit writes access-log rows for; a longer list is asked for in parts. */
const most = 100;

const Named = z.object({
  caseNo: z.string(),
  name: z.string().optional(),
  protected: z.literal(true).optional().meta({ description: 'With protected identity: no list names them' }),
});

/**
 * What the customers of an officer's own list are called: one reading, under each of the cases that it named. Cases that
 * are another's, or nobody's, are left out, as if they were not there; somebody protected is said to be, and not named.
 */
export const readIdentities = endpoint({
  summary: 'Read the names of the customers of one’s own list, with the reason for it',
  body: z.strictObject({ caseNos: z.array(CaseNumber).min(1).max(most), reason: ReadingReason }),
  answer: z.object({ items: z.array(Named) }),
  keepsAnswer: false,
  async run({ body, caller, at, entry }, deps) {
    const { table } = deps;
    const cases = await Promise.all([...new Set(body.caseNos)].map((caseNo) => caseStore(table).find(caseNo)));
    const own = cases.flatMap((one) => (one?.entity.officerId === caller.caseload ? [one.entity.caseNo] : []));
    const names = await identityStore(table, deps.identityKeys).namesOf(own);
    const items = [...names].map(
      ([caseNo, name]): z.infer<typeof Named> => (name === undefined ? { caseNo, protected: true } : { caseNo, name }),
    );
    const caseNos = items.flatMap((one) => (one.protected ? [] : [one.caseNo]));
    const row = { id: deps.newId('lasning'), at, by: byOf(caller), entry, caseNos, reason: body.reason };
    return done({ items }, { saves: caseNos.length > 0 ? accessLogStore(table).append(row) : [] });
  },
});
