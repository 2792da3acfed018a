import type { PackData } from './pack.ts';

/** Helsingborg: personal assistance performed by home care, planned or acute. Rules H-*; in force by its date (H-42). */
export const helsingborg: PackData = {
  name: 'helsingborg',
  title: 'Helsingborgs stad',
  validFrom: '2022-12-08',
  source: 'Rutin för personlig assistans utförd av hemvården',
  modules: ['purchases', 'acute'],
  providerKinds: ['municipal', 'private'],
  purchases: {
    request: {
      by: ['ordering-manager'],
      rule: 'H-02',
      kinds: 'H-01',
      grounds: {
        open: true,
        list: [
          { code: 'DOUBLE_STAFFING', name: 'Korta punktinsatser vid dubbelbemanning', rule: 'H-03' },
          { code: 'SHORT_ABSENCE', name: 'Korttidsfrånvaro, i undantagsfall', rule: 'H-04', considered: true },
        ],
      },
      conditions: [
        { what: 'own-staffing-excluded', level: 'BLK', rule: 'H-15' },
        { what: 'legal-basis', level: 'BLK', rule: 'H-31' },
        { what: 'ground-known', level: 'WRN', rule: 'H-03' },
        { what: 'alternatives-considered', level: 'WRN', rule: 'H-04' },
      ],
    },
    dialogue: { rule: 'H-10', adjusted: 'H-11' },
    decision: {
      by: ['receiving-manager', 'provider-manager'],
      rule: 'H-07',
      declined: 'H-07',
      conditions: [
        { what: 'dialogue-held', level: 'BLK', rule: 'H-10' },
        { what: 'temporary-has-end', level: 'WRN', rule: 'H-12' },
      ],
      beforeNo: [{ what: 'dialogue-held', level: 'BLK', rule: 'H-10' }],
    },
    agreement: {
      rule: 'H-17',
      template: 'hemvård-assistans-1',
      templateRule: 'H-18',
      clauses: [
        { what: 'COST', level: 'BLK', rule: 'H-08' },
        { what: 'STAFFING', rule: 'H-09' },
        { what: 'LEGAL_BASIS', level: 'BLK', rule: 'H-31' },
        { what: 'QUALITY', rule: 'H-32' },
        { what: 'WORK_ENVIRONMENT', rule: 'H-37' },
        { what: 'RESPONSIBILITIES', rule: 'H-38' },
      ],
    },
    start: [
      { what: 'information-handed-over', level: 'BLK', rule: 'H-16' },
      { what: 'risks-readable', level: 'BLK', rule: 'H-39' },
      { what: 'agreement-signed', level: 'BLK', rule: 'H-17' },
      { what: 'template-used', level: 'WRN', rule: 'H-18' },
    ],
    // The routine is silent on months: Botkyrka's basis, at the agreement's price.
    basis: {
      ...{ ordered: 'A80', above: 'A80', to: ['ordering-administrator', 'economist'], toRule: 'A48' },
      ...{ due: { code: 'D38', rule: 'A39' }, invoice: 'A78', allocation: 'A78', legs: 'A78' },
    },
    documentation: 'H-35',
    around: { deviation: 'H-36', training: 'H-34' },
    meetings: { perYear: 2, rule: 'H-13', agenda: 'H-14' },
    injury: { investigated: 'H-40', shared: 'H-41' },
  },
  acute: {
    grounds: {
      open: true,
      list: [
        { code: 'WAITING_ASSISTANT', name: 'I väntan på en personlig assistent', rule: 'H-23' },
        { code: 'FALL_DOUBLE', name: 'Fall där dubbelbemanning krävs', rule: 'H-24' },
        { code: 'NO_DELEGATED', name: 'Delegerad personal saknas', rule: 'H-25' },
        { code: 'PRIVATE_ENDED', name: 'Samarbetet med en privat anordnare har upphört hastigt', rule: 'H-26' },
        { code: 'DISCHARGE_NEED', name: 'Akut förändrade behov efter sjukhusvistelse', rule: 'H-27' },
      ],
    },
    request: [
      { what: 'own-staffing-excluded', level: 'BLK', rule: 'H-20' },
      { what: 'arisen-suddenly', level: 'BLK', rule: 'H-19' },
      { what: 'point-intervention', level: 'BLK', rule: 'H-21' },
      { what: 'legal-basis', level: 'BLK', rule: 'H-31' },
      { what: 'ground-known', level: 'WRN', rule: 'A76' },
    ],
    start: [
      { what: 'dialogue-held', level: 'BLK', rule: 'H-10' },
      { what: 'information-handed-over', level: 'BLK', rule: 'H-33' },
      { what: 'risks-readable', level: 'BLK', rule: 'H-39' },
      { what: 'long-term-plan', level: 'BLK', rule: 'H-22' },
    ],
    followUp: { warnDay: 12, day: 15, rule: 'H-28', joint: 'H-29' },
    recurrence: { days: 30, rule: 'H-22' },
    afterwards: 'H-30',
  },
  params: {
    payBasis: 'AGREEMENT',
    'documentation.mode': 'PAPER',
    'deviation.owner': 'ORDERING_MANAGER',
    legalBasis: 'LSS',
  },
};
