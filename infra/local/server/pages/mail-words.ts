import type { Mail } from '../../../../functions/mail/mail.ts';
import { actInWords, mailRow } from '../../../../functions/mail/quarantine/mail-view.ts';
import { swedishInstant } from '../../../../shared/domain/local-time.ts';

export type Fate = { readonly tone: 'ok' | 'ask' | 'no'; readonly words: string };

/** What was done of what it says, each act as the portal says it. */
const doneOf = ({ acts = [], done = [] }: Mail): string =>
  acts
    .filter(({ act }) => done.includes(act))
    .map((act) => ` ${actInWords(act, 'sv')}.`)
    .join('');

/** Why somebody must look at it; a code that nobody has put in words is no help to who reads. */
const whyOf = (mail: Mail): string => {
  const { why = '' } = mailRow(mail, 'sv');
  return why.includes(' ') ? why : 'En människa behöver läsa det.';
};

/** Whom it is from where that is known: a report of delivery is nobody's. */
const fromOf = ({ providerId }: Mail): string =>
  providerId === undefined ? 'Inte från någon utförare.' : 'Från utföraren.';

/** What has become of a mail, for whoever sent it on the mailbox page. */
export function fateOf(mail: Mail): Fate {
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
        words: `Stoppat, och ingenting är gjort. ${whyOf(mail)} Någon hos kommunen har det som uppgift.`,
      };
    case 'noted':
      return { tone: 'ask', words: 'Ett automatiskt svar eller en leveransrapport. Ingenting görs av det.' };
    case 'repeated':
      return { tone: 'ask', words: 'Har kommit förut. Ingenting görs en gång till.' };
    case 'acted':
      return { tone: 'ok', words: `Gjort.${doneOf(mail)}` };
    case 'asked':
      return { tone: 'ask', words: `${fromOf(mail)}${doneOf(mail)} ${whyOf(mail)} Någon hos kommunen läser det.` };
    case 'refused':
      return { tone: 'no', words: 'Läst av kommunen, och inte godtaget.' };
    case 'handled':
      return { tone: 'ok', words: 'Läst och hanterat av kommunen.' };
  }
}
