import { everyPageOf } from './support/every-page.ts';

everyPageOf('purchases');
