import type { newOrder as sv } from '../sv/new-order.ts';
import type { Words } from '../words.ts';

export const newOrder: Words<typeof sv> = { title: 'New order' };
