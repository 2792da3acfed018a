import { playAll } from './histories.ts';

playAll('between');
