/** What a room is given: the id in its path, and the query. */
export type RoomProps = { readonly id: string; readonly query: URLSearchParams };
