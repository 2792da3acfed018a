/** What others may ask of switches: that they go with their case. Nothing else of this capability is known to others. */
export { moveSwitches } from './handing-over/switch-move-step.ts';
