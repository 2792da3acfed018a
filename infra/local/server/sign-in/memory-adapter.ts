import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/** The identity provider's sessions and codes, for as long as the process lives. Tokens need none of it. */
export function memoryAdapter(): AdapterFactory {
  const rooms = new Map<string, Map<string, Kept>>();

  return (model): Adapter => {
    const room = rooms.get(model) ?? new Map<string, Kept>();
    rooms.set(model, room);
    const alive = (kept: Kept | undefined) => (kept && kept.until > Date.now() ? kept.payload : undefined);
    const findBy = (fits: (payload: AdapterPayload) => boolean) =>
      alive([...room.values()].find(({ payload }) => fits(payload)));

    return {
      async upsert(id, payload, expiresIn = 3600) {
        for (const [old, { until }] of room) if (until <= Date.now()) room.delete(old);
        room.set(id, { payload, until: Date.now() + expiresIn * 1000 });
      },
      find: async (id) => alive(room.get(id)),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (code) => findBy((payload) => payload.userCode === code),
      async consume(id) {
        const kept = room.get(id);
        if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        room.delete(id);
      },
      // Asked of each kind that is granted. A sign-in under way knows the grant of who was signed in, and outlives it:
      // when it is somebody else that signs in, the first one is signed out in the middle of it.
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of room) if (payload.grantId === grantId) room.delete(id);
      },
    };
  };
}
