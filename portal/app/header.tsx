import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../shared/http/spec.ts';
import { pages } from '../pages/pages.ts';
import { actAs, session } from '../sign-in/session.ts';
import { read } from './inbox.ts';
import { language, speak, speakLater, useWords } from './language.ts';
import { PageLost } from './page-lost.tsx';
import { usePortal } from './portal.ts';
import { isFor, place } from './router.ts';
import { sought } from './sought.ts';
import { useStore } from './store.ts';
import { useAsk } from './use-ask.ts';

const isWithin = (path: string, here: string): boolean => here === path || here.startsWith(`${path}/`);

const inbox = '/meddelanden';

/** How much is unread; asked for again as one goes from page to page. */
function Unread() {
  const { shell } = useWords();
  const { path: here } = useStore(place);
  const reading = useStore(read);
  const before = useRef(`${here} ${reading}`);
  const { value, again } = useAsk('GET /messages', { query: { limit: 1 } });
  useEffect(() => {
    const now = `${here} ${reading}`;
    if (before.current !== now) again();
    before.current = now;
  }, [here, reading]);
  if (!value?.unread) return null;
  return (
    <>
      {' '}
      <span class="unread-count">{shell.unread(value.unread)}</span>
    </>
  );
}

/** The pages of the role that is active. */
function Menu() {
  const words = useWords();
  const { me } = useStore(session);
  const { path: here } = useStore(place);
  if (!me) return null;
  const mine = pages.filter((page) => page.menu && isFor(page, me.role));
  return (
    <nav aria-label={words.shell.menu}>
      {mine.map(({ path, menu }) => (
        <a key={path} href={`#${path}`} aria-current={isWithin(path, here) ? 'page' : undefined}>
          {menu?.(words)}
          {path === inbox ? <Unread /> : undefined}
        </a>
      ))}
    </nav>
  );
}

const search = '/sok';

/** Whom somebody looks for; the page that it leads to asks why. */
function Find() {
  const { shell } = useWords();
  const { me } = useStore(session);
  if (!me || !pages.some((page) => page.path === search && isFor(page, me.role))) return null;
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.querySelector('input');
          if (!field) return;
          sought.set({ who: field.value, reason: '' });
          field.value = '';
          location.hash = search;
        }}
      >
        <input type="search" autocomplete="off" aria-label={shell.find} placeholder={shell.find} />
      </form>
    </search>
  );
}

/** Who one is and as what; behind it one's other roles, and the way out. */
function Who() {
  const { shell } = useWords();
  const { signIn } = usePortal();
  const { me } = useStore(session);
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const isOutside = event.target instanceof Node && !box.current?.contains(event.target);
      if (box.current?.open && isOutside) box.current.open = false;
    };
    addEventListener('click', close);
    return () => removeEventListener('click', close);
  }, []);
  if (!me) return null;
  const shut = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return;
    box.current.open = false;
    box.current.querySelector('summary')?.focus();
  };
  const unit = me.roles.find(({ role }) => role === me.role)?.providerName;
  const acting = unit === undefined ? shell.roles[me.role] : `${shell.roles[me.role]}, ${unit}`;
  return (
    <details class="who" ref={box} onKeyDown={shut}>
      <summary>
        <span>
          {me.name ?? me.userId}
          <small>{acting}</small>
        </span>
      </summary>
      <div class="who-menu">
        {me.roles.length < 2 ? (
          <p>{acting}</p>
        ) : (
          <fieldset class="ds-fieldset">
            <legend>{shell.actingAs}</legend>
            {me.roles.map(({ role, providerName }) => (
              <label key={role} class="choice">
                <input
                  class="ds-input"
                  type="radio"
                  name="role"
                  checked={role === me.role}
                  onChange={() => actAs(role)}
                />
                <span>
                  {shell.roles[role]}
                  {providerName === undefined ? undefined : <small class="soft">{providerName}</small>}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          data-color="neutral"
          onClick={() => signIn.leave()}
        >
          {shell.signOut}
        </button>
      </div>
    </details>
  );
}

/** The bar at the top: whose portal it is, where one can go, who one is, the other language. */
export function Header() {
  const { shell } = useWords();
  const { config, signIn } = usePortal();
  const { state } = useStore(session);
  const other = useStore(language) === 'sv' ? 'en' : 'sv';
  const [lost, setLost] = useState<Language>();
  async function change(next: Language): Promise<boolean> {
    try {
      await speak(next);
      setLost(undefined);
      return true;
    } catch {
      setLost(next);
      speakLater(next);
      return false;
    }
  }
  return (
    <header class="bar">
      <div class="bar-in">
        <a class="bar-name" href="#/">
          {config.municipality} <span>{shell.service}</span>
        </a>
        <Menu />
        <div class="bar-end">
          <Find />
          <Who />
          {state === 'open' ? (
            <button type="button" class="bar-link" onClick={() => signIn.begin()}>
              {shell.signIn}
            </button>
          ) : undefined}
          <button type="button" class="bar-link" lang={shell.otherLanguageCode} onClick={() => change(other)}>
            {shell.otherLanguage}
          </button>
        </div>
      </div>
      {lost ? <PageLost again={() => change(lost)} isAbove /> : undefined}
    </header>
  );
}
