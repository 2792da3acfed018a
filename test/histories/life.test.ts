import { playAll } from './histories.ts';

playAll('life', { from: 1, before: 11 });
