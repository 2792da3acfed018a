type JournalEvent = {
  /** What has happened, in words. */
  readonly sv: string;
  readonly en: string;
  /** The rule that it carries out; absent where the routine's pack or the occasion says which. */
  readonly rule?: string;
};

/** Every event of the journal: its words, and the rule that it is journalled under. */
export const journalEvents = {
  'order-placed': { sv: 'Beställningen skickades', en: 'The order was sent' },
  'order-read-in': { sv: 'Beställningen lästes in', en: 'The order was read in', rule: 'A70' },
  'order-read-in-again': {
    sv: 'Beställningen ändrades av en inläst fil',
    en: 'The order was changed by a file that was read in',
  },
  'choice-registered': { sv: 'Kundens val registrerades', en: 'The customer’s choice was registered' },
  'urgent-assigned': { sv: 'Det akuta uppdraget lämnades ut', en: 'The urgent assignment was given' },
  'health-care-checked': { sv: 'Hemsjukvård kontrollerades', en: 'Home health care was checked', rule: 'S-09' },
  'nurses-notified': { sv: 'Hemsjukvården fick besked', en: 'Home health care was told', rule: 'S-11' },
  'sheet-prepared': { sv: 'Uppdraget togs ut på papper', en: 'The assignment was put on paper', rule: 'S-21' },
  'provider-contacted': { sv: 'Utföraren kontaktades', en: 'The provider was contacted', rule: 'S-27' },
  'sheet-delivered': { sv: 'Pappret lämnades ut', en: 'The paper was handed over', rule: 'S-26' },
  'order-confirmed': { sv: 'Beställningen bekräftades', en: 'The order was confirmed' },
  'confirmation-filed': { sv: 'Bekräftelsen lades i akten', en: 'The confirmation was filed', rule: 'S-30' },
  'order-deferred': { sv: 'Starten flyttades', en: 'The start was moved' },
  'first-visit-reported': { sv: 'Första besöket meddelades', en: 'The first visit was told' },
  'order-started': { sv: 'Insatsen påbörjades', en: 'The service began' },
  'not-executed-reported': { sv: 'Insatser som inte utförs meddelades', en: 'Services not carried out were told' },
  'not-executed-followed-up': {
    sv: 'Insatser som inte utförs följdes upp',
    en: 'Services not carried out were followed up',
  },
  'first-visit-corrected': { sv: 'Dagen för första besöket rättades', en: 'The day of the first visit was corrected' },
  'order-executed': { sv: 'Uppdraget sattes som verkställt', en: 'The assignment was set as executed', rule: 'S-38' },
  'message-filed': { sv: 'Meddelandet lades i akten', en: 'The message was filed', rule: 'S-39' },
  'order-rejected': {
    sv: 'Beställningen nekades för att plats saknas',
    en: 'The order was refused for want of room',
    rule: 'A58',
  },
  'order-withdrawn': {
    sv: 'Beställningen togs tillbaka',
    en: 'The order was taken back',
  },
  'deadline-reminded': { sv: 'En påminnelse skickades', en: 'A reminder was sent' },
  'deadline-overdue': { sv: 'En tid gick ut', en: 'A time ran out' },
  'deadline-escalated': { sv: 'Chefen fick veta att det dröjer', en: 'The head was told of a delay' },
  'services-changed': { sv: 'Insatserna ändrades', en: 'The services were changed', rule: 'L-45' },
  'hospital-reported': { sv: 'Sjukhusvistelse meddelades', en: 'A hospital stay was told', rule: 'L-58' },
  'stay-corrected': { sv: 'Sjukhusvistelsens dagar rättades', en: 'The days of the stay were corrected', rule: 'L-58' },
  'homecoming-planned': { sv: 'Hemgången planerades', en: 'The homecoming was planned', rule: 'L-68' },
  'order-resumed': { sv: 'Insatsen återupptogs', en: 'The service was resumed', rule: 'L-68' },
  'need-reported': { sv: 'Ett ändrat behov meddelades', en: 'A changed need was told' },
  'decline-reported': { sv: 'Ett avböjt besök meddelades', en: 'A declined visit was told', rule: 'L-50' },
  'declines-repeated': {
    sv: 'Kunden har avböjt flera gånger',
    en: 'The customer has declined several times',
    rule: 'L-50',
  },
  'stated-month-changed': {
    sv: 'En ändring når tillbaka i en månad som är fastställd',
    en: 'A change reaches back into a month that is stated',
    rule: 'L-38',
  },
  'fact-handed-in': {
    sv: 'Blanketten angav något som beställningen inte kände till',
    en: 'The form told of something that the order did not know',
    rule: 'L-28',
  },
  'fact-dismissed': {
    sv: 'Blankettens uppgift avfärdades',
    en: 'What the form told of was dismissed',
    rule: 'L-28',
  },
  'death-reported': { sv: 'Dödsfall meddelades', en: 'A death was told', rule: 'L-59' },
  'death-corrected': { sv: 'Dagen för dödsfallet rättades', en: 'The day of the death was corrected', rule: 'L-48' },
  'death-undone': { sv: 'Dödsfallet togs tillbaka', en: 'The death was taken back', rule: 'L-59' },
  'report-acknowledged': { sv: 'Meddelandet togs emot', en: 'The message was received' },
  'end-wished': { sv: 'Kunden vill avsluta', en: 'The customer wants to end', rule: 'L-70' },
  'end-decided': { sv: 'Sista dagen bestämdes', en: 'The last day was decided', rule: 'L-72' },
  'end-moved': { sv: 'Sista dagen ändrades', en: 'The last day was changed', rule: 'L-72' },
  'end-taken-back': { sv: 'Beslutet om avslut togs tillbaka', en: 'The decided end was taken back', rule: 'L-72' },
  'order-closed': { sv: 'Beställningen avslutades', en: 'The order was closed' },
  'switch-requested': { sv: 'Byte av utförare begärdes', en: 'A switch of provider was requested' },
  switched: { sv: 'Utföraren byttes', en: 'The provider was switched' },
  'end-permitted': {
    sv: 'Avslutet stämdes av och får göras',
    en: 'The end was checked and is permitted',
    rule: 'L-72',
  },
  'end-withdrawn': { sv: 'Kunden vill fortsätta', en: 'The customer wants to go on', rule: 'L-71' },
  'care-plan-received': { sv: 'Genomförandeplanen lämnades', en: 'The care plan was handed in', rule: 'L-55' },
  'documentation-returned': { sv: 'Dokumentationen lämnades', en: 'The documentation was handed over', rule: 'L-53' },
  'contact-noted': { sv: 'En kontakt antecknades', en: 'A contact was noted' },
  'follow-up-held': { sv: 'Ärendet följdes upp', en: 'The case was followed up', rule: 'L-56' },
  'switch-dated': { sv: 'Dagen för bytet bestämdes', en: 'The day of the switch was set' },
  'switch-told': { sv: 'Utförarna fick besked om bytet', en: 'The providers were told of the switch' },
  'switch-called-off': { sv: 'Bytet ställdes in', en: 'The switch was called off' },
  'takeover-planned': { sv: 'Dagen för övertagandet meddelades', en: 'The day of the takeover was told', rule: 'S-53' },
  'handover-recorded': { sv: 'Överlämningen antecknades', en: 'The handover was noted' },
  'customer-moved': {
    sv: 'Kunden flyttades till en annan utförare',
    en: 'The customer was moved to another provider',
    rule: 'A14',
  },
  'customer-saved': { sv: 'Kundens uppgifter sparades', en: 'The customer’s details were saved' },
  'message-sent': { sv: 'Ett meddelande skickades', en: 'A message was sent' },
  'month-submitted': { sv: 'Månaden lämnades in', en: 'The month was handed in', rule: 'L-22' },
  'line-approved': { sv: 'Raden godkändes', en: 'The line was approved' },
  'line-adjusted': { sv: 'Raden ändrades', en: 'The line was adjusted' },
  'line-rejected': { sv: 'Raden underkändes', en: 'The line was rejected' },
  'line-asked': { sv: 'En fråga ställdes om raden', en: 'A question was asked about the line' },
  'line-reopened': { sv: 'Raden öppnades igen', en: 'The line was opened again' },
  'question-answered': { sv: 'Frågan besvarades', en: 'The question was answered', rule: 'L-32' },
  'report-signed': { sv: 'Rapporten undertecknades', en: 'The report was signed', rule: 'L-34' },
  'report-withdrawn': { sv: 'Rapporten togs tillbaka', en: 'The report was taken back', rule: 'L-34' },
  'statement-sent': { sv: 'Sammanställningen skickades', en: 'The statement was sent', rule: 'L-37' },
  'municipality-imported': { sv: 'Kommunens uppgifter lästes in', en: 'The municipality’s details were read in' },
  'routine-reviewed': { sv: 'Rutinen sågs över', en: 'The routine was reviewed', rule: 'S-60' },
  'provider-approved': { sv: 'Utföraren godkändes', en: 'The provider was approved', rule: 'L-06' },
  'provider-changed': { sv: 'Utförarens uppgifter ändrades', en: 'The provider’s details were changed', rule: 'L-06' },
  'provider-paused': { sv: 'Utföraren pausades', en: 'The provider was paused', rule: 'A13' },
  'provider-resumed': { sv: 'Utföraren tar emot kunder igen', en: 'The provider takes customers again', rule: 'A13' },
  'provider-ending': { sv: 'Utförarens avslut bestämdes', en: 'The provider’s end was decided', rule: 'A14' },
  'deputy-appointed': { sv: 'En ersättare utsågs', en: 'A deputy was appointed' },
  'deputy-ended': { sv: 'Ersättaren slutade', en: 'The deputy’s time ended' },
  'case-moved': { sv: 'Ärendet fick en annan handläggare', en: 'The case was given another officer' },
  'caseload-moved': { sv: 'Ärenden flyttades till en annan handläggare', en: 'Cases were moved to another officer' },
  'staff-saved': { sv: 'En medarbetares roller sparades', en: 'A member of staff’s roles were saved' },
  'staff-ended': { sv: 'En medarbetares roller avslutades', en: 'A member of staff’s roles were ended' },
  'purchase-requested': { sv: 'En enhet bad om timmar', en: 'A unit asked for hours' },
  'purchase-withdrawn': { sv: 'Begäran om timmar togs tillbaka', en: 'The request for hours was taken back' },
  'purchase-resent': { sv: 'En annan enhet tillfrågades', en: 'Another unit was asked' },
  'purchase-message-sent': { sv: 'Begäran skickades till mottagaren', en: 'The request was sent to the receiver' },
  'purchase-dialogue-noted': { sv: 'Chefernas dialog antecknades', en: 'The managers’ dialogue was noted' },
  'purchase-binding-told': { sv: 'Beställaren informerades om villkoren', en: 'The orderer was told of the terms' },
  'purchase-binding-acknowledged': { sv: 'Beställaren bekräftade villkoren', en: 'The orderer acknowledged the terms' },
  'purchase-accepted': { sv: 'Köpet godkändes', en: 'The purchase was accepted' },
  'purchase-declined': { sv: 'Köpet fick nej', en: 'The purchase was declined' },
  'purchase-registered': { sv: 'Ärendet registrerades', en: 'The case was registered' },
  'purchase-begun': { sv: 'Den köpta hjälpen började', en: 'The bought help began' },
  'purchase-ended': { sv: 'Den köpta hjälpen avslutades', en: 'The bought help ended' },
  'purchase-change-told': { sv: 'En ändring av köpet meddelades', en: 'A change of the purchase was told' },
  'purchase-notice-given': { sv: 'Uppsägning av köpet gjordes', en: 'Notice of the purchase was given' },
  'purchase-follow-up-said': { sv: 'En chef sade sitt vid uppföljningen', en: 'A manager spoke at the follow-up' },
  'purchase-follow-up-decided': {
    sv: 'Båda cheferna beslutade om den akuta hjälpen',
    en: 'Both managers decided about the acute help',
  },
  'consent-recorded': { sv: 'Ett samtycke antecknades', en: 'A consent was written down' },
  'consent-withdrawn': { sv: 'Ett samtycke återkallades', en: 'A consent was taken back' },
  'information-forwarded': { sv: 'Information lämnades vidare', en: 'Information was passed on' },
  'purchase-handed-over': { sv: 'Handlingar överlämnades', en: 'Documents were handed over' },
  'purchase-document-read': { sv: 'En handling lästes före hjälpen', en: 'A document was read before the help' },
  'purchase-prepared': { sv: 'Hjälpen förbereddes', en: 'The help was made ready' },
  'feed-opened': { sv: 'En kalenderlänk öppnades', en: 'A calendar link was opened' },
  'feed-closed': { sv: 'En kalenderlänk stängdes', en: 'A calendar link was closed' },
} as const satisfies Readonly<Record<string, JournalEvent>>;

type Name = keyof typeof journalEvents;
const names = Object.keys(journalEvents) as readonly Name[];

/** The rule of an event, where it is always the same. */
export const ruleOfEvent = (event: string): string | undefined =>
  new Map<string, JournalEvent>(Object.entries(journalEvents)).get(event)?.rule;

/** The sentences of the catalogue for what has happened, as `event-order-placed`. */
export const eventsIn = (language: 'sv' | 'en') =>
  Object.fromEntries(names.map((name) => [`event-${name}`, journalEvents[name][language]])) as Readonly<
    Record<`event-${Name}`, string>
  >;
