import { describe, expect, it } from 'vitest';
import { fixtureText, importContent, importFixture, refusal } from '../../fixtures/read-fixture.ts';

describe('apple-health', () => {
  it('reads every kind of record once', async () => {
    expect(await importFixture('apple-health.xml')).toEqual({
      rows: [
        '#scale gut/bloating 0 3',
        '#scale mood/mood changes 0 1',
        '#scale skin/acne 0 3',
        '#scale skin/dry skin 0 3',
        '#scale symptom/appetite decreased 0 1',
        '#scale symptom/appetite increased 0 1',
        'date,category,name,value,time,unit,note',
        '2024-01-10,gut,Bloating,0,,,',
        '2024-01-10,habit,Handwashing,2,,,',
        '2024-01-10,habit,Mindful minutes,10,,min,',
        '2024-01-10,habit,Protein,32.5,,g,',
        '2024-01-10,habit,Steps,1000,,,',
        '2024-01-10,habit,Sugars,9,,g,',
        '2024-01-10,habit,Time in daylight,10,,min,',
        '2024-01-10,habit,Water,295.735,,ml,',
        '2024-01-10,weather,UV index,5,,,',
        '2024-01-10,food,Oat & apple porridge,1,08:00,,',
        '2024-01-10,skin,Acne,2,20:00,,',
        '2024-01-11,skin,Dry skin,1,,,',
        '2024-01-11,sleep,hours,6.75,,h,',
        '2024-01-11,sleep,hours awake,0.25,,h,',
        '2024-01-11,sleep,hours in bed,8,,h,',
        '2024-01-11,symptom,Appetite decreased,0,12:00,,',
        '2024-01-11,symptom,Appetite increased,1,12:00,,',
        '2024-01-11,mood,Mood changes,1,12:00,,',
        '2024-01-11,note,Headache,,12:00,,"present, severity not given"',
        '2024-01-12,skin,Dry skin,1,,,',
        '2024-01-12,cycle,Cycle start,1,,,',
        '2024-01-12,cycle,Menstrual flow,3,,,',
        '2024-01-12,cycle,Period,1,,,',
        '2024-01-13,cycle,Period,1,,,',
        '2024-01-18,cycle,Spotting,1,,,',
        '2024-01-18,cycle,Basal body temperature,36.5,06:30,°C,',
        '2024-01-18,cycle,Ovulation test,1,09:00,,',
      ],
      warnings: [
        '2 × repeated-record: Records that repeat another record were counted once.',
        '1 × no-severity: "Headache" without a severity was kept as a note.',
        '1 × unknown-value: Value "HKCategoryValueSeverityDreadful" of Nausea is not in our table.',
        '1 × unread-type: Entries of type "<Me>" were not read (1).',
        '1 × unread-type: Entries of type "HeartRate" were not read (2).',
        '1 × unread-type: Entries of type "HKWorkoutActivityTypeRunning" were not read (1).',
        '1 × unread-type: Entries of type "<ActivitySummary>" were not read (1).',
      ],
    });
  });

  const record = (type: string, value: string, start = '2024-01-10 20:00:00 +0100', more = '') =>
    `<Record type="HK${type}" sourceName="S" ${more} startDate="${start}" endDate="${start}" value="${value}"/>`;
  const acne = (start?: string, source?: string) =>
    record('CategoryTypeIdentifierAcne', 'HKCategoryValueSeverityMild', start, source);
  const inside = (...elements: string[]) =>
    `<HealthData locale="en">\n${elements.join('\n')}\n</HealthData>\n`;

  it('gives the same diary however the bytes are cut', async () => {
    const text = fixtureText('apple-health.xml');
    const whole = await importContent(text);
    for (const size of [1, 7, 64, 1000]) {
      expect(await importContent(text, { size })).toEqual(whole);
    }
  });

  it('refuses entities of the file, defined or used, in one clear line', async () => {
    const bomb =
      '<?xml version="1.0"?>\n<!DOCTYPE HealthData [\n<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;&a;&a;">\n]>\n';
    expect(await refusal(bomb + inside(acne('&b;')))).toBe(
      'export, line 3: expected an Apple Health export; it never defines XML entities',
    );
    expect(await refusal(inside(acne(), acne('&b;')))).toBe(
      'export, line 3: expected only the five entities of XML',
    );
  });

  it('names the line of what is not well formed', async () => {
    expect(await refusal(inside(acne(), '<Record type="x" <Record/>'))).toBe(
      'export, line 3: expected ">" before the next "<"',
    );
    expect(await refusal(inside(acne(), 'hello'))).toBe(
      'export, line 3: expected an element, found text',
    );
    expect(await refusal(inside(acne(undefined, 'unit="a" unit="b"')))).toBe(
      'export, line 2: expected well-formed XML',
    );
    expect(await refusal(`${inside(acne())}<HealthData>`)).toBe(
      'export, line 4: expected nothing after </HealthData>',
    );
    expect(await refusal(inside(acne()).replace('</HealthData>', ''))).toBe(
      'export, line 4: expected </HealthData> before the end of the file; it is cut off',
    );
    expect(await refusal(inside('<Record type="x">', '<Correlation/>'))).toContain('cut off');
    expect(await refusal(inside(acne('yesterday')))).toBe(
      'export, line 2: expected a date with its zone, found "yesterday"',
    );
  });

  it('reads past a document type of any shape and refuses one without end', async () => {
    const broken = '<!DOCTYPE HealthData [\n<!ATTLIST Record\n<!ELEMENT MetadataEntry EMPTY>\n]>\n';
    expect((await importContent(broken + inside(acne()))).observations).toHaveLength(1);
    const endless = `<!DOCTYPE HealthData [${'<!ELEMENT a EMPTY>\n'.repeat(70_000)}`;
    expect(await refusal(endless)).toContain('expected <HealthData> near the beginning');
  });

  it('skips control characters with a warning', async () => {
    const { observations, warnings } = await importContent(
      inside(acne(undefined, 'unit="a\u000bb"'), '\u000b', acne('2024-01-11 20:00:00 +0100')),
    );
    expect(observations).toHaveLength(2);
    expect(warnings).toEqual([
      {
        code: 'control-character',
        text: 'Control characters that XML does not allow were skipped.',
        count: 2,
      },
    ]);
  });

  it('counts what phone and watch both counted once, and adds what one of them counted', async () => {
    const steps = (source: string, value: number, hour: string) =>
      `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="${source}" unit="count" startDate="2024-01-10 ${hour}:00:00 +0100" endDate="2024-01-10 ${hour}:10:00 +0100" value="${value}"/>`;
    const { observations } = await importContent(
      inside(steps('phone', 900, '10'), steps('watch', 500, '10'), steps('watch', 600, '11')),
    );
    expect(observations).toEqual([
      { date: '2024-01-10', category: 'habit', name: 'Steps', value: 1100 },
    ]);
  });

  it('reads the old exports that write numbers for values', async () => {
    const { observations } = await importContent(
      inside(
        record('CategoryTypeIdentifierBloating', '4'),
        record('CategoryTypeIdentifierAcne', '1'),
      ),
    );
    expect(observations.map(({ name, value }) => [name, value])).toEqual([
      ['Acne', 0],
      ['Bloating', 3],
    ]);
  });

  it('reads the attributes of a record whatever their order and quotes', async () => {
    const { observations } = await importContent(
      inside(
        `<Record value='HKCategoryValueSeverityMild' sourceName="a > b" startDate="2024-01-10 20:00:00 +0100" endDate="2024-01-10 20:00:00 +0100" type='HKCategoryTypeIdentifierAcne'></Record>`,
        '<!-- <Record type="HKCategoryTypeIdentifierAcne"/> -->',
        '<?pi <Record/> ?>',
      ),
    );
    expect(observations).toHaveLength(1);
  });
});
