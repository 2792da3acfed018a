import * as z from 'zod';
import { choice, choiceOrHours, clock, clockOrOff, days, duration, durationOrOff, flag, whole } from './setting.ts';

/**
 * Every parameter there is: the readings on which municipalities differ, with the reading to take when a pack says
 * nothing. Packs override them with data, `--set` for one run; the help text is printed from this list.
 */
export const Parameters = z.strictObject({
  // — the calendar
  'calendar.saturdayIsVardag': flag(false, 'Lördag räknas som vardag (A16)', 'Saturday is a working day'),
  'calendar.evesAreVardag': flag(
    false,
    'Midsommarafton, julafton och nyårsafton räknas som vardagar (A16)',
    'The three eves are working days',
  ),
  'calendar.extraClosed': days('Dagar som inte räknas som vardagar (A16)', 'Further days that are not working days'),
  'calendar.arbetsdagExtraClosed': days(
    'Dagar som är vardagar men inte arbetsdagar (A17)',
    'Days not counted where the routine says arbetsdag',
  ),
  officeClose: clockOrOff('OFF', 'När en dagsgräns löper ut, i stället för 24.00 (A18)', 'When a day limit ends'),
  rollForward: flag(
    false,
    'Dagsgräns på helgdag flyttas till nästa vardag (A19)',
    'A limit on a closed day moves to the next working day',
  ),

  // — starting and confirming
  'cutoff.enabled': flag(false, 'Sen dag räknas som nästa vardag (S-13, A06)', 'A late hour counts as the next day'),
  'cutoff.time': clock('14:00', 'Strikt efter detta klockslag är sent (S-13, A07)', 'Strictly after this is late'),
  'cutoff.resume': clock('07:00', 'Klockslaget som räknas nästa vardag (S-13)', 'The hour counted the next day'),
  'cutoff.offHours': choice(
    'LITERAL',
    ['LITERAL', 'SHIFT'],
    'Helg och tid före öppning: efter ordalydelsen eller flyttad (A08)',
    'Weekends and early hours: literal or shifted',
  ),
  dygnMode: choice(
    'ELAPSED_24H',
    ['ELAPSED_24H', 'WALL_CLOCK_P1D'],
    'Dygn som 24 timmar eller samma klockslag nästa dag (A03)',
    'A dygn as 24 elapsed hours or the same wall clock',
  ),
  'start.from': choice(
    'sentAt',
    ['sentAt', 'confirmedAt'],
    'Startgränsen räknas från beställning eller bekräftelse (A04)',
    'The start limit counts from the order or its confirmation',
  ),
  'confirm.within': duration('PT24H', 'Tid att bekräfta mottagandet (L-12, A11)', 'Time to confirm receipt'),
  'confirm.reminderAfter': duration('PT12H', 'Påminnelse om obekräftad beställning (A02)', 'When to remind'),
  'contact.within': choice(
    'SAME_DAY',
    ['SAME_DAY', 'NEXT_VARDAG'],
    'När handläggaren påminns om en privat utförare som inte har kontaktats (S-23, A69)',
    'When the officer is reminded that a private provider has not been contacted',
  ),
  'urgent.sameDay': choice(
    'OFF',
    ['OFF', 'SOFT'],
    'Akut beställning bör påbörjas samma dag (L-14, A05)',
    'An urgent order should start the same day',
  ),

  // — choosing a provider
  'rotation.urgent': choice(
    'NONE',
    ['NONE', 'LIST'],
    'Akuta uppdrag fördelas efter listan (S-16, A12)',
    'Urgent orders follow the turn list',
  ),
  'rotation.sharedUrgent': flag(
    true,
    'Akut uppdrag förbrukar turen på listan (A12)',
    'An urgent pick consumes the turn',
  ),
  'rotation.skipKeepsTurn': flag(true, 'Den som hoppas över behåller sin tur (A13)', 'Who is skipped keeps the turn'),
  'capacity.unit': choice(
    'HOURS_PER_MONTH',
    ['HOURS_PER_MONTH', 'CUSTOMERS'],
    'Vad kapacitetstaket räknas i (A44)',
    'What the capacity ceiling counts',
  ),

  // — changing provider
  'switch.minDays': whole(0, 0, 365, 'Tidigaste bytesdag efter besked (A22)', 'Earliest day of a switch'),
  'switch.maxDays': whole(14, 0, 365, 'Senaste bytesdag efter besked (L-62, S-56)', 'Latest day of a switch'),
  'switch.countFrom': choice(
    'NOTIFIED',
    ['NOTIFIED', 'CUSTOMER_TOLD', 'LATER_OF_BOTH'],
    'Dag 0: utförarnas besked (det senare) eller kundens (A22)',
    'Day 0: when the providers or the customer told',
  ),
  'switch.notifyDay': choice(
    'NEXT_CALENDAR',
    ['SAME_CALENDAR', 'NEXT_CALENDAR', 'NEXT_VARDAG'],
    'Sista dag att meddela utförarna (L-61, S-43, A21)',
    'Last day to tell the providers',
  ),
  'switch.simultaneity': durationOrOff(
    'OFF',
    'Största skillnad mellan beskeden till utförarna (S-44, A24)',
    'Most time between the two messages',
  ),
  'switch.customerDateOverrides': flag(
    true,
    'Kundens datum utanför fönstret tillåts med skäl (A23)',
    "The customer's own date is allowed with a reason",
  ),

  // — what is paid
  payBasis: choice(
    'APPROVED_REPORTED',
    ['APPROVED_REPORTED', 'GRANTED', 'PERFORMED', 'AGREEMENT'],
    'Vad som ersätts; AGREEMENT: köpta timmar till avtalets pris (A31)',
    'What is paid; AGREEMENT: bought hours at the agreement’s price',
  ),
  wrongBasis: choice(
    'GRANTED',
    ['GRANTED', 'MIN', 'HOLD'],
    'Vad som debiteras när underlaget är felaktigt (L-44, A30)',
    'What is charged on a faulty basis',
  ),
  'bomtid.notice': choiceOrHours(
    'BEFORE_VISIT_DAY',
    ['BEFORE_VISIT_DAY', 'BEFORE_VISIT'],
    'Förvarning som gör bomtid obetald (L-47, A29)',
    'The notice that leaves a no-show unpaid',
  ),
  'death.dayRemainder': choice(
    'BOMTID',
    ['BOMTID', 'NONE'],
    'Besök som återstår på dödsdagen (A26)',
    'Visits left on the day of death',
  ),
  'visit.toleranceMinutes': whole(
    0,
    0,
    1440,
    'Tillåten skillnad mellan besökets tid och minuter (A33)',
    "Allowed gap between a visit's times and minutes",
  ),
  'granted.proRata': flag(
    true,
    'Beviljad tid räknas per dag i månaden',
    'Granted time is counted by days in force in the month',
  ),
  doubleStaffing: choice(
    'ONCE',
    ['ONCE', 'EACH'],
    'Dubbelbemanning ersätts en gång eller per person',
    "The customer's time counts once or per worker",
  ),
  notHandedIn: choice(
    'GRANTED',
    ['GRANTED', 'NOTHING'],
    'Vad som debiteras när inget lämnas in (A81)',
    'What is charged where nothing is handed in',
  ),
  noticeBilling: choice(
    'ACTUAL',
    ['ACTUAL', 'ORDERED'],
    'Debitering vid för kort varsel (M-23, A38)',
    'Charging on short notice',
  ),
  'invoice.caseNumbers': flag(false, 'Ärendenummer får stå på fakturan (A47)', 'Case numbers may stand on invoices'),
  'invoice.municipal': choice(
    'INTERNAL',
    ['INTERNAL', 'INVOICE'],
    'Kommunens egen utförare: sammanställningen bokförs, eller en faktura skickas (A62)',
    'The municipality’s own provider: its statement is booked, or an invoice is sent',
  ),

  // — the month, its papers and letters
  'monthly.dueVardag': whole(5, 1, 15, 'Månadens underlag lämnas denna vardag (L-22, A39)', 'Monthly hand-in day'),
  'correction.dueVardag': whole(
    4,
    1,
    20,
    'Fel i månadens underlag rättas senast denna vardag (A30, D42)',
    'Day by which errors in the month are corrected',
  ),
  'allocation.dueVardag': whole(
    10,
    1,
    20,
    'Kostnaden för köpta timmar fördelas denna vardag (B-30, D39)',
    'Day by which the cost of bought hours is allocated',
  ),
  'sample.share': whole(5, 1, 100, 'Andel ärenden i månadens stickprov, i procent', 'Per cent of cases in the sample'),
  'remarks.answerBeforeStatement': flag(
    false,
    'Sammanställningen väntar tills allt som märktes i raderna är besvarat (L-37)',
    'The statement waits until everything seen in the rows is answered',
  ),
  'submission.nilDeviationForm': flag(
    true,
    'Undertecknad blankett krävs även utan avvikelser (A60)',
    'A signed form is needed even with no deviations',
  ),
  'attest.second': flag(false, 'En andra person attesterar också (A62)', 'A second person attests too'),
  'mail.deviations': choice(
    'ACCEPT',
    ['ACCEPT', 'PORTAL'],
    'Avvikelser får komma med mejl (A65)',
    'Deviations may come by e-mail',
  ),
  'email.allowedFields': choice(
    'E1',
    ['E0', 'E1'],
    'Mejl utan (E0) eller med (E1) ärendenummer (A46)',
    'E-mail without or with the case number',
  ),
  'digest.enabled': flag(
    true,
    'Mejl på morgonen om dagens uppgifter (J03)',
    'A morning letter with the day in numbers',
  ),
  'documentation.mode': choice(
    'OWN_JOURNAL',
    ['OWN_JOURNAL', 'SOL_JOURNAL_REF', 'PAPER'],
    'Hur insatsen dokumenteras (A49)',
    'How care is documented',
  ),
  'documentation.returnDays': whole(
    14,
    0,
    365,
    'Dagar att lämna dokumentation efter slut (L-53)',
    'Days to hand it in',
  ),
  'carePlan.arbetsdagar': whole(10, 0, 60, 'Arbetsdagar till genomförandeplanens kopia (L-55)', 'Days to the plan'),

  // — following up
  'followUp.months': whole(12, 1, 60, 'Månader mellan uppföljningar (L-56, A45)', 'Months between follow-ups'),
  'repeatDecline.count': whole(3, 1, 99, 'Avböjda besök som är återkommande (L-50, A34)', 'Declines that are repeated'),
  'repeatDecline.days': whole(30, 1, 365, 'Dagar som avböjda besök räknas över (A34)', 'Days they are counted over'),
  'review.months': whole(0, 0, 60, 'Månader mellan översyner av rutinen; 0 är ingen (S-60)', 'Months between reviews'),
  'task.defaultDays': whole(5, 0, 60, 'Vardagar för uppgifter utan gräns (A53)', 'Working days for other tasks'),
  'deviation.owner': choice(
    'OWN_MANAGER',
    ['OWN_MANAGER', 'ORDERING_MANAGER'],
    'Vem som får en avvikelse (A63)',
    'Who gets a deviation',
  ),

  // — hours bought between departments
  'injury.days': whole(14, 0, 365, 'Dagar att utreda en arbetsskada (H-40, H-41)', 'Days to investigate a work injury'),
  legalBasis: choice('SOL', ['SOL', 'LSS', 'PA_DECISION'], 'Rättslig grund (A50)', 'Legal basis'),
  'provider.intraprenad': flag(
    false,
    'Timmar får köpas av en intraprenad (M-01, A77)',
    'Hours may be bought of an internal contractor',
  ),
  'purchase.registrationDays': whole(
    2,
    0,
    60,
    'Vardagar att registrera ett godkänt köp (M-07, M-11)',
    'Working days to register an approved purchase',
  ),
  'change.leadDays': whole(14, 0, 365, 'Dagar som är i god tid för en ändring (M-19, A36)', 'Days that are good time'),
  retroAgreementWithin: whole(14, 0, 365, 'Dagar till avtal i efterhand (H-30, A41)', 'Days to a later agreement'),
  'acute.maxWithoutPlan': whole(
    1,
    0,
    99,
    'Akuta insatser på 30 dagar utan långsiktig plan (H-22, A42)',
    'Acute interventions without a plan',
  ),
});

/** The values by key: `params['visit.toleranceMinutes']` is a number, `params.dygnMode` one of its names. */
export type Parameters = z.output<typeof Parameters>;
