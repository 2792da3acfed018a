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
