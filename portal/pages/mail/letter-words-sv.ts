/** Ett mejl härifrån som inte kom fram: vem som ska ringas, om vad, och vad det ledde till. */
export const letterSv = {
  back: 'Alla uppgifter',
  why: 'Därför ligger det hos dig',
  whom: 'Vem och om vad',
  provider: 'Ring',
  noPhone: 'Inget telefonnummer är inskrivet.',
  to: 'Mejlet skickades till',
  wasTo: 'Mejlet skulle till',
  case: 'Ärende',
  order: 'Beställning',
  toOrder: 'Öppna beställningen',
  when: 'Skrevs',
  said: 'Det stod i mejlet',
  hidden: 'Texten visas inte, eftersom mejlet stoppades för det som stod i det.',
  settle: 'Hur blev det?',
  pick: 'Välj hur det blev',
  save: 'Spara',
  verdicts: {
    drop: ['Jag har ringt, eller det behövs inte längre', 'Uppgiften är klar och mejlet skickas inte igen.'],
    delivered: ['Mejlet har kommit fram ändå', 'Mottagaren säger att de har fått det.'],
    'send-again': ['Skicka mejlet en gång till', 'Det går till samma adress. Är den fel behöver den rättas först.'],
  },
  settled: {
    drop: 'Klart. Mottagaren är informerad på annat sätt, eller behöver inte veta.',
    delivered: 'Klart. Mejlet räknas som framkommet.',
    'send-again': 'Klart. Mejlet skickas igen inom en minut.',
  },
} as const;
