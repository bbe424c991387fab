import { useHasServer } from '../../api/use-has-server.ts';
import { useSettingsWords } from './words.ts';

/** A way to the page of the account, where the app's host has an API. */
export const AccountLink = () => {
  const text = useSettingsWords();
  const offered = useHasServer();
  if (!offered) return null;
  return (
    <section className="setting" aria-labelledby="setting-account">
      <h3 id="setting-account">{text('account')}</h3>
      <p className="soft">{text('account.says')}</p>
      <div className="actions">
        <a className="button" href="account.html">
          {text('account.open')}
        </a>
      </div>
    </section>
  );
};
