/**
 * The rules of L and S that no file carries out, because nothing in the system could: what is done outside it, by
 * hand or in other systems, and is at most recorded here. Every other rule is cited where it is carried out.
 */
export const recordedOnly: Readonly<Record<string, string>> = {
  'L-17': 'Done in the municipal provider’s own system; the order carries what is entered there.',
  'L-18': 'Registered in the provider’s own mobile system; what it registers comes in as the month’s time report.',
  'L-20': 'The fee is decided in another system; nothing here depends on the provider’s kind when the month is shown.',
  'L-29': 'The blank forms are published on the municipality’s own site; their headers stand in the contract.',
  'L-52': 'How a provider keeps its documentation is by law, and is kept in its own system (A55).',
  'L-69': 'Contact routines between hospital and municipality are agreed outside the system.',
};

/**
 * The rules whose part of the system is not built yet. A test holds that nothing carries one of them out already, so
 * the list can only shrink.
 */
export const notYet: Readonly<Record<string, string>> = {};
