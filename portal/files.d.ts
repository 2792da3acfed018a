/** Style sheets are the build's; in code they are only asked for. */
declare module '*.css';
