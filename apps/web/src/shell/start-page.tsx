import '../design/tokens.css';
import '../design/base.css';
import '../design/controls.css';
import '../design/shell.css';
import { I18nProvider } from '@lingui/react';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n, preferredLanguage, speak } from '../i18n/i18n.ts';
import { readAppearance } from './appearance.ts';

/** Shows a page beside the app, in the person's language and colours. */
export const startPage = async (page: ReactNode): Promise<void> => {
  const { language, theme } = readAppearance();
  if (theme !== null) document.documentElement.dataset.theme = theme;
  await speak(preferredLanguage(language, navigator.languages));
  createRoot(document.getElementById('app')!).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>{page}</I18nProvider>
    </StrictMode>,
  );
};
