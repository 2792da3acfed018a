import { month } from './sv/month.ts';
import { newOrder } from './sv/new-order.ts';
import { orders } from './sv/orders.ts';
import { parts } from './sv/parts.ts';
import { shell } from './sv/shell.ts';
import { states } from './sv/states.ts';
import { tasks } from './sv/tasks.ts';

/** Every text of the portal, by the area that it belongs to. A new area is a file of its own, in both languages. */
export const sv = { shell, parts, states, tasks, month, orders, newOrder };
