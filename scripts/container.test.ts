import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const complaintsOf = (text: string) => validate(text).map(({ message }) => message);

/** Instructions with what follows them; continued lines are one. */
const instructions = dockerfile
  .replace(/\\\n/gu, ' ')
  .split('\n')
  .flatMap((line) => {
    const match = /^([A-Z]+)\s+(.*)$/u.exec(line);
    return match === null ? [] : [{ name: match[1]!, rest: match[2]! }];
  });
const all = (name: string): string[] =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);

test('the linter of the Dockerfile finds what is wrong, and nothing in ours', () => {
  expect(complaintsOf('FROM node\nRUNN x\nEXPOSE abc')).toHaveLength(2);
  expect(complaintsOf(dockerfile)).toEqual([]);
});

// The rules of hadolint that could matter here; hadolint itself is a program for which there is no package.
test('the image has a version, is not run by root, and takes signals', () => {
  for (const image of all('FROM'))
    expect(image).toMatch(/^[\w./-]+:(?!latest\b)[\w.-]+(?: AS \w+)?$/u);
  expect(all('USER').at(-1)).toBe('node');
  for (const name of ['CMD', 'ENTRYPOINT'])
    for (const rest of all(name)) expect(JSON.parse(rest)).toEqual(expect.any(Array));
  expect(all('ADD')).toEqual([]);
  expect(all('WORKDIR').every((folder) => folder.startsWith('/'))).toBe(true);
  expect(all('RUN').join('\n')).not.toMatch(/\bsudo\b|apt-get|\bcd /u);
  expect(all('HEALTHCHECK')).toHaveLength(1);
  expect(all('STOPSIGNAL')).toEqual(['SIGTERM']);
});

test('the linter of the compose file finds what is wrong, and nothing in ours', () => {
  // Quotes are those of the formatter, which looks at this file too.
  const linter = new DCLinter({
    rules: { 'require-quotes-in-ports': [1, { quoteType: 'double' }] },
    quiet: false,
    debug: false,
    exclude: [],
  });
  const complaintsIn = (file: string) =>
    linter
      .lintFiles([file], false)
      .flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
  expect(complaintsIn(join(root, 'scripts/fixtures/wrong-compose.yaml'))).not.toEqual([]);
  expect(complaintsIn(join(root, 'compose.yaml'))).toEqual([]);
});

test('what the compose file names is there: the option, the variables, the port', () => {
  const compose = readFileSync(join(root, 'compose.yaml'), 'utf8');
  const serve = readFileSync(join(root, 'apps/cli/src/commands/serve.ts'), 'utf8');
  const inside = [...compose.matchAll(/^\s+(ZONULA_\w+):/gmu)].map(([, name]) => name!);
  expect(inside.length).toBeGreaterThan(1);
  for (const name of inside) expect(serve).toContain(`'${name}'`);
  const options = [...compose.matchAll(/"(--[\w-]+)"/gu)].map(([, name]) => name!);
  // Without the second all who come through the proxy would be one caller.
  expect(options).toEqual(['--origin', '--behind-proxy']);
  for (const option of options) expect(serve).toMatch(new RegExp(`'${option}[ ']`, 'u'));
  const [port] = all('EXPOSE');
  expect(compose).toContain(`:${port}"`);
  expect(serve).toContain(`, ${port})`);
});
