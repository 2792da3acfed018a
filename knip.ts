import type { KnipConfig } from 'knip';
import { registry } from './functions/registry.ts';

/** Where somebody comes in: every way in of the registry, and what is begun from a command. All else must be used. */
export default {
  entry: [
    ...new Set(Object.values(registry).map(({ entry }) => `${entry}!`)),
    'infra/local/start.ts',
    'infra/local/cli/*.ts',
    'portal/main.tsx!',
    'portal/theme/theme.ts',
    'test/portal/support/*.ts',
    'portal/vite.config.ts',
    'test/bench/*.ts',
    'test/judges/libreoffice/*.ts',
  ],
  project: ['functions/**/*.ts', 'shared/**/*.ts', 'infra/**/*.ts', 'portal/**/*.{ts,tsx}', 'test/**/*.ts'],
  ignoreBinaries: ['java', 'mvn', 'pdftoppm'],
  ignoreDependencies: ['@expo-google-fonts/source-sans-3', '@digdir/designsystemet-css'],
} satisfies KnipConfig;
