import { playAll } from './histories.ts';

playAll('life', { from: 13, before: 100 });
