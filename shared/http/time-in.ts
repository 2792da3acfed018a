/** A shape of requests, kept where rules may use it too. */
export { TimeIn } from '../domain/time-in.ts';
