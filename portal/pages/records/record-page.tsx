import { useMemo } from 'preact/hooks';
import { canonicalBytes } from '../../../shared/domain/canonical.ts';
import type { SignedRecord } from '../../../shared/domain/signed-record.ts';
import { monthName } from '../../app/format.ts';
import { useWords } from '../../app/language.ts';
import { lazily } from '../../app/lazily.tsx';
import { hrefOf, type PageProps } from '../../app/router.ts';
import { saveFile } from '../../app/save-file.ts';
import { useStore } from '../../app/store.ts';
import { useAsk } from '../../app/use-ask.ts';
import { useProviders } from '../../app/use-providers.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { session } from '../../sign-in/session.ts';
import { ReportStanding } from './report-standing.tsx';
import { useVerdict } from './use-verdict.ts';
import { VerdictBox } from './verdict-box.tsx';

/** What the record says comes a moment after what is thought of it. */
const RecordContent = lazily(async () => (await import('./content.tsx')).RecordContent);

type Params = PageProps<'/handlingar/:month/:providerId/:recordId'>['params'];

/** A provider has one month; the municipality has one for each provider. */
function useWayBack({ month, providerId }: Params): string {
  const role = useStore(session).me?.role;
  const isOverview = role === 'provider' || role === 'provider-manager';
  return isOverview ? hrefOf('/manad/:month', { month }) : hrefOf('/manad/:month/:providerId', { month, providerId });
}

function Judged({
  record,
  params,
  back,
}: {
  readonly record: SignedRecord;
  readonly params: Params;
  readonly back: string;
}) {
  const { month: words, records } = useWords();
  const { month, providerId, recordId } = params;
  const bytes = useMemo(() => canonicalBytes(record), [record]);
  const verdict = useVerdict(bytes);
  return (
    <>
      <VerdictBox verdict={verdict} record={record} />
      {record.payload.kind === 'report' ? <ReportStanding of={{ month, providerId }} recordId={recordId} /> : undefined}
      {verdict !== 'checking' && verdict.valid ? (
        <section class="card sign-block">
          <h2>{records.what}</h2>
          <RecordContent record={record} />
        </section>
      ) : undefined}
      <p class="soft">{records.saveText}</p>
      <div class="buttons">
        <Button look="primary" onClick={() => saveFile(`utfort-${recordId}.json`, [bytes], 'application/json')}>
          {records.save}
        </Button>
        <ButtonLink href={back}>{words.backToMonth}</ButtonLink>
      </div>
    </>
  );
}

/** One signed record: whether it holds, what was signed, and the file to keep. */
export function RecordPage({ params }: PageProps<'/handlingar/:month/:providerId/:recordId'>) {
  const { records } = useWords();
  const nameOf = useProviders();
  const back = useWayBack(params);
  const asking = useAsk('GET /months/{month}/providers/{providerId}/records/{recordId}', { path: params });
  return (
    <>
      <PageHead title={records.title} lead={`${nameOf(params.providerId)}, ${monthName(params.month)}`} />
      <Loaded of={asking}>{(record) => <Judged record={record} params={params} back={back} />}</Loaded>
    </>
  );
}
