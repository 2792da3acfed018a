/** How many rows to write on a printed page has room for, and how many of them who signs takes. Apart from what sets the page, which is large. */
export const rowsOnPage = 16;
export const rowsOfSigning = 3;
