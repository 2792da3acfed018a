/** The names that the machine itself goes by, beside the domain of its address. */
const ownHosts = ['127.0.0.1', '[127.0.0.1]', 'localhost'];

/**
 * Whether mail to an address is for us: the address that our letters come from, with the token of a reply or without,
 * and the postmaster that every domain must have (RFC 5321). Mail for others is not passed on.
 */
export function takesMailFor(address: string, own: string): boolean {
  const split = (text: string): readonly [string, string] => {
    const at = text.lastIndexOf('@');
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
  };
  const [ownName, ownDomain] = split(own.toLowerCase());
  const [name, domain] = split(address.toLowerCase());
  if (domain === '') return name === 'postmaster';
  return (
    (domain === ownDomain || ownHosts.includes(domain)) &&
    (name === ownName || name.startsWith(`${ownName}+`) || name === 'postmaster')
  );
}
