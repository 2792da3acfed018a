import type { CatalogueShape } from '../../messages/catalogue-shape.ts';
import type { sv } from './open-words-sv.ts';

export const en: CatalogueShape<typeof sv> = {
  title: (municipality) => `Home care in ${municipality || 'the municipality'}`,
  lead: 'What everybody may read, without signing in.',
  providers: 'Providers to choose from',
  providersText:
    'If you have been granted home care you choose the provider yourself, and you may change. Your care officer takes your choice.',
  none: 'No provider takes new customers right now.',
  kind: 'Run by',
  kinds: { municipal: 'the municipality', private: 'a private provider' },
  areas: 'Areas',
  everywhere: 'the whole municipality',
  phone: 'Telephone',
  email: 'E-mail',
  forms: 'Forms for providers',
  formsText:
    'Empty files with the right columns, to open in a spreadsheet. Signed in, you can fetch them with your cases filled in.',
  report: 'Fetch the time report',
  deviations: 'Fetch the deviation form',
  verifyText:
    'If you have been given a signed record, you can see whether it is genuine and unchanged, without signing in.',
  statement: {
    title: 'Accessibility statement',
    lead: (municipality) =>
      `${municipality || 'The municipality'} stands behind this portal. Everybody should be able to use it; here is how well it does.`,
    how: 'How accessible the portal is',
    howText:
      'The portal is built to follow WCAG 2.2 at level AA, and so the Swedish act (2018:1937) on accessibility of digital public services. Nobody from outside has audited it, so we call it partly in line with the act until that is done.',
    lacks: 'What we know is lacking, or have not tried',
    lacking: {
      reader: 'The portal has not been tried together with people who use a screen reader every day.',
      letters:
        'Letters and statements in PDF have not been tried with assistive technology. The pages hold the same facts.',
      swedish: 'The reasons for each minute and the providers’ own texts are in Swedish only.',
      script: 'The portal needs JavaScript.',
    },
    tested: 'How we have tested',
    testedText:
      'Every page is tested by machine at every change: on wide and narrow screens, in Swedish and English, light and dark. The keyboard is tested in the most important flows. Machines find only some of the faults.',
    tell: 'Tell us when something does not work',
    tellText: 'Turn to us if you cannot use a page: we will help you some other way and mend the fault.',
    noHelp: 'Call the municipality’s switchboard and ask for home care.',
    authority: 'Supervision',
    authorityText: 'The Agency for Digital Government supervises. If you are not content with our answer you can',
    authorityLink: 'report it to Digg',
  },
};
