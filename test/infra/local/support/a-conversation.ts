import { connect } from 'node:net';

/** Somebody who speaks SMTP by hand: what is written goes as it is, and what is answered is waited for by its code. */
export async function aConversation(port: number) {
  const line = connect(port, '127.0.0.1');
  let heard = '';
  let gone = false;
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const one of waiting) one();
  };
  line.setEncoding('latin1').on('data', (text) => {
    heard += text;
    wake();
  });
  // A broken line is what some of these conversations are about.
  line.on('error', () => {});
  line.on('close', () => {
    gone = true;
    wake();
  });
  const until = (isSo: () => boolean, within = 5000): Promise<void> =>
    new Promise((resolve, reject) => {
      const end = setTimeout(() => reject(new Error(`never came; heard ${JSON.stringify(heard)}`)), within);
      const look = () => {
        if (!isSo()) return;
        clearTimeout(end);
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  /** The codes that have been answered, in order; of an answer in several lines its last. */
  const codes = () => [...heard.matchAll(/^(\d{3}) /gm)].map(([, code]) => Number(code));
  /** Waits until so many answers have come. */
  async function answers(count: number): Promise<readonly number[]> {
    await until(() => codes().length >= count || gone);
    return codes();
  }
  // Whoever speaks before the server has greeted is put out.
  await answers(1);
  return {
    write: (text: string | Uint8Array) => void line.write(text as string, 'latin1'),
    destroy: () => line.destroy(),
    heard: () => heard,
    codes,
    answers,
    closed: () => until(() => gone),
    isGone: () => gone,
  };
}
