import type { EntryKey } from '../../../functions/registry.ts';
import { registry } from '../../../functions/registry.ts';
import { type Partition, partitions } from '../../../functions/way-in.ts';
import { groupsOf } from '../../../infra/cdk/groups.ts';
import { type LoadedWay, loadWays } from '../../../infra/local/load-ways.ts';
import type { Job } from '../../../shared/http/job.ts';
import type { Endpoint } from '../../../shared/http/spec.ts';
import type { Deps } from '../../../shared/ports/deps.ts';
import type { Change, Table } from '../../../shared/ports/table.ts';
import { countCapacity } from '../../../shared/steps/capacity-count.ts';
import { changesOf } from '../../../shared/steps/effects.ts';

/** What a function was seen doing, in the words of `Reach`: `reads CASE#`, `writes file records`, `identity open`. */
export type Seen = ReadonlyMap<string, ReadonlySet<string>>;

const partitionOf = (pk: string): Partition => {
  const found = partitions.find((partition) => (partition.endsWith('#') ? pk.startsWith(partition) : pk === partition));
  if (!found) throw new Error(`${pk} is in no partition of functions/way-in.ts`);
  return found;
};

const verbs = { put: 'writes', delete: 'deletes', check: 'writes' } as const;
const deedOf = (change: Change): string =>
  `${verbs[change.kind]} ${partitionOf(change.kind === 'put' ? change.item.pk : change.key.pk)}`;

/** The ways in with their ports watched: every entry works as before, and what it reaches is written down by group. */
export async function watchedWays(): Promise<{ ways: readonly LoadedWay[]; seen: Seen; ran: ReadonlySet<string> }> {
  const seen = new Map<string, Set<string>>();
  const ran = new Set<string>();
  const groups = groupsOf(registry);
  const groupOf = (key: string) => groups.find(({ members }) => members.some((member) => member.key === key));

  const watched = (deps: Deps, saw: (deed: string) => void): Deps => {
    const table: Table = {
      get(key) {
        saw(`reads ${partitionOf(key.pk)}`);
        return deps.table.get(key);
      },
      getMany(keys) {
        for (const { pk } of keys) saw(`reads ${partitionOf(pk)}`);
        return deps.table.getMany(keys);
      },
      query(range) {
        saw(`reads ${partitionOf(range.pk)}`);
        return deps.table.query(range);
      },
      queryIndex(index, range) {
        saw(`reads ${partitionOf(range.pk)}`);
        return deps.table.queryIndex(index, range);
      },
      commit(changes, token) {
        for (const change of changes) saw(deedOf(change));
        return deps.table.commit(changes, token);
      },
    };
    return {
      ...deps,
      table,
      documents: {
        openUpload(wanted) {
          saw('writes file incoming');
          return deps.documents.openUpload(wanted);
        },
        put(bucket, ...rest) {
          saw(`writes file ${bucket}`);
          // One that lies there already is looked at: no other takes a record's place.
          if (bucket === 'records') saw('reads file records');
          return deps.documents.put(bucket, ...rest);
        },
        openView(wanted) {
          saw(`reads file ${wanted.bucket}`);
          return deps.documents.openView(wanted);
        },
        find(bucket, id) {
          saw(`reads file ${bucket}`);
          return deps.documents.find(bucket, id);
        },
        read(bucket, id) {
          saw(`reads file ${bucket}`);
          return deps.documents.read(bucket, id);
        },
      },
      signer: {
        sign(bytes) {
          saw('signing seal');
          return deps.signer.sign(bytes);
        },
        keys() {
          saw('signing publish');
          return deps.signer.keys();
        },
      },
      mailer: {
        send(message) {
          saw('mails');
          return deps.mailer.send(message);
        },
      },
      identityKeys: {
        newDataKey(customer) {
          saw('identity seal');
          return deps.identityKeys.newDataKey(customer);
        },
        unwrap(wrapped, customer) {
          saw('identity open');
          return deps.identityKeys.unwrap(wrapped, customer);
        },
        blind(word) {
          saw('identity blind');
          return deps.identityKeys.blind(word);
        },
      },
    };
  };

  const ways = (await loadWays()).map((way): LoadedWay => {
    const id = groupOf(way.key)?.id ?? '';
    const deeds = seen.get(id) ?? new Set();
    seen.set(id, deeds);
    const saw = (deed: string) => deeds.add(deed);
    const { entry } = way;
    if (entry.kind === 'job') {
      const job: Job = {
        ...entry,
        run(at, deps, news) {
          ran.add(way.key);
          return entry.run(at, watched(deps, saw), news);
        },
      };
      return { ...way, entry: job };
    }
    const open = 'http' in way.wayIn.on && way.wayIn.on.roles === 'everyone';
    const isWrite = 'http' in way.wayIn.on && !way.wayIn.on.http.startsWith('GET ');
    // What the chain itself does around an entry: who is calling, and the answer that is kept.
    if (!open) deeds.add('reads USER#');
    if (!open && isWrite && entry.keepsAnswer) for (const deed of ['reads ANSWER#', 'writes ANSWER#']) deeds.add(deed);
    const endpoint: Endpoint = {
      ...entry,
      async run(raw, deps) {
        const outcome = await entry.run(raw, watched(deps, saw));
        if (outcome.ok) {
          ran.add(way.key);
          // What the chain adds as it commits: what the changes mean for the providers' capacities.
          const made = changesOf(outcome.effects, { by: raw.caller, at: raw.at }, deps);
          const counted = await countCapacity(made, watched(deps, saw), raw.at);
          for (const change of [...made, ...counted]) saw(deedOf(change));
        }
        return outcome;
      },
    };
    return { ...way, entry: endpoint };
  });
  return { ways, seen, ran };
}

export const neverRan = (ran: ReadonlySet<string>): readonly string[] =>
  (Object.keys(registry) as EntryKey[]).filter((key) => !ran.has(key));
