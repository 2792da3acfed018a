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
import { isFor, type Page, type PageProps, paramsIn, place } from './router.ts';
import { SessionEnd } from './session-end.tsx';
import { useStore } from './store.ts';
import { NoRole, SignInFailed, Welcome } from './welcome.tsx';

const loaded = new Map<Page, ComponentType<PageProps<never>>>();

/** The page's code, fetched the first time that somebody comes to it. */
function usePage(page: Page | undefined): ComponentType<PageProps<never>> | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!page || loaded.has(page)) return;
    page.load().then((component) => {
      loaded.set(page, component);
      redraw((count) => count + 1);
    });
  }, [page]);
  return page && loaded.get(page);
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
  const Component = usePage(found);
  const isOpen = found?.roles === 'everyone';
  if (state === 'failed' && !isOpen) return <SignInFailed />;
  if (state === 'no-role' && !isOpen) return <NoRole />;
  if (!me && !isOpen && (found || path === '/')) return <Welcome />;
  if (!found) return <NoSuchPage title={shell.notFound} text={shell.notFoundText} />;
  if (me && !isFor(found, me.role)) return <NoSuchPage title={shell.notYours} text={shell.notYoursText} />;
  // The path has been read by the pattern that the component was checked against.
  const props = { params: paramsIn(found.path, wanted), query } as unknown as PageProps<never>;
  return Component ? <Component key={`${wanted} ${me?.role}`} {...props} /> : <div class="waiting" />;
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
