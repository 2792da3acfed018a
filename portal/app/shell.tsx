import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pages } from '../pages/pages.ts';
import { ButtonLink } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { session } from '../sign-in/session.ts';
import { announced } from './announce.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { useWords } from './language.ts';
import { PageLost } from './page-lost.tsx';
import { isFor, type PageProps, type PortalPage, paramsIn, place } from './router.ts';
import { SessionEnd } from './session-end.tsx';
import { useStore } from './store.ts';

const loaded = new Map<PortalPage, ComponentType<PageProps<never>>>();

/** The page's code, fetched the first time that somebody comes to it; the latest page whose code did not come. */
function usePage(page: PortalPage | undefined) {
  const [lost, setLost] = useState<PortalPage>();
  const [, redraw] = useState(0);
  async function fetchIt(): Promise<boolean> {
    if (!page) return true;
    try {
      loaded.set(page, await page.load());
      setLost(undefined);
      redraw((count) => count + 1);
      return true;
    } catch {
      setLost(page);
      return false;
    }
  }
  useEffect(() => {
    if (page && !loaded.has(page)) fetchIt();
  }, [page]);
  return { Component: page && loaded.get(page), isLost: page !== undefined && lost === page, again: fetchIt };
}

function NoSuchPage({ title, text }: { readonly title: string; readonly text: string }) {
  const { shell } = useWords();
  return (
    <>
      <PageHead title={title} lead={text} />
      <ButtonLink href="#/uppgifter">{shell.toTasks}</ButtonLink>
    </>
  );
}

/** The page of the address, if it is one for whoever is here. */
function Here() {
  const { shell } = useWords();
  const { path, query } = useStore(place);
  const { state, me } = useStore(session);
  const wanted = path === '/' && me ? '/uppgifter' : path;
  const fitting = pages.filter((page) => paramsIn(page.path, wanted));
  const found = fitting.find((page) => me && isFor(page, me.role)) ?? fitting[0];
  const isOpen = found?.roles === 'everyone';
  const isAtDoor = !isOpen && (state === 'failed' || state === 'no-role' || (!me && (found || path === '/')));
  // The door is the first of the pages.
  const shown = isAtDoor ? pages[0] : found;
  const { Component, isLost, again } = usePage(shown);
  if (!shown) return <NoSuchPage title={shell.notFound} text={shell.notFoundText} />;
  if (me && !isFor(shown, me.role)) return <NoSuchPage title={shell.notYours} text={shell.notYoursText} />;
  // The path has been read by the pattern that the component was checked against.
  const props = { params: paramsIn(shown.path, wanted), query } as unknown as PageProps<never>;
  if (Component) return <Component key={`${wanted} ${me?.role}`} {...props} />;
  return isLost ? <PageLost again={again} /> : <div class="waiting" />;
}

/** Everything around a page, the same everywhere. */
export function Shell() {
  const { shell } = useWords();
  const { path } = useStore(place);
  const said = useStore(announced);
  useEffect(() => scrollTo(0, 0), [path]);
  const skip = (event: Event) => {
    // The hash is the page's own address: the content is gone to without touching it.
    event.preventDefault();
    document.querySelector('main')?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link is a link to a place in the page; the hash is taken. */}
      <a class="skip" href="#innehall" onClick={skip}>
        {shell.skip}
      </a>
      <Header />
      <SessionEnd />
      <main id="innehall" tabIndex={-1}>
        <Here />
      </main>
      <Footer />
      <div class="ds-sr-only" role="status">
        {said}
      </div>
    </>
  );
}
