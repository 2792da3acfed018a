import { useAsk } from '../../app/use-ask.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Trail } from './trail.tsx';

export type LinePath = { readonly month: string; readonly providerId: string; readonly caseNo: string };

/** A line's rows and rules, asked for. */
export function WhyTrail({ path }: { readonly path: LinePath }) {
  const asking = useAsk('GET /months/{month}/providers/{providerId}/lines/{caseNo}', { path });
  return <Loaded of={asking}>{({ trail }) => <Trail entries={trail} />}</Loaded>;
}
