import type { Mail, MailAct, StopReason } from '../../../../functions/mail/mail.ts';
import { swedishDate, swedishInstant } from '../../../../shared/domain/local-time.ts';
import { sv } from '../../../../shared/messages/sv.ts';

const stops: Readonly<Record<StopReason, string>> = {
  infected: 'det innehåller skadlig kod',
  'not-scanned': 'det har inte gått att söka igenom efter skadlig kod',
  'no-envelope': 'det saknas uppgift om hur det kom hit',
  'too-large': 'det är för stort',
  'doubtful-headers': 'huvudet går att läsa på mer än ett sätt',
  'service-veto': 'e-posttjänsten litar inte på det',
  unreadable: 'det går inte att läsa',
  'too-many-parts': 'det är delat i för många delar',
  'two-senders': 'det säger sig komma från mer än en',
  'not-signed': 'avsändarens domän har inte signerat det, så vem som helst kan ha skrivit det',
  'signature-bad': 'signaturen stämmer inte: något är ändrat, eller så är det inte domänens egen',
  'partly-signed': 'bara en del av det är signerad',
  old: 'det är för gammalt',
  'unknown-sender': 'adressen är ingen som vi känner som en utförares',
  'shared-domain-without-token': 'adressen är hos en tjänst som alla kan ha, och det svarar inte på ett mejl från oss',
  'token-of-another': 'det svarar på ett mejl som gick till en annan utförare',
  'dns-silent': 'avsändarens domän har inte svarat på ett dygn',
};

const reasons: Readonly<Record<string, string>> = {
  ...sv,
  'not-understood': 'vi förstod inte vad som ska göras',
  'about-nothing': 'det går inte att se vilken beställning det gäller',
  'already-said': 'det har redan sagts en gång i ett svar på samma mejl',
};

const actWords = (act: MailAct): string => {
  switch (act.act) {
    case 'confirm':
      return act.canStartOn ? `bekräftat, med start ${swedishDate(act.canStartOn)}` : 'bekräftat';
    case 'start':
      return `första besöket ${swedishDate(act.on)}`;
    case 'reject':
      return 'ett nej';
    case 'not-executed':
      return 'något som inte utförs';
  }
};

const actsOf = ({ acts = [], done = [] }: Mail): string =>
  acts
    .filter(({ act }) => done.includes(act))
    .map(actWords)
    .join(', ') || 'det som stod i det';

/** The reason in words; a code that nobody has put in words is no help to who reads. */
const reasonOf = (because: string | undefined): string =>
  (because === undefined ? undefined : reasons[because]) ?? 'det behöver läsas';

/** What has become of a mail, for whoever sent it on the mailbox page. */
export function fateOf(mail: Mail): { readonly tone: 'ok' | 'ask' | 'no'; readonly words: string } {
  switch (mail.state) {
    case 'arriving':
      return { tone: 'ask', words: 'Väntar på att bli genomsökt.' };
    case 'waiting':
      return mail.times && mail.wakesAt
        ? {
            tone: 'ask',
            words: `Avsändarens domän svarar inte just nu. Vi frågar igen ${swedishInstant(mail.wakesAt)}.`,
          }
        : { tone: 'ask', words: 'Tas om hand strax.' };
    case 'quarantined':
      return {
        tone: 'no',
        words: `Stoppat, och ingenting är gjort: ${mail.stopped ? stops[mail.stopped] : 'det behöver läsas'}. Någon hos kommunen har det som uppgift.`,
      };
    case 'noted':
      return { tone: 'ask', words: 'Ett automatiskt svar eller en leveransrapport. Ingenting görs av det.' };
    case 'repeated':
      return { tone: 'ask', words: 'Har kommit förut. Ingenting görs en gång till.' };
    case 'acted':
      return { tone: 'ok', words: `Gjort: ${actsOf(mail)}.` };
    case 'asked':
      return {
        tone: 'ask',
        words: `Från utföraren, men ${reasonOf(mail.because).replace(/\.$/, '')}. Någon hos kommunen läser det.`,
      };
    case 'refused':
      return { tone: 'no', words: 'Läst av kommunen, och inte godtaget.' };
    case 'handled':
      return { tone: 'ok', words: 'Läst och hanterat av kommunen.' };
  }
}
