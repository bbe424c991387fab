import { apply, number, symbol, timeName } from '../expression/expression.ts';
import type { Model } from '../model.ts';
import { type Setting, settingsOf } from '../settings.ts';
import { writeMath } from './math.ts';
import { escapeXml } from './xml.ts';

/** SBML names know only ASCII. */
const checkName = (name: string): string => {
  if (!/^[A-Za-z_]\w*$/u.test(name)) throw new RangeError(`"${name}" cannot be an SBML name`);
  return name;
};

const parameter = (id: string, value: number | null, isConstant: boolean): string =>
  `<parameter id="${checkName(id)}"${value === null ? '' : ` value="${value}"`} constant="${isConstant}"/>`;

const list = (name: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [`    <${name}>`, ...items.map((item) => `      ${item}`), `    </${name}>`];

/**
 * Writes a model, with these settings, as SBML Level 3 Version 1 core: states as parameters with rate
 * rules, observables as parameters with assignment rules, planned changes as events. Throws
 * UnusableSetting.
 */
export const writeSbml = (model: Model, settings: readonly Setting[] = []): string => {
  const { definition, stateNames, parameterNames, observableNames, rates, observed } = model;
  const { initial, parameters } = settingsOf(model, settings);
  const numberOf = new Map(parameterNames.map((name, i) => [name, parameters[i]!]));
  const changes = definition.schedule?.((name) => numberOf.get(name)!) ?? [];
  const changed = new Set(changes.map((change) => change.parameter));
  const parametersXml = [
    ...stateNames.map((name, i) => parameter(name, initial[i]!, false)),
    ...parameterNames.map((name, i) => parameter(name, parameters[i]!, !changed.has(name))),
    ...observableNames.map((name) => parameter(name, null, false)),
  ];
  const rules = [
    ...stateNames.map(
      (name, i) => `<rateRule variable="${name}">${writeMath(rates[i]!)}</rateRule>`,
    ),
    ...observableNames.map(
      (name, i) => `<assignmentRule variable="${name}">${writeMath(observed[i]!)}</assignmentRule>`,
    ),
  ];
  const events = changes.map(({ time, parameter: name, value }, i) =>
    [
      `<event id="change_${i + 1}" useValuesFromTriggerTime="true">`,
      `<trigger initialValue="false" persistent="true">${writeMath(apply('geq', symbol(timeName), number(time)))}</trigger>`,
      `<listOfEventAssignments><eventAssignment variable="${name}">${writeMath(number(value))}</eventAssignment></listOfEventAssignments>`,
      '</event>',
    ].join(''),
  );
  const { name, title, source, timeUnit } = definition;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">',
    `  <model id="${checkName(name)}" name="${escapeXml(title)}">`,
    `    <notes><p xmlns="http://www.w3.org/1999/xhtml">${escapeXml(`${source}. Time is in units of one ${timeUnit}.`)}</p></notes>`,
    ...list('listOfParameters', parametersXml),
    ...list('listOfRules', rules),
    ...list('listOfEvents', events),
    '  </model>',
    '</sbml>',
    '',
  ].join('\n');
};
