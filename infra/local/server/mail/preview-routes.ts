import { previews } from '../../../../functions/letters/previews.ts';
import { languageOf } from '../../../../shared/http/language.ts';
import { problem } from '../../../../shared/http/problem.ts';
import { htmlPage } from '../pages/page.ts';
import { previewPath, previewsPage } from '../pages/previews-page.ts';
import type { LocalRoute } from '../route.ts';

/** As in a mail program: nothing is run or fetched. */
const asInMail = "default-src 'none'; frame-ancestors 'none'";

/** Every kind of letter to look at, as text and as a mail program shows it. */
export const previewRoutes: readonly LocalRoute[] = [
  { on: 'GET /_local/mailbox/forhandsvisning', answer: () => htmlPage(previewsPage(previews())) },
  {
    on: 'GET /_local/mailbox/forhandsvisning/{name}',
    answer({ params, headers }) {
      const found = previews().find((one) => previewPath(one).endsWith(`/${params.name}`));
      if (!found) return problem(404, 'letter-not-found', languageOf(headers));
      const page = htmlPage(found.html);
      return { ...page, headers: { ...page.headers, 'content-security-policy': asInMail } };
    },
  },
];
