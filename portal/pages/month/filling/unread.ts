/**
 * What somebody typed where whole minutes are asked for and that are none, by the id of its field: it stays as it was
 * typed, is named wrong, and counts as nothing until it is put right.
 */
const unread = new Map<string, string>();

export const unreadIn = (id: string): string | undefined => unread.get(id);
export const keepUnread = (id: string, text: string | undefined): unknown =>
  text === undefined ? unread.delete(id) : unread.set(id, text);
