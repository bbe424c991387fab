import { describe, expect, it } from 'vitest';
import type { Claim } from './claim.ts';
import { createEvidence } from './evidence.ts';
import { pageNotice } from './page.ts';
import { renderClaim } from './render-html.ts';
import { renderClaimEntry, renderClaimText } from './render-text.ts';
import { effectWords, shortCitation } from './words.ts';

const { claims, claim } = createEvidence();

describe('the page of a claim', () => {
  it('as text keeps to the width, and says everything', () => {
    for (const one of claims) {
      const text = renderClaimText(one);
      for (const line of text.split('\n'))
        if (!/https?:/u.test(line)) expect([...line].length, line).toBeLessThanOrEqual(80);
      const flat = text.replace(/\s+(?:- )?/gu, ' ');
      const said = [one.id, one.summary, one.correction, one.delay, one.safety, one.population];
      for (const part of [...said, ...one.effects.map(({ what }) => what), pageNotice])
        if (part) expect(flat).toContain(part);
      expect(text).not.toMatch(/undefined|null|NaN/u);
      expect(renderClaimEntry(one)).toContain(one.id);
    }
  });

  it('as HTML closes what it opens, with links only to the web', () => {
    for (const one of claims) {
      const html = renderClaim(one);
      const open: string[] = [];
      for (const [, closing, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^<>]*>/gu))
        if (closing) expect(open.pop()).toBe(name);
        else open.push(name!);
      expect(open).toEqual([]);
      for (const [, url] of html.matchAll(/href="([^"]*)"/gu)) expect(url).toMatch(/^https?:\/\//u);
      expect(html).not.toMatch(/<script|<style| on\w+=|undefined/u);
    }
  });

  it('as HTML escapes whatever it is given', () => {
    const evil = '<img src=x onerror=alert(1)> & "\'';
    const hostile: Claim = {
      ...claim('A23')!,
      claim: evil,
      summary: evil,
      safety: evil,
      words: evil,
      effects: [{ what: evil, unit: evil, value: 1 }],
      citations: [{ title: evil, authors: evil, journal: evil, url: 'https://x.org/?a="<b>' }],
    };
    const html = renderClaim(hostile);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('"<b>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;&#39;');
  });
});

describe('words', () => {
  it.each([
    [{ what: 'Spots' }, 'Spots'],
    [{ what: 'Spots', p: '0.03' }, 'Spots (p = 0.03)'],
    [
      { what: 'Milk', value: 1.28, interval: [1.13, 1.44] as [number, number], unit: 'odds ratio' },
      'Milk: 1.28 odds ratio (1.13 to 1.44)',
    ],
    [
      { what: 'Spots', value: -23.5, control: -12, unit: 'spots', p: '<0.01' },
      'Spots: -23.5 spots against -12 (p < 0.01)',
    ],
    [{ what: 'Wait', interval: [6, 8] as [number, number], unit: 'weeks' }, 'Wait: 6 to 8 weeks'],
  ])('%j', (effect, text) => {
    expect(effectWords(effect)).toBe(text);
  });

  it('name the first author, the year and one place to look', () => {
    expect(shortCitation(claim('A23')!.citations[1]!)).toMatch(/^\p{L}+ \d{4}, doi:10\./u);
    for (const { citations } of claims)
      for (const citation of citations)
        expect(shortCitation(citation)).toMatch(/(?:^|, )(?:doi:|PMID|PMC|http)/u);
  });
});
