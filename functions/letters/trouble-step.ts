import type { Letter } from '../../shared/domain/letter.ts';
import type { Instant } from '../../shared/domain/local-time.ts';
import type { Deps } from '../../shared/ports/deps.ts';
import type { Change } from '../../shared/ports/table.ts';
import { threadStore } from '../../shared/stores/thread-store.ts';

/**
 * Notifies whoever is to phone, else the administrators, inside the system that a letter was stopped or came back (N47),
 * never of what it said.
 */
export const letterTrouble = ({ fields, phones }: Letter, at: Instant, deps: Deps): readonly Change[] =>
  threadStore(deps.table).notice({
    threadId: deps.newId('trad'),
    messageId: deps.newId('medd'),
    to: phones ?? 'administrator',
    at,
    kind: 'N47',
    fields: { municipality: fields.municipality, link: `${deps.portalUrl}/#/uppgifter` },
  });
