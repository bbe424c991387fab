import { useText } from '../i18n/i18n.ts';
import { Mark } from './mark.tsx';

/** The head of a document beside the app, with the way to the app. */
export const PageTop = () => (
  <header className="top">
    <a href="./" className="brand">
      <Mark />
      {useText()('app.name')}
    </a>
  </header>
);
