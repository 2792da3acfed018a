/** What a browser shows by itself; the rest is saved. */
const shows = ['application/pdf', 'image/jpeg', 'image/png'];

/** For how long an address to a file is good. */
export const minutesToOpen = 5;

export const shownAs = (contentType: string): 'inline' | 'attachment' =>
  shows.includes(contentType) ? 'inline' : 'attachment';
