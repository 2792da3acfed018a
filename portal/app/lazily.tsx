import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './language.ts';
import { PageLost } from './page-lost.tsx';

/** What is fetched the first time that somebody comes to it, since few do, or not at once: the page stays light. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | undefined;
  return function Lazy(props) {
    const { states } = useWords();
    const [isLost, setLost] = useState(false);
    const [, redraw] = useState(0);
    async function fetchIt(): Promise<boolean> {
      try {
        fetched = await load();
        setLost(false);
        redraw((count) => count + 1);
        return true;
      } catch {
        setLost(true);
        return false;
      }
    }
    useEffect(() => {
      if (!fetched) fetchIt();
    }, []);
    const There = fetched;
    if (There) return <There {...props} />;
    return isLost ? (
      <PageLost again={fetchIt} isAbove />
    ) : (
      <p class="loading" role="status">
        {states.loading} …
      </p>
    );
  };
}
