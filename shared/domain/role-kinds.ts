type RoleKind = {
  /** In the routines' own words, and what it can do in this version; the portal has its own, shorter. */
  readonly name: string;
  readonly can: string;
  readonly worksFor: 'municipality' | 'provider';
  /** Whose list the work is in: the person's, their provider's, their unit's, or everybody's who has the role. */
  readonly list: 'person' | 'provider' | 'unit' | 'role';
};

/**
 * The roles of the routines, and all that is fixed about each. `provider` is a provider's coordinator,
 * `provider-manager` the one who signs for it (L-22, L-25); `head` is the myndighetschef, `officer` the
 * biståndshandläggare. `night-patrol` (Trygghetslarm och nattpatrull) gives urgent orders and nothing else (S-17);
 * `nurse` is the shared list of home health care (S-10). From `ordering-manager` on are those who buy hours between
 * departments, and sell them: whose list is their unit's, name the unit. What each may do is said with the ways in.
 */
export const roleKinds = {
  officer: {
    name: 'Biståndshandläggare',
    can: 'Beställer, bedömer månadens rader, frågar utföraren, undertecknar sin rapport.',
    worksFor: 'municipality',
    list: 'person',
  },
  head: {
    name: 'Myndighetschef',
    can: 'Ser var månaden står, undertecknar och skickar sammanställningen, ser vem som läst i ett ärende.',
    worksFor: 'municipality',
    list: 'role',
  },
  'fee-officer': {
    name: 'Avgiftshandläggare',
    can: 'Ser varje kunds minuter, hämtar avgiftsfilen och fakturaunderlagen.',
    worksFor: 'municipality',
    list: 'role',
  },
  administrator: {
    name: 'Administratör',
    can: 'Läser in kommunens utförare, personer och ärenden, avgör mejl som ingen vet om de kom fram.',
    worksFor: 'municipality',
    list: 'role',
  },
  provider: {
    name: 'Utförarens samordnare',
    can: 'Bekräftar och påbörjar beställningar, provkör månadens fil, svarar på frågor.',
    worksFor: 'provider',
    list: 'provider',
  },
  'provider-manager': {
    name: 'Utförarens chef',
    can: 'Detsamma som samordnaren, och undertecknar och lämnar in månaden.',
    worksFor: 'provider',
    list: 'provider',
  },
  'night-patrol': {
    name: 'Trygghetslarm och nattpatrull',
    can: 'Ser om en kund har en utförare, och lämnar akuta uppdrag.',
    worksFor: 'municipality',
    list: 'role',
  },
  nurse: {
    name: 'Hemsjukvårdens sjuksköterskor',
    can: 'Får veta vilken utförare en kund har.',
    worksFor: 'municipality',
    list: 'role',
  },
  'ordering-manager': {
    name: 'Beställande enhetschef',
    can: 'Ber en annan enhet om timmar, skriver avtal och säger upp för sin enhet.',
    worksFor: 'municipality',
    list: 'unit',
  },
  'ordering-administrator': {
    name: 'Beställande enhetens administratör',
    can: 'Skickar förfrågningar, tar emot månadens underlag och sänder internfakturan.',
    worksFor: 'municipality',
    list: 'unit',
  },
  'receiving-manager': {
    name: 'Mottagande enhetschef',
    can: 'Svarar på förfrågningar, förbereder och skriver avtal för den enhet som utför.',
    worksFor: 'municipality',
    list: 'unit',
  },
  'receiving-coordinator': {
    name: 'Mottagande enhetens samordnare',
    can: 'Får förfrågningar, planerar och lämnar månadens underlag.',
    worksFor: 'municipality',
    list: 'unit',
  },
  'contact-person': {
    name: 'Kontaktperson',
    can: 'Håller kontakten med den enskilde hos den enhet som utför.',
    worksFor: 'municipality',
    list: 'unit',
  },
  employee: {
    name: 'Medarbetare',
    can: 'Läser beskrivningar, riskbedömningar och instruktioner innan ett besök.',
    worksFor: 'municipality',
    list: 'unit',
  },
  economist: {
    name: 'Ekonom',
    can: 'Fördelar kostnaden mellan enheternas kostnadsställen.',
    worksFor: 'municipality',
    list: 'role',
  },
  finance: {
    name: 'Ekonomiavdelningen',
    can: 'Får månadens underlag på den blankett som rutinen anger.',
    worksFor: 'municipality',
    list: 'role',
  },
  'development-leader': {
    name: 'Utvecklingsledare',
    can: 'Informerar om bindningstid och kostnad, och beslutar där rutinen säger det.',
    worksFor: 'municipality',
    list: 'role',
  },
  'registrar-own': {
    name: 'Registrerare, egen regi',
    can: 'Registrerar köp som kommunens egna enheter utför, med rätt ärendekod.',
    worksFor: 'municipality',
    list: 'role',
  },
  'registrar-lov': {
    name: 'Registrerare, LOV',
    can: 'Registrerar köp som en privat utförare utför, med rätt ärendekod.',
    worksFor: 'municipality',
    list: 'role',
  },
  'ordering-officer': {
    name: 'Beställande handläggare',
    can: 'Begär köp för sin enhet och håller kontakten med utföraren.',
    worksFor: 'municipality',
    list: 'unit',
  },
  'area-head': {
    name: 'Områdeschef',
    can: 'Får veta när två chefer inte kommer överens eller en tid har gått.',
    worksFor: 'municipality',
    list: 'role',
  },
} as const satisfies Readonly<Record<string, RoleKind>>;

type Kinds = typeof roleKinds;
type Role = keyof Kinds;
export const roles = Object.keys(roleKinds) as [Role, ...Role[]];

/** The roles of which something is so. */
type Having<Key extends keyof RoleKind, Value> = {
  [Name in Role]: Kinds[Name][Key] extends Value ? Name : never;
}[Role];

const having = <Key extends keyof RoleKind, const Value>(key: Key, value: Value) =>
  roles.filter((role): role is Having<Key, Value> => roleKinds[role][key] === value);

/** Those whose list is the role's own, by its name. */
export const listedByRole = having('list', 'role');
/** Those whose list is their unit's: who has one of them names the unit. */
export const listedByUnit = having('list', 'unit');
