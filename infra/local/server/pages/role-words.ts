import type { Role } from '../../../../shared/domain/roles.ts';

/** The roles in the routines' own words, and what each can do in this version. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly can: string }>> = {
  officer: {
    name: 'Biståndshandläggare',
    can: 'Beställer, bedömer månadens rader, frågar utföraren, signerar sin rapport.',
  },
  head: {
    name: 'Myndighetschef',
    can: 'Ser var månaden står, signerar och skickar underlaget, ser vem som läst i ett ärende.',
  },
  'fee-officer': { name: 'Avgiftshandläggare', can: 'Ser månadernas summor och hämtar fakturaunderlagen.' },
  administrator: {
    name: 'Administratör',
    can: 'Läser in kommunens utförare, personer och ärenden, avgör brev som ingen vet om de kom fram.',
  },
  provider: {
    name: 'Utförarens samordnare',
    can: 'Bekräftar och påbörjar beställningar, provkör månadens fil, svarar på frågor.',
  },
  'provider-manager': {
    name: 'Utförarens chef',
    can: 'Detsamma som samordnaren, och signerar och lämnar in månaden.',
  },
  'night-patrol': {
    name: 'Trygghetslarm och nattpatrull',
    can: 'Ser om en kund har en utförare, och lämnar akuta uppdrag.',
  },
  nurse: { name: 'Hemsjukvårdens sjuksköterskor', can: 'Får veta vilken utförare en kund har.' },
};
