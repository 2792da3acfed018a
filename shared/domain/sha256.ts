/** SHA-256 as its 32 bytes; a text is hashed as UTF-8. Runs on the server and in a browser. */
export async function digest(data: string | Uint8Array): Promise<Uint8Array> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** As `digest`, in 64 lower-case hex digits. */
export const sha256 = async (data: string | Uint8Array): Promise<string> =>
  Array.from(await digest(data), (byte) => byte.toString(16).padStart(2, '0')).join('');
