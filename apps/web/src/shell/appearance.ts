/** Language and theme lie beside the diary, so that they hold before it is open. */
const languageKey = 'zonula-language';
const themeKey = 'zonula-theme';

export type Theme = 'light' | 'dark';

export interface Appearance {
  readonly language: string | null;
  /** Null: as the device. */
  readonly theme: Theme | null;
}

export const readAppearance = (): Appearance => {
  const theme = localStorage.getItem(themeKey);
  return {
    language: localStorage.getItem(languageKey),
    theme: theme === 'light' || theme === 'dark' ? theme : null,
  };
};

export const keepLanguage = (language: string): void => localStorage.setItem(languageKey, language);

export const keepTheme = (theme: Theme | null): void => {
  if (theme === null) {
    localStorage.removeItem(themeKey);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(themeKey, theme);
    document.documentElement.dataset.theme = theme;
  }
};
