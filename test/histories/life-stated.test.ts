import { playAll } from './histories.ts';

// What reaches back into a month that is stated: each lives on for months.
playAll('life', { from: 11, before: 13 });
