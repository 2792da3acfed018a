import { survivesKills } from './support/kills.ts';

survivesKills(20261103);
