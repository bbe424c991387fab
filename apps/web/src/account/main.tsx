import '../design/tokens.css';
import '../design/base.css';
import '../design/controls.css';
import '../design/shell.css';
import './account.css';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n, preferredLanguage, speak } from '../i18n/i18n.ts';
import { readAppearance } from '../shell/appearance.ts';
import { AccountPage } from './account-page.tsx';

const { language, theme } = readAppearance();
if (theme !== null) document.documentElement.dataset.theme = theme;
await speak(preferredLanguage(language, navigator.languages));

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <AccountPage />
    </I18nProvider>
  </StrictMode>,
);
