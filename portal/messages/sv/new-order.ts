/** Att lägga en ny beställning. */
export const newOrder = { title: 'Ny beställning' };
