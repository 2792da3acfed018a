import { render } from 'preact';
import './theme/style.css';
import { speakAsBefore } from './app/language.ts';
import { PortalContext } from './app/portal.ts';
import { Shell } from './app/shell.tsx';
import { fetchConfig } from './sign-in/config.ts';
import { takeTrip } from './sign-in/round-trip.ts';
import { wasSignedIn } from './sign-in/session.ts';
import { endRoundTrip, signInWith } from './sign-in/sign-in.ts';
import { wear } from './theme/theme.ts';

/** Reads what the portal must know, ends a sign-in that comes back, and draws. A reload goes on with the sign-in it had. */
async function open(): Promise<void> {
  const [config] = await Promise.all([fetchConfig(), speakAsBefore()]);
  wear(config.theme?.brand);
  const signIn = signInWith(config);
  const isBack = await endRoundTrip(config);
  if (!isBack && wasSignedIn()) {
    // What an earlier way to the sign-in took along, and was broken off with, goes along once more.
    const broken = takeTrip();
    return signIn.begin({ by: broken?.by });
  }
  const root = document.getElementById('portal');
  if (!root) throw new Error('the page has no place for the portal');
  render(
    <PortalContext.Provider value={{ config, signIn }}>
      <Shell />
    </PortalContext.Provider>,
    root,
  );
}

/** Asks for the style sheet once more, when it was lost on the way here: a token of it says whether it came. */
function dress(): void {
  if (getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '') return;
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    link.href = `${link.href.replace(/\?.*$/, '')}?${Date.now()}`;
}

// What stands there says that the portal could not be fetched; it has been.
document.getElementById('portal')?.replaceChildren();
dress();
addEventListener('online', dress);

try {
  await open();
} catch (failure) {
  // Without its settings the portal knows neither whose it is nor how to sign in; the page itself has words for it.
  const words = document.getElementById('cannot-open');
  if (words instanceof HTMLTemplateElement) document.body.append(words.content.cloneNode(true));
  throw failure;
}
