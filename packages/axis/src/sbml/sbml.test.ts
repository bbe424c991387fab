import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { axisModels } from '../axis/models.ts';
import { models, psoriasisModel } from '../models/models.ts';
import { courseOf, type Run, runModel } from '../run.ts';
import { readSbml } from './read.ts';
import { runSbml } from './run.ts';
import { writeSbml } from './write.ts';

const published = readFileSync(new URL('./fixtures/psor_v8_4.xml', import.meta.url), 'utf8');

const expectSame = (a: Run, b: Run, names: readonly (readonly [string, string])[]): void => {
  for (const [inA, inB] of names) {
    const [x, y] = [courseOf(a, inA), courseOf(b, inB)];
    const largest = Math.max(...x.map(Math.abs));
    x.forEach((value, i) => {
      expect(Math.abs(value - y[i]!), `${inA} at ${a.times[i]}`) //
        .toBeLessThanOrEqual(1e-6 * Math.abs(value) + 1e-8 * largest);
    });
  }
};

describe('the psoriasis model as its authors publish it', () => {
  const sbml = readSbml(published);

  test('is read whole', () => {
    expect(sbml.model.stateNames).toHaveLength(15);
    expect(sbml.model.observableNames).toHaveLength(10);
    expect(sbml.events).toHaveLength(52);
    expect(sbml.model.parameterNames).toContain('uv_eff');
  });

  test('gives the healthy state, and follows our equations through stimulus and UVB', () => {
    const times = [0, 100, 150, 151, 154, 160, 200, 299, 300.5, 301.5, 310, 330, 358, 400, 700];
    const theirs = runSbml(sbml, { until: 700, times });
    const ours = runModel(psoriasisModel, {
      until: 700,
      times,
      set: [
        ['dc_stim', 3000],
        ['dc_stim_start', 150],
        ['dc_stim_days', 4],
        ['uv_doses', 25],
      ],
    });
    const same = psoriasisModel.stateNames.map((name) => [name, name] as const);
    expectSame(theirs, ours, [...same, ['totC', 'totalCells'], ['turnover', 'turnoverDays']]);
    expect(courseOf(theirs, 'totC')[1]).toBeCloseTo(79828.04, 1);
    expect(Math.max(...courseOf(theirs, 'PASI'))).toBeGreaterThan(0.3);
  });

  test('survives being written and read again', () => {
    const again = readSbml(writeSbml(sbml.model));
    const times = [0, 10, 100];
    const set = [['dc_stim', 3000]] as const;
    expectSame(
      runModel(sbml.model, { until: 100, times, set }),
      runModel(again.model, { until: 100, times, set }),
      sbml.model.stateNames.map((name) => [name, name] as const),
    );
  });
});

describe('our models written as SBML and read again', () => {
  const settings = new Map([
    [
      'psoriasis',
      [
        ['dc_stim', 6000],
        ['dc_stim_start', 2],
        ['uv_doses', 3],
        ['time_uvb', 10],
      ] as const,
    ],
    ['inflammation', [['P', 1.5]] as const],
    ['crypt', [['N2', 4]] as const],
    [
      'axis_acne',
      [
        ['gut_arrow', 1],
        ['nsaid', 1],
      ] as const,
    ],
    [
      'axis_eczema',
      [
        ['gut_arrow', 1],
        ['stress', 1],
      ] as const,
    ],
    [
      'axis_rosacea',
      [
        ['gut_arrow', 1],
        ['overgrowth', 2],
      ] as const,
    ],
    [
      'axis_psoriasis',
      [
        ['gut_arrow', 1],
        ['antibiotic', 1],
      ] as const,
    ],
  ]);
  test.each([...models, ...axisModels].map((model) => ({ name: model.definition.name, model })))(
    '$name keeps its course',
    ({ name, model }) => {
      const set = settings.get(name) ?? [];
      const until = Math.min(60, model.definition.until);
      const times = Array.from({ length: 31 }, (_, i) => (i * until) / 30);
      const before = runModel(model, { set, until, times });
      const after = runSbml(readSbml(writeSbml(model, set)), { until, times });
      const names = [...model.stateNames, ...model.observableNames];
      expectSame(
        before,
        after,
        names.map((each) => [each, each] as const),
      );
    },
  );
});

const document = (inside: string, attributes = 'level="3" version="1"'): string =>
  `<?xml version="1.0"?><sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" ${attributes}><model id="m">${inside}</model></sbml>`;
const math = (inside: string): string =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML">${inside}</math>`;

describe('constructs', () => {
  const box =
    '<listOfCompartments><compartment id="box" size="2" constant="true"/></listOfCompartments>';

  test('reactions in a compartment, local parameters, functions, initial assignments, rate rules', () => {
    const { model } = readSbml(
      document(
        `<listOfFunctionDefinitions><functionDefinition id="mass">${math(
          '<lambda><bvar><ci>k</ci></bvar><bvar><ci>x</ci></bvar><apply><times/><ci>k</ci><ci>x</ci></apply></lambda>',
        )}</functionDefinition></listOfFunctionDefinitions>${box}` +
          '<listOfSpecies><species id="A" compartment="box" initialAmount="4"/><species id="B" compartment="box" initialConcentration="0"/></listOfSpecies>' +
          '<listOfParameters><parameter id="z" constant="false"/><parameter id="half" value="0.5"/></listOfParameters>' +
          `<listOfInitialAssignments><initialAssignment symbol="z">${math('<apply><plus/><ci>half</ci><cn type="e-notation">25<sep/>-1</cn></apply>')}</initialAssignment></listOfInitialAssignments>` +
          `<listOfRules><rateRule variable="z">${math('<apply><minus/><ci>z</ci></apply>')}</rateRule></listOfRules>` +
          '<listOfReactions><reaction id="r" reversible="false"><listOfReactants><speciesReference species="A"/></listOfReactants><listOfProducts><speciesReference species="B" stoichiometry="2"/></listOfProducts>' +
          `<kineticLaw>${math('<apply><ci>mass</ci><ci>k</ci><ci>A</ci></apply>')}<listOfLocalParameters><localParameter id="k" value="1"/></listOfLocalParameters></kineticLaw></reaction></listOfReactions>`,
      ),
    );
    const run = runModel(model, { until: 1 });
    // A falls at k A / 2 in a box of 2; each A gives two B.
    expect(courseOf(run, 'A')[1]).toBeCloseTo(2 * Math.exp(-0.5), 6);
    expect(courseOf(run, 'B')[1]).toBeCloseTo(4 * (1 - Math.exp(-0.5)), 6);
    expect(courseOf(run, 'z')[1]).toBeCloseTo(3 * Math.exp(-1), 6);
  });

  test('events that look at the state, with several conditions', () => {
    const sbml = readSbml(
      document(
        '<listOfParameters><parameter id="x" value="0" constant="false"/><parameter id="v" value="1" constant="false"/></listOfParameters>' +
          `<listOfRules><rateRule variable="x">${math('<ci>v</ci>')}</rateRule></listOfRules>` +
          `<listOfEvents><event id="turn"><trigger>${math(
            '<apply><and/><apply><gt/><ci>x</ci><cn>2</cn></apply><apply><not/><apply><lt/><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol><cn>1</cn></apply></apply></apply>',
          )}</trigger><listOfEventAssignments><eventAssignment variable="v">${math('<apply><minus/><ci>v</ci></apply>')}</eventAssignment><eventAssignment variable="x">${math('<apply><times/><ci>v</ci><cn>5</cn></apply>')}</eventAssignment></listOfEventAssignments></event></listOfEvents>`,
      ),
    );
    const run = runSbml(sbml, { until: 3, times: [1.9, 2.1, 3] });
    const x = courseOf(run, 'x');
    expect(x[0]).toBeCloseTo(1.9, 8);
    expect(x[1]).toBeCloseTo(5 - 0.1, 6);
    expect(x[2]).toBeCloseTo(4, 6);
  });

  test.each([
    ['<listOfRules><algebraicRule/></listOfRules>', /algebraicRule/u],
    ['<listOfConstraints/>', /listOfConstraints/u],
    [
      `<listOfParameters><parameter id="x" constant="false"/></listOfParameters><listOfRules><rateRule variable="x">${math('<apply><factorial/><cn>3</cn></apply>')}</rateRule></listOfRules>`,
      /rule of x: .*<factorial>/u,
    ],
    [
      `<listOfParameters><parameter id="x" constant="false"/></listOfParameters><listOfRules><rateRule variable="x">${math('<csymbol definitionURL="http://www.sbml.org/sbml/symbols/delay">d</csymbol>')}</rateRule></listOfRules>`,
      /csymbol .*delay/u,
    ],
    ['<listOfEvents><event id="e"><trigger/><delay/></event></listOfEvents>', /event e: <delay>/u],
    [
      `<listOfParameters><parameter id="x"/></listOfParameters><listOfRules><assignmentRule variable="x">${math('<ci>x</ci>')}</assignmentRule></listOfRules>`,
      /x depends on itself/u,
    ],
    [
      `<listOfParameters><parameter id="x" constant="false" value="1"/></listOfParameters><listOfRules><rateRule variable="x">${math('<ci>y</ci>')}</rateRule></listOfRules>`,
      /nothing is called "y"/u,
    ],
    [
      `<listOfParameters><parameter id="x" constant="false"/></listOfParameters><listOfRules><rateRule variable="x">${math('<ci>x</ci>')}</rateRule></listOfRules>`,
      /x has no initial value/u,
    ],
    ['<listOfParameters><parameter id="__proto__" value="1"/></listOfParameters>', /__proto__/u],
  ])('what is not supported is named, case %#', (inside, message) => {
    expect(() => readSbml(document(inside))).toThrow(message);
  });

  test.each([
    ['<a/>', /expected <sbml>/u],
    [document('', 'level="1" version="2"'), /level 1/u],
    ['<sbml level="3">', /line 1/u],
    ['<!DOCTYPE x><sbml/>', /document type/u],
    [
      '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" xmlns:comp="http://c" comp:required="true" level="3"><model/></sbml>',
      /package "comp"/u,
    ],
    ['', /no element|unclosed|document/iu],
  ])('a document that is none, case %#', (xml, message) => {
    expect(() => readSbml(xml)).toThrow(message);
  });
});
