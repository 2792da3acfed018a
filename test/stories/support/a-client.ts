import * as z from 'zod';

const Token = z.object({ access_token: z.string() });
export type Reply = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** Somebody with a browser and nothing else: knows the contract's names, and what `/openapi.json` says. */
export const aClient = (base: () => string) => {
  async function http(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await fetch(`${base()}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  }

  /** A token for the API, or, with an intent, one made for it. */
  async function signIn(user: string, authAgeSeconds = 0, nonce?: string): Promise<string> {
    const { body } = await http('POST', '/_local/token', { user, authAgeSeconds, nonce });
    return Token.parse(body).access_token;
  }

  return {
    http,
    signIn,
    /** Somebody signed in. */
    async as(
      user: string,
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Reply> {
      return http(method, path, body, { authorization: `Bearer ${await signIn(user)}`, ...headers });
    },
  };
};

export type Client = ReturnType<typeof aClient>;
