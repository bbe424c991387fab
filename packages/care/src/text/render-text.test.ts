import { describe, expect, it } from 'vitest';
import { fixture, sceneNames } from '../fixtures/scenes.ts';
import { fit, width, wrapped } from './columns.ts';
import { renderText } from './render-text.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of a terminal
const colours = /\u001b\[\d+m/g;

describe('renderText', () => {
  it.each(sceneNames)('fits 80 columns and needs no colour: %s', (name) => {
    const { suspects } = fixture(name);
    const text = renderText(suspects, { color: false });
    for (const line of text.split('\n')) expect(width(line), line).toBeLessThanOrEqual(80);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    const coloured = renderText(suspects, { color: true });
    expect(coloured).not.toBe(text);
    expect(coloured.replace(colours, '').replace(/ +$/gm, '')).toBe(text);
  });

  it('prints names as the diary writes them', () => {
    const { suspects, timeline } = fixture('set');
    const exposures = timeline.exposures.map((exposure) =>
      exposure.id === 'food/cheddar' ? { ...exposure, name: 'Cheddar' } : exposure,
    );
    const text = renderText(suspects, { color: false, timeline: { ...timeline, exposures } });
    expect(text).toContain('  “Cheddar” or “pizza”');
    expect(text).not.toContain('cheddar');
  });

  it.each(['set', 'cannotTell'] as const)('reads as before: %s', async (name) => {
    const text = renderText(fixture(name).suspects, { color: false });
    await expect(text).toMatchFileSnapshot(`../fixtures/${name}.txt`);
  });
});

describe('columns', () => {
  it('counts what a terminal draws', () => {
    expect(width('crème')).toBe(5);
    expect(width('cre\u0300me')).toBe(5);
    expect(width('抹茶')).toBe(4);
    expect(fit('抹茶 latte', 6)).toBe('抹茶…');
    expect(fit('short', 5)).toBe('short');
  });

  it('breaks at spaces, and inside a word only when it must', () => {
    expect(wrapped('one two three', 9, 2)).toEqual(['  one two', '  three']);
    expect(wrapped('abcdefgh ij', 5)).toEqual(['abcde', 'fgh', 'ij']);
    expect(wrapped('', 10)).toEqual(['']);
  });
});
