import { useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import { i18n, type Language, languages, speak, useText } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { keepLanguage, keepTheme, readAppearance, type Theme } from '../../shell/appearance.ts';
import { foodReader } from '../../workers/foods/client.ts';
import { ConditionBoxes } from '../start/conditions-step.tsx';
import { useExample } from '../start/use-example.ts';
import { Backup } from './backup.tsx';
import { DeleteEverything } from './delete-everything.tsx';
import { ExportDiary } from './export-diary.tsx';
import { ImportDiary } from './import-diary.tsx';
import { Storage } from './storage.tsx';
import './settings.css';

const LanguageChoice = () => {
  const text = useText();
  const choose = async (language: Language): Promise<void> => {
    keepLanguage(language);
    await speak(language);
    await foodReader.ask('language', language);
  };
  return (
    <section className="setting" aria-labelledby="setting-language">
      <h2 id="setting-language">{text('settings.language')}</h2>
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
      <h2 id="setting-theme">{text('settings.theme')}</h2>
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
      <h2>{text('settings.conditions')}</h2>
      <ConditionBoxes
        chosen={profile.conditions ?? []}
        label={text('settings.conditions')}
        onChange={(conditions) =>
          void journal
            .put('profile', '', { ...profile, conditions })
            .then(() => announce(text('settings.conditions')))
        }
      />
    </section>
  );
};

const Example = () => {
  const text = useText();
  const { whose, change } = useJournal();
  const { open, state } = useExample();
  return (
    <section className="setting">
      <h2>{text('settings.example')}</h2>
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

export const SettingsRoom = () => {
  const text = useText();
  return (
    <div className="room settings">
      <h1>{text('settings.title')}</h1>
      <Conditions />
      <ImportDiary />
      <ExportDiary />
      <Backup />
      <Storage />
      <LanguageChoice />
      <ThemeChoice />
      <Example />
      <DeleteEverything />
      <p className="soft small">{text('settings.about')}</p>
      <p className="soft small">{text('settings.credit')}</p>
    </div>
  );
};
