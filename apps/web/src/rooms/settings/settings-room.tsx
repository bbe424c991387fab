import { useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { changeProfile, reticked } from '../../change-settings.ts';
import { foodLanguage } from '../../food-language.ts';
import { i18n, type Language, languages, speak, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { settingsOf, trackedIn } from '../../settings.ts';
import { keepLanguage, keepTheme, readAppearance, type Theme } from '../../shell/appearance.ts';
import { trackedFor } from '../../tracked.ts';
import { foodReader } from '../../workers/foods/client.ts';
import { AskedList } from '../start/asked.tsx';
import { ConditionBoxes } from '../start/conditions-step.tsx';
import { useExample } from '../start/use-example.ts';
import { useStartWords } from '../start/words.ts';
import { ChooseSheet } from '../today/choose-sheet.tsx';
import { AccountLink } from './account-link.tsx';
import { AppLock } from './app-lock.tsx';
import { Backup } from './backup.tsx';
import { Country, UnitsChoice } from './country.tsx';
import { DeleteEverything } from './delete-everything.tsx';
import { ExportDiary } from './export-diary.tsx';
import { ImportDiary } from './import-diary.tsx';
import { Reminders } from './reminders.tsx';
import { Safety } from './safety.tsx';
import { Storage } from './storage.tsx';
import { StudyPart } from './study/study-part.tsx';
import { useSettingsWords } from './words.ts';
import './settings.css';

const SyncPanel = lazy(async () => ({
  default: (await import('./sync/sync-panel.tsx')).SyncPanel,
}));

const LanguageChoice = () => {
  const text = useText();
  const { journal } = useJournal();
  const choose = async (language: Language): Promise<void> => {
    keepLanguage(language);
    await speak(language);
    const profile = await journal.document('profile');
    await foodReader.ask('language', foodLanguage(language, profile?.country ?? null));
  };
  return (
    <section className="setting" aria-labelledby="setting-language">
      <h3 id="setting-language">{text('settings.language')}</h3>
      <RadioGroup
        className="score levels"
        orientation="horizontal"
        aria-labelledby="setting-language"
        value={i18n.locale}
        onChange={(value) => {
          const language = languages.find(({ id }) => id === value);
          if (language) void choose(language.id);
        }}
      >
        <div className="steps">
          {languages.map(({ id, name }) => (
            <Radio key={id} value={id} className="step">
              <span lang={id}>{name}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
    </section>
  );
};

const ThemeChoice = () => {
  const text = useText();
  const [theme, setTheme] = useState<Theme | null>(() => readAppearance().theme);
  return (
    <section className="setting" aria-labelledby="setting-theme">
      <h3 id="setting-theme">{text('settings.theme')}</h3>
      <RadioGroup
        className="score levels"
        orientation="horizontal"
        aria-labelledby="setting-theme"
        value={theme ?? 'auto'}
        onChange={(value) => {
          const chosen = value === 'light' || value === 'dark' ? value : null;
          keepTheme(chosen);
          setTheme(chosen);
        }}
      >
        <div className="steps">
          {(['auto', 'light', 'dark'] as const).map((choice) => (
            <Radio key={choice} value={choice} className="step">
              {text(`settings.theme.${choice}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
    </section>
  );
};

const Conditions = () => {
  const text = useText();
  const { journal, announce } = useJournal();
  const profile = useLive((open) => open.document('profile'), []);
  if (!profile) return null;
  return (
    <section className="setting">
      <h3>{text('settings.conditions')}</h3>
      <ConditionBoxes
        chosen={profile.conditions ?? []}
        label={text('settings.conditions')}
        onChange={(conditions) =>
          void changeProfile(journal, (before) => ({
            ...before,
            conditions: reticked(before.conditions ?? [], profile.conditions ?? [], conditions),
          })).then(() => announce(text('settings.conditions')))
        }
      />
    </section>
  );
};

const AskedEachDay = () => {
  const text = useText();
  const says = useStartWords();
  const profile = useLive((open) => open.document('profile'), []);
  const settings = useLive(settingsOf, []);
  const [choosing, setChoosing] = useState(false);
  if (!profile || settings === undefined) return null;
  const groups = trackedFor(profile.conditions ?? [], trackedIn(settings));
  return (
    <section className="setting">
      <h3>{says('asked.title')}</h3>
      <AskedList groups={groups} />
      <div className="actions">
        <Button className="button" onPress={() => setChoosing(true)}>
          {text('today.choose')}
        </Button>
      </div>
      {choosing && <ChooseSheet groups={groups} onClose={() => setChoosing(false)} />}
    </section>
  );
};

const Example = () => {
  const text = useText();
  const { whose, change } = useJournal();
  const { open, state } = useExample();
  return (
    <section className="setting">
      <h3>{text('settings.example')}</h3>
      <div className="actions">
        {whose === 'example' ? (
          <Button className="button" onPress={() => change('own')}>
            {text('example.leave')}
          </Button>
        ) : (
          <Button className="button" onPress={open} isDisabled={state === 'making'}>
            {text(state === 'making' ? 'example.making' : 'settings.example.open')}
          </Button>
        )}
      </div>
    </section>
  );
};

const Group = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="settings-group" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

export const SettingsRoom = () => {
  const text = useText();
  const more = useSettingsWords();
  const { part } = useSearch({ from: '/settings' });
  const { whose } = useJournal();
  const diary = (
    <Group title={more('group.diary')}>
      <ImportDiary />
      <ExportDiary />
      <Backup />
      {whose === 'own' && <StudyPart />}
    </Group>
  );
  return (
    <div className="room settings">
      <h1>{text('settings.title')}</h1>
      {part === 'import' && diary}
      <Group title={more('group.you')}>
        <Conditions />
        <AskedEachDay />
        <Safety />
        <Country />
      </Group>
      {part !== 'import' && diary}
      <Group title={more('group.device')}>
        <Storage />
        {whose === 'own' && (
          <Suspense fallback={null}>
            <SyncPanel />
          </Suspense>
        )}
        <AccountLink />
        <AppLock />
        <Reminders />
      </Group>
      <Group title={more('group.app')}>
        <LanguageChoice />
        <ThemeChoice />
        <UnitsChoice />
        <Example />
        <DeleteEverything />
      </Group>
      <p className="soft small">{text('settings.about')}</p>
      <p className="soft small">{text('settings.credit')}</p>
    </div>
  );
};
