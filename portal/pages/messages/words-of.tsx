/** A line of a notice that leads to a page here: `Öppna bytet: https://…/#/byten/1`. */
const leading = /^(.+?):? \S+?\/(#\/\S*)$/;

/** What was said, line by line. What the system tells may lead on: its line is the link. */
export function WordsOf({ text, isNotice }: { readonly text: string; readonly isNotice: boolean }) {
  if (!isNotice) return <p class="written">{text}</p>;
  return (
    <>
      {text.split('\n').map((line, index) => {
        const [, words, href] = leading.exec(line) ?? [];
        return (
          <p key={`${index} ${line}`} lang="sv">
            {href === undefined ? (
              line
            ) : (
              <a class="ds-link" href={href}>
                {words}
              </a>
            )}
          </p>
        );
      })}
    </>
  );
}
