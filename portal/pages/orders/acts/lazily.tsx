import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../../app/language.ts';
import { PageLost } from '../../../app/page-lost.tsx';
import type { OrderForm } from '../order-form.ts';

type Form = ComponentType<{ readonly work: OrderForm }>;

/** A form whose code is fetched the first time that somebody opens it, since few do: an order's page stays light. */
export function lazily(load: () => Promise<Form>): Form {
  let fetched: Form | undefined;
  return function Lazy({ work }) {
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
    if (There) return <There work={work} />;
    return isLost ? (
      <PageLost again={fetchIt} isAbove />
    ) : (
      <p class="loading" role="status">
        {states.loading} …
      </p>
    );
  };
}
