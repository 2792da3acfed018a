import { useEffect } from 'preact/hooks';
import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Beside } from './beside.tsx';
import { CaseMonthsPicture } from './case-months-picture.tsx';
import { LineLinks } from './line-links.tsx';
import type { LineShown } from './lines.ts';
import { Trail } from './trail.tsx';

type Props = {
  readonly path: { readonly month: string; readonly providerId: string; readonly caseNo: string };
  readonly line: LineShown;
  /** The line as it is now, where somebody has changed it meanwhile. */
  readonly onFresh: (line: LineShown) => void;
};

/** Why each minute of a line is paid or not, from it to whom it is about, and how the case has gone lately. */
export function LineTrail({ path, line, onFresh }: Props) {
  const asking = useAsk('GET /months/{month}/providers/{providerId}/lines/{caseNo}', { path });
  useEffect(() => {
    if (asking.value && asking.value.version > line.version) onFresh(asking.value);
  }, [asking.value]);
  return (
    <>
      <Loaded of={asking}>{({ trail }) => <Trail entries={trail} />}</Loaded>
      <Beside path={path} />
      <LineLinks caseNo={path.caseNo} providerId={path.providerId} />
      <CaseMonthsPicture caseNo={path.caseNo} until={path.month} />
    </>
  );
}
