import type { Reach, WayIn } from '../../functions/way-in.ts';

type Lines = Readonly<Record<string, WayIn>>;
type Reaches = Readonly<Record<string, Reach>>;

const howIn = ({ on }: WayIn): string => {
  if ('http' in on) return on.http;
  if ('schedule' in on) return on.schedule;
  return 'stream' in on ? `something new among ${on.stream}` : on.event;
};
const whoIn = ({ on }: WayIn): string => {
  if (!('http' in on)) return 'the clock';
  return on.roles === 'everyone' ? 'everyone' : on.roles.join(', ');
};

const all = (some: readonly string[] | undefined): string => some?.toSorted().join(' ') ?? '';

/**
 * Every way in, by whom it may be used, and who is hurt when it fails; and how far each function reaches: the registry as
 * a person reads and approves it. `test/functions/ways.md` is what has been approved.
 */
export const waysTable = (lines: Lines, reaches: Reaches): string =>
  [
    '# Every way in, and how far it reaches',
    '',
    'Written by `npm run ways`. A change here is a change of who may do what: read it.',
    '',
    '| Way in | By | Who | Profile | Where | Who is hurt when it fails |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(lines).map(
      ([key, line]) => `| ${key} | ${howIn(line)} | ${whoIn(line)} | ${line.profile} | ${line.entry} | ${line.harm} |`,
    ),
    '',
    '| Function | Reads | Writes | Deletes | Files read | Files written | Identity | Signing | Mails |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...Object.entries(reaches).map(
      ([id, { reads, writes, deletes, files, identity, signing, mails }]) =>
        `| ${[id, all(reads), all(writes), all(deletes), all(files?.reads), all(files?.writes), all(identity), all(signing), mails ? 'yes' : ''].join(' | ')} |`,
    ),
    '',
  ].join('\n');
