/** Something outside the program keeps it from starting; the message is one line for the person who starts it. */
export class CannotStart extends Error {}
