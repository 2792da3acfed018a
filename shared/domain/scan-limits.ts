/**
 * How much of a month’s paper is filed at once: so many files, since each page of its forms may be one of its own, and so
 * many bytes, of one and of all. Apart from what reads them, for the page that says it before anything is read.
 */
export const mostScans = 300;
/** In bytes: as much as an upload takes. */
export const mostScanBytes = 25 * 1024 * 1024;
export const mostScanBytesTogether = 10 * mostScanBytes;
