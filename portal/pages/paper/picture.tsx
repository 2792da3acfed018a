import { useEffect, useRef, useState } from 'preact/hooks';
import { useOwnWords } from '../../app/language.ts';
import { Button } from '../../parts/button.tsx';
import type { PaperShown } from './keyed.ts';
import { en, sv } from './paper-words.ts';

type Scan = PaperShown['scans'][number];

const uprights = new WeakMap<Blob, Promise<number>>();

/** How a page is to be turned to stand upright; read once from the code on it, and never in the way of showing it. */
function uprightOf(picture: Blob): Promise<number> {
  const known = uprights.get(picture);
  if (known) return known;
  const reading = import('../../scans/read-codes.ts')
    .then(({ quartersToUpright }) => quartersToUpright(picture))
    .catch(() => 0);
  uprights.set(picture, reading);
  return reading;
}

const fetched = new Map<string, Promise<readonly Blob[]>>();

/** The pictures of a scan, each page one; of a PDF those that are in it, which is not rendered. */
async function picturesOf({ documentId, url, contentType }: Scan): Promise<readonly Blob[]> {
  const asked = fetched.get(documentId);
  if (asked) return asked;
  const reading = (async () => {
    const blob = await (await fetch(url, { credentials: 'omit' })).blob();
    if (contentType !== 'application/pdf') return [blob];
    const { picturesInPdf } = await import('../../scans/pictures-in-pdf.ts');
    const { jpegs } = picturesInPdf(new Uint8Array(await blob.arrayBuffer()));
    return jpegs.map((jpeg) => new Blob([jpeg], { type: 'image/jpeg' }));
  })();
  fetched.set(documentId, reading);
  reading.catch(() => fetched.delete(documentId));
  return reading;
}

/** Draws a picture turned by quarters; what a page is shown by, wherever its file came from. */
async function draw(canvas: HTMLCanvasElement, picture: Blob, quarters: number): Promise<void> {
  const bitmap = await createImageBitmap(picture);
  const isAcross = quarters % 2 === 1;
  canvas.width = isAcross ? bitmap.height : bitmap.width;
  canvas.height = isAcross ? bitmap.width : bitmap.height;
  const context = canvas.getContext('2d');
  context?.translate(canvas.width / 2, canvas.height / 2);
  context?.rotate((quarters * Math.PI) / 2);
  context?.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2);
  bitmap.close();
}

/** A page of the paper as it was scanned, beside what is keyed of it. It may be turned, and opened by itself. */
export function Picture({ scan, sheet, name }: { readonly scan: Scan; readonly sheet: number; readonly name: string }) {
  const words = useOwnWords(sv, en);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [quarters, setQuarters] = useState(0);
  const [state, setState] = useState<'loading' | 'shown' | 'lost'>('loading');
  useEffect(() => {
    let isWanted = true;
    const show = async () => {
      const picture = (await picturesOf(scan))[sheet - 1];
      if (!isWanted || !canvas.current) return;
      if (!picture) return setState('lost');
      const upright = await uprightOf(picture);
      if (!isWanted || !canvas.current) return;
      await draw(canvas.current, picture, upright + quarters);
      setState('shown');
    };
    show().catch(() => isWanted && setState('lost'));
    return () => {
      isWanted = false;
    };
  }, [scan.documentId, sheet, quarters]);
  return (
    <div class="paper-picture">
      <p class="paper-tools">
        <Button onClick={() => setQuarters((now) => (now + 1) % 4)}>{words.turn}</Button>{' '}
        <a
          class="ds-button"
          data-variant="tertiary"
          data-color="neutral"
          href={scan.url}
          target="_blank"
          rel="noreferrer"
        >
          {words.open}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (2.1.1). */}
      <section class="paper-scroll" tabIndex={0} aria-label={words.picture(name)}>
        {state === 'shown' ? undefined : (
          <p role="status">{state === 'lost' ? words.noPicture : words.loadingPicture}</p>
        )}
        <canvas ref={canvas} role="img" aria-label={words.picture(name)} hidden={state !== 'shown'} />
      </section>
    </div>
  );
}
