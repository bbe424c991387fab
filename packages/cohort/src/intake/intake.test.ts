import { describe, expect, test } from 'vitest';
import { type Consent, readConsents } from './consent.ts';
import { readInvitation } from './invitation.ts';
import { readShare, type Share, writeShare } from './share.ts';

const read = async (text: string): Promise<Consent[]> => {
  const all: Consent[] = [];
  const chunks = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  for await (const consent of readConsents(chunks, 'consents.csv')) all.push(consent);
  return all;
};

describe('consents', () => {
  test('columns in any order; what is empty is not known', async () => {
    const all = await read(
      'purpose,person,wording,withdrawn,given\nskin,p1,v2,,2026-01-05\r\n"skin, food",p2,v1,2026-02-01,\n',
    );
    expect(all).toEqual([
      { person: 'p1', purpose: 'skin', wording: 'v2', given: '2026-01-05', withdrawn: null },
      { person: 'p2', purpose: 'skin, food', wording: 'v1', given: null, withdrawn: '2026-02-01' },
    ]);
  });

  test.each([
    ['', 'line 1'],
    ['person,purpose,wording,given\n', 'a column "withdrawn"'],
    ['person,purpose,wording,given,withdrawn\np1,skin,,,\n', 'line 2, column 3 (wording)'],
    [
      'person,purpose,wording,given,withdrawn\np1,s,v,,\np2,s,v,2026-02-30,\n',
      'line 3, column 4 (given)',
    ],
    ['person,purpose,wording,given,withdrawn\np1,s,v\n', 'line 2'],
  ])('%j is refused with its place', async (text, place) => {
    await expect(read(text)).rejects.toThrow(place);
  });
});

describe('shares', () => {
  const consent = {
    person: 'p1',
    purpose: 'skin',
    wording: 'v1',
    given: '2026-01-05',
    withdrawn: null,
  };
  const share = {
    format: 'zonula-share',
    version: 1,
    consent,
    diary: 'date,category,name,value\n',
  };

  test('are written so that they can be read again', () => {
    const written = share as Share;
    expect(readShare(JSON.parse(writeShare(written)), 'p1.share.json')).toEqual(written);
    expect(() => writeShare({ ...written, diary: null })).toThrow('diary: expected one');
  });

  test('are read with their consent', () => {
    expect(readShare(share, 'a.json')).toEqual(share);
    const back = { ...share, diary: null, consent: { ...consent, withdrawn: '2026-03-01' } };
    expect(readShare(back, 'a.json').consent.withdrawn).toBe('2026-03-01');
  });

  test.each([
    [{ ...share, version: 2 }, 'version'],
    [{ ...share, consent: { ...consent, wording: '' } }, 'consent.wording'],
    [{ ...share, consent: { ...consent, given: 'yesterday' } }, 'consent.given'],
    [{ ...share, diary: null }, 'diary: expected one'],
    [{ ...share, consent: { ...consent, withdrawn: '2026-03-01' } }, 'diary: expected one'],
    [[], 'the document'],
  ])('%j is refused with the field', (value, field) => {
    expect(() => readShare(value, 'a.json')).toThrow(field);
  });
});

describe('invitations', () => {
  const invitation = {
    format: 'zonula-study',
    version: 1,
    title: 'Skin and food',
    by: 'An invented clinic',
    contact: 'study@clinic.example',
    purpose: 'skin',
    wording: 'v1',
    text: [{ language: 'en', words: 'We ask for your diary.' }],
  };

  test('are read', () => {
    expect(readInvitation(invitation, 'a.json')).toEqual(invitation);
  });

  test.each([
    [{ ...invitation, format: 'zonula-share' }, 'format'],
    [{ ...invitation, purpose: ' ' }, 'purpose'],
    [{ ...invitation, text: [] }, 'text'],
    [{ ...invitation, text: [{ language: 'en', words: '' }] }, 'text.0.words'],
    [null, 'the document'],
  ])('%j is refused with the field', (value, field) => {
    expect(() => readInvitation(value, 'a.json')).toThrow(field);
  });
});
