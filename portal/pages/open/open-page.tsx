import { formColumns, reportColumns } from '../../../shared/domain/file-columns.ts';
import { useWords } from '../../app/language.ts';
import { usePortal } from '../../app/portal.ts';
import { saveTable } from '../../app/save-file.ts';
import { useAsk } from '../../app/use-ask.ts';
import { Button } from '../../parts/button.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProviderCards } from './provider-cards.tsx';
import { useOpenWords } from './use-open-words.ts';

const blank = (columns: readonly string[]) => `${columns.join(';')}\r\n`;

/** What anybody may read without signing in: the providers (L-04), the blank forms (L-29), how a record is checked. */
export function OpenPage() {
  const { shell } = useWords();
  const open = useOpenWords();
  const { config } = usePortal();
  const asking = useAsk('GET /settings/public');
  return (
    <>
      <PageHead title={open.title(config.municipality)} lead={open.lead} />
      <section class="open">
        <h2>{open.providers}</h2>
        <p>{open.providersText}</p>
        <Loaded of={asking}>{({ providers }) => <ProviderCards providers={providers} />}</Loaded>
      </section>
      <section class="open">
        <h2>{open.forms}</h2>
        <p>{open.formsText}</p>
        <div class="buttons">
          <Button onClick={() => saveTable('tidsrapport.csv', blank(reportColumns))}>{open.report}</Button>
          <Button onClick={() => saveTable('avvikelser.csv', blank(formColumns))}>{open.deviations}</Button>
        </div>
      </section>
      <section class="open">
        <h2>{shell.verify}</h2>
        <p>{open.verifyText}</p>
        <p>
          <a class="ds-link" href="#/verifiera">
            {shell.verify}
          </a>
        </p>
      </section>
    </>
  );
}
