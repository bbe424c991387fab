import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { compileWords } from './compile-words.mjs';

const compile = (code: string): string =>
  compileWords(code, (text) => parseSync('words.js', text).program, 'words.ts');

test('messages with parts are compiled, texts stay texts', () => {
  const code = `export const en = {
  'app.undo': 'Undo',
  "it's": "Don't ask",
  saved: '{item}: {value}',
  days: '{count, plural, one {one day} other {# days}}',
};
const other = { kept: '{as} it is' };`;
  const compiled = compile(code);
  expect(compiled).toContain(`'app.undo': "Undo"`);
  expect(compiled).toContain(`"Don't ask"`);
  expect(compiled).toContain('saved: [["item"],": ",["value"]]');
  expect(compiled).toContain('"plural",{"one":["one day"],"other":["#"," days"]}');
  expect(compiled).toContain(`kept: '{as} it is'`);
});

test('what is no single text stops the build', () => {
  expect(() => compile(`const de = { a: 'one' + 'two' };`)).toThrow(
    "words.ts: a message has to be one text: 'one' + 'two'",
  );
});
