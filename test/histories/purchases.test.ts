import { playAll } from './histories.ts';

playAll('purchases');
