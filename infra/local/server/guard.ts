import type { IncomingHttpHeaders } from 'node:http';

/** Names under which the machine may be reached: a foreign name that leads to 127.0.0.1 is an attack (rebinding). */
const hosts = (port: number) => [`127.0.0.1:${port}`, `localhost:${port}`];

/**
 * Why a request is refused before anything of it is read. Everything here trusts whoever sits at the machine, so a
 * page from elsewhere in their browser must not reach it; following a link to a page here is the one thing it may do.
 */
export function refusalOf(
  { headers, method }: { headers: IncomingHttpHeaders; method?: string },
  port: number,
): 'foreign-host' | 'foreign-origin' | undefined {
  const known = hosts(port);
  if (!known.includes(headers.host?.toLowerCase() ?? '')) return 'foreign-host';
  if (headers.origin !== undefined && !known.some((host) => headers.origin === `http://${host}`))
    return 'foreign-origin';
  const site = headers['sec-fetch-site'];
  const isLink =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document' && method === 'GET';
  return (site === 'cross-site' || site === 'same-site') && !isLink ? 'foreign-origin' : undefined;
}
