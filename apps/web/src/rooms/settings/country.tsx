import { countryProfileOf } from '@zonula/safety';
import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { changeProfile } from '../../change-settings.ts';
import { foodLanguage } from '../../food-language.ts';
import { i18n } from '../../i18n/i18n.ts';
import { useJournal, useLive } from '../../journal/context.tsx';
import { keepUnits, readUnits, type Units } from '../../units.ts';
import { foodReader } from '../../workers/foods/client.ts';
import { type SettingsKey, useSettingsWords } from './words.ts';

const countries = ['GB', 'US', 'EU', 'ZZ'] as const;
const codeOf = { UK: 'GB', US: 'US', EU: 'EU', elsewhere: 'ZZ' } as const;

/** Telephone numbers and names of foods go by it. */
export const Country = () => {
  const text = useSettingsWords();
  const { journal, announce } = useJournal();
  const profile = useLive((open) => open.document('profile'), []);
  if (!profile) return null;
  const value = profile.country === null ? null : codeOf[countryProfileOf(profile.country)];
  const choose = async (country: (typeof countries)[number]): Promise<void> => {
    await changeProfile(journal, (before) => ({ ...before, country }));
    announce(text('country.saved', { country: text(`country.${country}` as SettingsKey) }));
    await foodReader.ask('language', foodLanguage(i18n.locale, country));
  };
  return (
    <section className="setting" aria-labelledby="setting-country">
      <h3 id="setting-country">{text('country.title')}</h3>
      <p className="soft">{text('country.why')}</p>
      <RadioGroup
        className="options"
        aria-labelledby="setting-country"
        value={value}
        onChange={(chosen) => {
          const country = countries.find((one) => one === chosen);
          if (country) void choose(country);
        }}
      >
        {countries.map((country) => (
          <Radio key={country} value={country} className="choice one">
            {text(`country.${country}` as SettingsKey)}
          </Radio>
        ))}
      </RadioGroup>
    </section>
  );
};

export const UnitsChoice = () => {
  const text = useSettingsWords();
  const [units, setUnits] = useState(readUnits);
  return (
    <section className="setting" aria-labelledby="setting-units">
      <h3 id="setting-units">{text('units.title')}</h3>
      <RadioGroup
        className="score levels"
        orientation="horizontal"
        aria-labelledby="setting-units"
        value={units}
        onChange={(value) => {
          const chosen: Units = value === 'imperial' ? 'imperial' : 'metric';
          keepUnits(chosen);
          setUnits(chosen);
        }}
      >
        <div className="steps">
          {(['metric', 'imperial'] as const).map((choice) => (
            <Radio key={choice} value={choice} className="step">
              {text(`units.${choice}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
    </section>
  );
};
