/** Every command: its flags, and what it answers in a few words. The help and every usage error print from here. */
export const usage = {
  deadlines: {
    flags: '--pack PAKET --month ÅÅÅÅ-MM [--set NYCKEL=VÄRDE …]',
    about: 'dagarna då månadens redovisning, rapport och sammanställning ska vara inne',
  },
  clock: {
    flags: '--pack PAKET --kind municipal|private --at TID [--set NYCKEL=VÄRDE …]',
    about: 'när startgränsen börjar räknas och när den löper ut',
  },
  workdays: {
    flags: '--pack PAKET --from DATUM --add ANTAL [--set NYCKEL=VÄRDE …]',
    about: 'dagen så många arbetsdagar senare; startdagen är dag 0',
  },
  'switch-window': {
    flags: '--pack PAKET --out TID --in TID [--told TID] [--date DATUM] [--set NYCKEL=VÄRDE …]',
    about: 'dagarna då ett byte av utförare får ske',
  },
  notice: {
    flags: '--pack PAKET --at DATUM --effective DATUM [--set NYCKEL=VÄRDE …]',
    about: 'tidigaste dag efter en uppsägning, och hur många dagar som fattas',
  },
  turns: {
    flags: '--list FIL [--pack PAKET] [--set NYCKEL=VÄRDE …]',
    about: 'spelar upp en turordningslista: vem som fick varje tur, vilka som hoppades över, och vem som står på tur',
    more: [
      'FIL är JSON (eller svaret från GET /choices/turns/export):',
      '  { "pack"?, "set"?: ["rotation.skipKeepsTurn=false"], "providers": [{ "id", "number" }], "last"?: "P3",',
      '    "turns": [{ "orderId", "at"?, "kind"?: "NONCHOICE|URGENT", "unavailable"?: [{ "provider", "reason" }],',
      '                "provider"?: "P1", "skipped"?: [{ "provider", "reason" }] }] }',
      '  last: den som fick den senaste turen före dessa. unavailable: vilka som inte kan ta just den turen, och varför.',
      '  provider, skipped: vad som är antecknat; kommer uppspelningen till något annat är utgångskoden 1.',
      '  Mellan turerna: { "event": "ADDED", "provider", "number" } ställer en ny utförare sist,',
      '  { "event": "BUILT", "providers", "first"? } upprättar listan på nytt, PAUSED, RESUMED och ENDED flyttar ingen.',
      '  orders får stå i stället för turns. Utan --pack och pack gäller leksand; --set går före set.',
    ],
  },
  check: {
    flags:
      '--pack PAKET --cases FIL --report FIL --deviations FIL [--provider ID] [--trail all] [--set NYCKEL=VÄRDE …]',
    about: 'provkörning: vad kommunen skulle besluta om filen i dag',
  },
  month: {
    flags: '--pack PAKET --in MAPP --out MAPP [--set NYCKEL=VÄRDE …]',
    about: 'en hel månad på riktiga filer',
  },
  verify: {
    flags: 'FIL [--keys JWKS]',
    about: 'om en undertecknad handling är hel, och vems den är',
  },
} as const;

export type CommandName = keyof typeof usage;

export const isCommand = (name: string): name is CommandName => Object.hasOwn(usage, name);

export const usageOf = (command: CommandName): string => `utfort ${command} ${usage[command].flags}`;
