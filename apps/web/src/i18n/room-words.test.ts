import { compileMessage } from '@lingui/message-utils/compileMessage';
import { expect, test } from 'vitest';
import * as accountSharingDe from '../account/sharing/words.de.ts';
import * as accountSharing from '../account/sharing/words.ts';
import * as accountDe from '../account/words.de.ts';
import * as account from '../account/words.ts';
import * as bodyDe from '../body/words.de.ts';
import * as body from '../body/words.ts';
import * as sharedDe from '../clinic/shared/words.de.ts';
import * as shared from '../clinic/shared/words.ts';
import * as photosDe from '../photos/words.de.ts';
import * as photos from '../photos/words.ts';
import * as planDe from '../rooms/plan/words.de.ts';
import * as plan from '../rooms/plan/words.ts';
import * as shareReportDe from '../rooms/report/share/words.de.ts';
import * as shareReport from '../rooms/report/share/words.ts';
import * as reportDe from '../rooms/report/words.de.ts';
import * as report from '../rooms/report/words.ts';
import * as settingsDe from '../rooms/settings/words.de.ts';
import * as settings from '../rooms/settings/words.ts';
import * as startDe from '../rooms/start/words.de.ts';
import * as start from '../rooms/start/words.ts';
import * as timelineDe from '../rooms/timeline/words.de.ts';
import * as timeline from '../rooms/timeline/words.ts';
import * as alsoDe from '../rooms/today/also/words.de.ts';
import * as also from '../rooms/today/also/words.ts';
import * as foodsDe from '../rooms/today/foods/words.de.ts';
import * as foods from '../rooms/today/foods/words.ts';

/** Names of the values that a message takes, in the order of the alphabet. */
const valuesOf = (message: string): readonly string[] => {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [name, , choices] = part as unknown[];
    names.add(`${name}`);
    for (const parts of Object.values(Object(choices) as Record<string, unknown>))
      if (Array.isArray(parts)) parts.forEach(visit);
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) compiled.forEach(visit);
  return [...names].sort();
};

/** The same word in both languages. */
const alike: ReadonlySet<string> = new Set(['Stress']);

test.each([
  ['account', account.en, accountDe.de],
  ['sharing', accountSharing.en, accountSharingDe.de],
  ['shared', shared.en, sharedDe.de],
  ['share-report', shareReport.en, shareReportDe.de],
  ['body', body.en, bodyDe.de],
  ['photos', photos.en, photosDe.de],
  ['timeline', timeline.en, timelineDe.de],
  ['also', also.en, alsoDe.de],
  ['foods', foods.en, foodsDe.de],
  ['plan', plan.en, planDe.de],
  ['report', report.en, reportDe.de],
  ['settings', settings.en, settingsDe.de],
  ['start', start.en, startDe.de],
] as readonly (readonly [string, Record<string, string>, Record<string, string>])[])(
  'the words of %s are the same in both languages, with the same values',
  (_, en, de) => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
    for (const [key, message] of Object.entries(en))
      expect([key, valuesOf(de[key]!)]).toEqual([key, valuesOf(message)]);
    const same = Object.keys(en).filter(
      (key) =>
        en[key] === de[key] &&
        !alike.has(en[key]!) &&
        /\p{Ll}{5}/u.test(en[key]!.replace(/\{[^}]*\}/gu, '')),
    );
    expect(same).toEqual([]);
  },
);
