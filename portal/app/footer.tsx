import { useWords } from './language.ts';
import { usePortal } from './portal.ts';

/** The same help in the same place on every page (3.2.6). */
export function Footer() {
  const { shell } = useWords();
  const { config } = usePortal();
  const { phone, email } = config.help ?? {};
  return (
    <footer class="foot">
      <div class="foot-in">
        {phone === undefined && email === undefined ? undefined : (
          <p>
            {shell.help}:{' '}
            {phone === undefined ? undefined : <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}{' '}
            {email === undefined ? undefined : <a href={`mailto:${email}`}>{email}</a>}
          </p>
        )}
        <p>
          <a href="#/oppet">{shell.about}</a>
        </p>
        <p>
          <a href="#/verifiera">{shell.verify}</a>
        </p>
        <p>
          <a href="#/tillganglighet">{shell.accessibility}</a>
        </p>
        <p>{shell.version(config.version)}</p>
        {config.machine === undefined ? undefined : (
          <p>
            <a href={config.machine}>{shell.machine}</a>
          </p>
        )}
      </div>
    </footer>
  );
}
