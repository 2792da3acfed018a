import { playAll } from './histories.ts';

playAll('life');
