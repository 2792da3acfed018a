import type { SignedRecord } from '../../../shared/domain/signed-record.ts';
import { dateTime } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { useStaff } from '../../app/use-staff.ts';
import { Notice } from '../../parts/notice.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import type { RecordVerdict } from './use-verdict.ts';

/** Who signed, as the record says it, by name to who is signed in; `system` seals the night's checkpoints. */
function useSigner() {
  const { shell, records } = useWords();
  const nameOf = useStaff();
  const roles: Readonly<Record<string, string>> = shell.roles;
  return ({ name, userId, role }: SignedRecord['payload']['signedBy']) => {
    if (role === 'system') return records.system;
    const known = name ?? nameOf(userId);
    return `${known === userId ? userId : `${known} (${userId})`}, ${roles[role] ?? role}`;
  };
}

/** Whether a record holds, in plain words: each question that a person has of it, and its answer. */
export function VerdictBox({ verdict, record }: { readonly verdict: RecordVerdict; readonly record?: SignedRecord }) {
  const { month, records } = useWords();
  const signer = useSigner();
  if (verdict === 'checking')
    return (
      <p class="loading" role="status">
        {records.checking} …
      </p>
    );
  if (!verdict.valid)
    return (
      <Notice tone="danger" title={records.invalid} aloud>
        <p>{records.flaws[verdict.reason]}</p>
        <p>{records.invalidText}</p>
      </Notice>
    );
  const { trusted, signedBy, signedAt, kind } = verdict;
  const { chain, municipality } = record?.payload ?? {};
  return (
    <section class="card sign-block" aria-label={records.verdict}>
      <Notice tone={trusted ? 'success' : 'warning'} title={trusted ? records.valid : records.whole} aloud>
        <p>{trusted ? records.validText : records.wholeText}</p>
      </Notice>
      <SummaryList
        rows={[
          { name: records.kind, value: records.kinds[kind] },
          { name: records.unchanged, value: records.unchangedYes },
          { name: records.seal, value: trusted ? records.sealYes(municipality ?? '') : records.sealUnknown },
          { name: records.signer, value: signer(signedBy) },
          { name: records.when, value: dateTime(signedAt, true) },
          ...(chain ? [{ name: records.chain, value: records.chainOk(chain.seq, chain.earlier.length) }] : []),
          ...(record
            ? [{ name: month.checksumOf, value: <code class="whole">{record.payload.contentSha256}</code> }]
            : []),
        ]}
      />
    </section>
  );
}
