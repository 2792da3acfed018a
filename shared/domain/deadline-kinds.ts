import type { LetterKind } from './letter-kinds.ts';

/**
 * The recipients of a deadline's letters: the provider that leaves and the one that takes over, the officer, the heads,
 * the administrators, the heads of areas. `unit`: whoever the deadline says that it is for: a unit's people, a provider, or
 * all who have a role.
 */
type Recipient = 'provider' | 'joining' | 'officer' | 'unit' | 'heads' | 'administrators' | 'area-heads';

type Post = {
  readonly kind: LetterKind;
  readonly to: readonly Recipient[];
  /** What the letter says, where it is not that the time is near or over. */
  readonly variant?: string;
};

/** What is sent as the clock reminds of a deadline, passes it, or takes it to the heads; nothing where it is silent. */
type Posts = { readonly reminded?: Post; readonly overdue?: Post; readonly escalated?: Post };

type Task = { readonly sv: string; readonly en: string };

type DeadlineKind = {
  /** The rule that sets it, unless its own reason is another (`opened`). */
  readonly rule: string;
  /** A breach when it is missed; else a remark, which is counted and shown (A05). */
  readonly hard: boolean;
  /** Whose list it is in: of a switch, the provider that takes over is the `joining` one. */
  readonly owner: 'provider' | 'joining' | 'officer' | 'unit' | 'head' | 'administrator';
  /** What it is one of several ways to wait for. */
  readonly awaits?: 'start' | 'confirmation';
  /** What is to be done, on a list of tasks, in a calendar and beside an order. */
  readonly task: Task;
  /** The same of one by its `ref`, where those of a kind are about different things. */
  readonly tasks?: Readonly<Record<string, Task>>;
  readonly letters: Posts;
};

const both = (kind: LetterKind, to: Recipient): Posts => ({
  reminded: { kind, to: [to] },
  overdue: { kind, to: [to] },
});
const everyone: readonly Recipient[] = ['provider', 'joining', 'officer'];

const confirmation: Posts = {
  reminded: { kind: 'N02', to: ['provider'] },
  overdue: { kind: 'N02', to: ['provider', 'officer'] },
};

/** A start that is late; the heads hear of it when it has not come a dygn later (N08). */
const lateStart: Posts = {
  overdue: { kind: 'N08', to: ['provider', 'officer'] },
  escalated: { kind: 'N08', to: ['heads'] },
};

/** Both providers should have been told of a switch by now (L-61, S-43): the officer is reminded. */
const untold: Posts = { overdue: { kind: 'N29', to: ['officer'], variant: 'untold' } };

/**
 * The routines' deadlines that this version watches, numbered as in the table of deadlines: all that is fixed about each.
 * When one is due its builder counts, from the pack; which of several alike a routine has, its pack says.
 */
const deadlineKinds = {
  D01: {
    rule: 'L-12',
    hard: true,
    owner: 'provider',
    awaits: 'confirmation',
    task: { sv: 'Bekräfta beställningen', en: 'Confirm the order' },
    letters: confirmation,
  },
  D02: {
    rule: 'L-13',
    hard: true,
    owner: 'provider',
    awaits: 'start',
    task: { sv: 'Påbörja insatsen', en: 'Begin the services' },
    letters: lateStart,
  },
  D03: {
    rule: 'L-14',
    hard: false,
    owner: 'provider',
    task: { sv: 'Påbörja den akuta insatsen i dag', en: 'Begin the urgent services today' },
    letters: { overdue: { kind: 'N08', to: ['provider', 'officer'] } },
  },
  D04: {
    rule: 'S-12',
    hard: true,
    owner: 'provider',
    awaits: 'start',
    task: { sv: 'Verkställ uppdraget', en: 'Carry out the assignment' },
    letters: lateStart,
  },
  D05: {
    rule: 'S-31',
    hard: true,
    owner: 'provider',
    awaits: 'start',
    task: { sv: 'Verkställ uppdraget från kontakten', en: 'Carry out the assignment, counted from the contact' },
    letters: lateStart,
  },
  D06: {
    rule: 'S-28',
    hard: false,
    owner: 'provider',
    awaits: 'confirmation',
    task: { sv: 'Bekräfta att uppdraget är mottaget', en: 'Confirm that the assignment has been received' },
    letters: confirmation,
  },
  D07: {
    rule: 'S-16',
    hard: true,
    owner: 'provider',
    awaits: 'start',
    task: { sv: 'Påbörja det akuta uppdraget', en: 'Begin the urgent assignment' },
    letters: lateStart,
  },
  D08: {
    rule: 'S-14',
    hard: true,
    owner: 'provider',
    awaits: 'start',
    task: { sv: 'Påbörja insatsen vid den överenskomna tiden', en: 'Begin the services at the agreed time' },
    letters: lateStart,
  },
  D09: {
    rule: 'S-54',
    hard: false,
    owner: 'joining',
    task: { sv: 'Meddela datum för övertagandet', en: 'Tell the date of the take-over' },
    letters: { reminded: { kind: 'N29', to: everyone }, overdue: { kind: 'N29', to: everyone } },
  },
  D10: {
    rule: 'L-22',
    hard: true,
    owner: 'provider',
    task: { sv: 'Lämna in månadens redovisning', en: 'Hand in the month' },
    tasks: { draft: { sv: 'Underteckna månadens redovisning', en: 'Sign the month, which waits' } },
    letters: { reminded: { kind: 'N13', to: ['provider'] }, overdue: { kind: 'N15', to: ['provider', 'heads'] } },
  },
  D11: {
    rule: 'L-30',
    hard: false,
    owner: 'administrator',
    task: { sv: 'Dela det inlämnade mellan handläggarna', en: 'Split what came in between the officers' },
    letters: {},
  },
  D12: {
    rule: 'L-33',
    hard: true,
    owner: 'officer',
    task: { sv: 'Lämna den undertecknade rapporten till myndighetschefen', en: 'Hand the signed report to the head' },
    letters: { reminded: { kind: 'N18', to: ['officer'] }, overdue: { kind: 'N18', to: ['officer', 'heads'] } },
  },
  D13: {
    rule: 'L-37',
    hard: true,
    owner: 'head',
    task: { sv: 'Skicka sammanställningen till utföraren', en: 'Send the statement to the provider' },
    letters: both('N20', 'heads'),
  },
  D15: {
    rule: 'L-53',
    hard: true,
    owner: 'provider',
    task: { sv: 'Lämna dokumentationen till handläggaren', en: 'Hand the documentation to the officer' },
    letters: both('N26', 'provider'),
  },
  D16: {
    rule: 'L-55',
    hard: true,
    owner: 'provider',
    task: { sv: 'Lämna en kopia av genomförandeplanen', en: 'Hand in a copy of the care plan' },
    letters: both('N26', 'provider'),
  },
  D17: {
    rule: 'L-56',
    hard: true,
    owner: 'officer',
    task: { sv: 'Följ upp ärendet', en: 'Follow the case up' },
    letters: both('N27', 'officer'),
  },
  D18: {
    rule: 'L-61',
    hard: true,
    owner: 'officer',
    task: { sv: 'Meddela utförarna om bytet', en: 'Tell the providers of the change' },
    letters: untold,
  },
  D19: {
    rule: 'L-63',
    hard: true,
    owner: 'joining',
    task: { sv: 'Genomför bytet inom uppsägningstiden', en: 'Make the change within the notice period' },
    letters: { overdue: { kind: 'N29', to: everyone } },
  },
  D20: {
    rule: 'S-43',
    hard: false,
    owner: 'officer',
    task: { sv: 'Meddela utförarna om bytet samma dag', en: 'Tell the providers of the change the same day' },
    letters: untold,
  },
  D21: {
    rule: 'S-56',
    hard: true,
    owner: 'joining',
    task: { sv: 'Genomför bytet inom fönstret', en: 'Make the change within its window' },
    letters: { overdue: { kind: 'N29', to: everyone } },
  },
  D25: {
    rule: 'L-57',
    hard: false,
    owner: 'officer',
    task: { sv: 'Ta del av det som utföraren har meddelat', en: 'See what the provider has reported' },
    letters: {},
  },
  D26: {
    rule: 'L-71',
    hard: false,
    owner: 'officer',
    task: { sv: 'Stäm av med kunden om avslutet', en: 'Check with the customer about the ending' },
    letters: {},
  },
  D27: {
    rule: 'L-68',
    hard: false,
    owner: 'provider',
    task: { sv: 'Ta upp insatserna vid hemgången', en: 'Take the services up at the home-coming' },
    letters: {},
  },
  D29: {
    rule: 'M-03',
    hard: false,
    owner: 'unit',
    task: { sv: 'Säg om den köpta hjälpen ska fortsätta', en: 'Say whether the bought help is to go on' },
    letters: { reminded: { kind: 'N44', to: ['unit'], variant: 'period' } },
  },
  D30: {
    rule: 'M-07',
    hard: false,
    owner: 'unit',
    task: { sv: 'Registrera ärendet med sin ärendekod', en: 'Register the case with its code' },
    letters: { overdue: { kind: 'N37', to: ['unit'], variant: 'overdue' } },
  },
  D31: {
    rule: 'M-17',
    hard: true,
    owner: 'unit',
    task: { sv: 'Lämna månadens underlag för köpta timmar', en: 'Hand in the month’s basis of bought hours' },
    letters: both('N42', 'unit'),
  },
  D32: {
    rule: 'H-28',
    hard: true,
    owner: 'unit',
    task: { sv: 'Besluta tillsammans om den akuta hjälpen', en: 'Decide together about the acute help' },
    letters: {
      reminded: { kind: 'N39', to: ['unit'], variant: 'warned' },
      overdue: { kind: 'N39', to: ['unit', 'area-heads'], variant: 'due' },
    },
  },
  D33: {
    rule: 'H-30',
    hard: true,
    owner: 'unit',
    task: { sv: 'Underteckna avtalet i efterhand', en: 'Sign the agreement afterwards' },
    letters: both('N40', 'unit'),
  },
  D34: {
    rule: 'H-17',
    hard: false,
    owner: 'unit',
    task: { sv: 'Underteckna avtalet innan hjälpen börjar', en: 'Sign the agreement before help begins' },
    letters: { overdue: { kind: 'N38', to: ['unit'], variant: 'overdue' } },
  },
  D35: {
    rule: 'H-13',
    hard: false,
    owner: 'unit',
    task: { sv: 'Håll ett samverkansmöte med den andra enheten', en: 'Hold a meeting with the other unit' },
    letters: {
      reminded: { kind: 'N45', to: ['unit'], variant: 'meeting' },
      overdue: { kind: 'N45', to: ['unit'], variant: 'meeting-late' },
    },
  },
  D36: {
    rule: 'H-06',
    hard: true,
    owner: 'officer',
    task: {
      sv: 'Avsluta insatserna när assistansen börjar',
      en: 'End the services as the assistance begins',
    },
    letters: { overdue: { kind: 'N25', to: ['officer'], variant: 'assistance-late' } },
  },
  D37: {
    rule: 'H-40',
    hard: false,
    owner: 'unit',
    task: { sv: 'Utred arbetsskadan och berätta om åtgärderna', en: 'Investigate the injury and tell what is done' },
    letters: { overdue: { kind: 'N41', to: ['unit'], variant: 'injury-late' } },
  },
  D38: {
    rule: 'B-26',
    hard: true,
    owner: 'unit',
    task: { sv: 'Lämna månadens underlag för köpta timmar', en: 'Hand in the month’s basis of bought hours' },
    letters: both('N42', 'unit'),
  },
  D39: {
    rule: 'B-30',
    hard: false,
    owner: 'unit',
    task: { sv: 'Fördela kostnaden för köpta timmar', en: 'Allocate the cost of bought hours' },
    letters: { overdue: { kind: 'N43', to: ['unit'] } },
  },
  D40: {
    rule: 'A53',
    hard: false,
    owner: 'unit',
    task: { sv: 'Besvara begäran om köp', en: 'Answer the request for hours' },
    tasks: {
      contact: { sv: 'Utse en kontaktperson', en: 'Name a contact person' },
      plan: { sv: 'Upprätta genomförandeplanen', en: 'Draw up the care plan' },
      change: { sv: 'Besvara ändringen av ett köp', en: 'Answer the change of a purchase' },
      deviation: { sv: 'Ta hand om avvikelsen', en: 'See to the deviation' },
      training: { sv: 'Besvara utbildningsbehovet', en: 'Answer the training need' },
      question: { sv: 'Besvara frågan om hjälpen', en: 'Answer the question about the help' },
    },
    letters: {},
  },
  D41: {
    rule: 'S-60',
    hard: false,
    owner: 'head',
    task: { sv: 'Se över kommunens rutin', en: 'Review the municipality’s routine' },
    letters: both('N45', 'heads'),
  },
  D47: {
    rule: 'L-58',
    hard: false,
    owner: 'officer',
    task: {
      sv: 'Ta över det som avvikelseblanketten säger om kunden',
      en: 'Take over what the deviation form says of the customer',
    },
    letters: {},
  },
  D48: {
    rule: 'S-39',
    hard: false,
    owner: 'unit',
    task: { sv: 'Ta hand om ett mejl', en: 'See to a mail' },
    tasks: {
      quarantined: {
        sv: 'Avgör om ett mejl ska släppas fram',
        en: 'Decide whether a mail is to be let through',
      },
      asked: { sv: 'Läs ett mejl som inte kunde tolkas', en: 'Read a mail that could not be understood' },
    },
    letters: {},
  },
  D42: {
    rule: 'A30',
    hard: false,
    owner: 'provider',
    task: { sv: 'Rätta det som är fel i månadens redovisning', en: 'Correct what is wrong in the month' },
    letters: {
      reminded: { kind: 'N17', to: ['provider', 'officer'], variant: 'correction-near' },
      overdue: { kind: 'N17', to: ['provider', 'officer'], variant: 'correction-over' },
    },
  },
  D43: {
    rule: 'S-23',
    hard: true,
    owner: 'officer',
    task: { sv: 'Kontakta utföraren om uppdraget', en: 'Contact the provider about the assignment' },
    letters: { reminded: { kind: 'N48', to: ['officer'] }, overdue: { kind: 'N48', to: ['officer', 'heads'] } },
  },
  D44: {
    rule: 'S-26',
    hard: false,
    owner: 'officer',
    task: { sv: 'Lämna ut pappret till utföraren', en: 'Hand the paper over to the provider' },
    letters: { overdue: { kind: 'N48', to: ['officer'], variant: 'paper' } },
  },
  D45: {
    rule: 'S-38',
    hard: false,
    owner: 'officer',
    task: { sv: 'Sätt uppdraget som verkställt', en: 'Set the assignment as executed' },
    letters: {},
  },
  D46: {
    rule: 'S-37',
    hard: false,
    owner: 'officer',
    task: { sv: 'Följ upp insatser som inte utförs', en: 'Follow up the services that are not carried out' },
    letters: {},
  },
  /** A corrected file of a month that has been handed in already waits for the manager. */
  D49: {
    rule: 'L-22',
    hard: false,
    owner: 'provider',
    task: { sv: 'Underteckna månadens rättade filer', en: 'Sign the corrected files of the month' },
    letters: {},
  },
  /** A fact was told of a case in a month that is stated: what it comes to is decided. */
  D50: {
    rule: 'A66',
    hard: false,
    owner: 'officer',
    task: { sv: 'Bestäm en justering av en månad som är klar', en: 'Decide an adjustment of a month that is done' },
    letters: {},
  },
  /** Files came after the statement: what differs by them is decided, case by case. */
  D51: {
    rule: 'A30',
    hard: false,
    owner: 'officer',
    task: {
      sv: 'Bestäm justeringar efter filer som kom i efterhand',
      en: 'Decide the adjustments of files that came afterwards',
    },
    letters: {},
  },
  /** A month that came on paper waits to be keyed by one person, and then by another. */
  D52: {
    rule: 'A59',
    hard: false,
    owner: 'administrator',
    task: { sv: 'Skriv av månadens blanketter på papper', en: 'Key the month’s forms on paper' },
    tasks: {
      differs: {
        sv: 'Rätta det som två har läst olika på månadens papper',
        en: 'Mend what two people have read differently on the month’s paper',
      },
    },
    letters: {},
  },
  D53: {
    rule: 'A59',
    hard: false,
    owner: 'administrator',
    task: { sv: 'Läs månadens papper som andra person', en: 'Read the month’s paper as the second person' },
    tasks: {
      ask: {
        sv: 'Be en handläggare läsa månadens papper som andra person',
        en: 'Ask an officer to read the month’s paper as the second person',
      },
      nobody: {
        sv: 'Ingen kan läsa månadens papper som andra person: utse en ersättare eller en administratör till',
        en: 'Nobody can read the month’s paper as the second person: appoint a deputy or another administrator',
      },
    },
    letters: {},
  },
  /** Something was seen in the rows of the officer's cases: it is answered before the statement. */
  D54: {
    rule: 'L-37',
    hard: false,
    owner: 'officer',
    task: { sv: 'Besvara det som märktes i månadens rader', en: 'Answer what was seen in the month’s rows' },
    letters: {},
  },
  /** What was found out of months that are stated goes with no later month: it is settled by itself. */
  D55: {
    rule: 'A66',
    hard: false,
    owner: 'head',
    task: {
      sv: 'Underteckna slutavräkningen med en utförare',
      en: 'Sign the settlement with a provider',
    },
    letters: {},
  },
  /** A settlement came to less than nothing: the provider is to pay back. */
  D56: {
    rule: 'A66',
    hard: false,
    owner: 'administrator',
    task: {
      sv: 'Kräv tillbaka det som en utförare har fått för mycket',
      en: 'Claim back what a provider was overpaid',
    },
    letters: {},
  },
  /** None of the heads may attest an invoice that waits: all had a hand in its month, or have too low a limit. */
  D57: {
    rule: 'A72',
    hard: false,
    owner: 'head',
    task: {
      sv: 'Utse en ställföreträdare som får attestera en faktura',
      en: 'Appoint a deputy who may attest an invoice',
    },
    letters: {},
  },
  /** An invoice waits for its next step: to be looked at and marked secret, to be coded and attested, to be booked. */
  D58: {
    rule: 'L-41',
    hard: false,
    owner: 'administrator',
    task: { sv: 'Sekretessbelägg en faktura', en: 'Mark an invoice secret' },
    tasks: {
      held: {
        sv: 'Bestäm vad som ska hända med en faktura som hålls kvar',
        en: 'Decide what is to become of an invoice that is held',
      },
      look: {
        sv: 'Läs igenom en faktura utan text som andra person, och sekretessbelägg den',
        en: 'Look through an invoice without text as the second person, and mark it secret',
      },
    },
    letters: {},
  },
  D59: {
    rule: 'L-51',
    hard: false,
    owner: 'head',
    task: { sv: 'Kontera och attestera en faktura', en: 'Code and attest an invoice' },
    tasks: {
      second: { sv: 'Attestera en faktura som andra person', en: 'Attest an invoice as the second person' },
    },
    letters: {},
  },
  D60: {
    rule: 'L-51',
    hard: false,
    owner: 'unit',
    task: {
      sv: 'Lämna en attesterad faktura till bokföringen',
      en: 'Hand an attested invoice to the bookkeeping',
    },
    letters: {},
  },
  /** Of the law, not of a routine: no table of deadlines has it. */
  P01: {
    rule: 'SoL 26:1',
    hard: false,
    owner: 'administrator',
    task: {
      sv: 'Utförarens tillstånd går ut: skriv in det nya',
      en: 'The provider’s permit ends: write in the new one',
    },
    letters: both('P01', 'administrators'),
  },
} as const satisfies Readonly<Record<string, DeadlineKind>>;

type DeadlineCode = keyof typeof deadlineKinds;
export const deadlineCodes = Object.keys(deadlineKinds) as readonly DeadlineCode[];

/** All that is fixed about one, by its code. */
export const kindOf = (code: DeadlineCode): DeadlineKind => deadlineKinds[code];

const awaiting = (what: DeadlineKind['awaits']): readonly DeadlineCode[] =>
  deadlineCodes.filter((code) => kindOf(code).awaits === what);

/** Every deadline of the first visit, the agreed later one included (D08): somebody waits for it at home. */
export const startCodes: readonly DeadlineCode[] = awaiting('start');
/** Of the receipt: a breach in one routine (L-12), a remark in another (S-28, A11). */
export const confirmCodes: readonly DeadlineCode[] = awaiting('confirmation');

/** The sentences of the catalogue that say what each asks for, as `task-D01`, or by its `ref`, as `task-D40-contact`. */
export const tasksIn = (language: 'sv' | 'en') =>
  Object.fromEntries(
    deadlineCodes.flatMap((code) => {
      const { task, tasks = {} } = kindOf(code);
      return [
        [`task-${code}`, task[language]],
        ...Object.entries(tasks).map(([ref, one]) => [`task-${code}-${ref}`, one[language]]),
      ];
    }),
  ) as Readonly<Record<`task-${DeadlineCode}`, string>>;

/** The sentence of the catalogue that says what a deadline asks for; what a `ref` says after a colon tells those alike apart. */
export function taskKey(code: DeadlineCode, ref: string | undefined): string {
  const [what = ''] = ref?.split(':') ?? [];
  return kindOf(code).tasks?.[what] ? `task-${code}-${what}` : `task-${code}`;
}
