// Finds the children of <HealthData> in the text of an export without building a tree.
//
// An export is mostly records that no diary needs (heart rate, energy). A full parser takes most of
// its time on those, so this scan walks from tag to tag by `indexOf`, checks quotes, nesting of the
// outer elements and the end of the file, and hands on only the text of wanted elements, which the
// strict parser then reads. The document type is skipped: since iOS 16 Apple writes one that is not
// well formed.
import { unusable } from '../place.ts';

const maxProlog = 1 << 20;
const maxElement = 1 << 23;
const namePattern = /^<([A-Za-z_][\w.-]*)/u;
const typePattern = /\s(?:type|workoutActivityType)\s*=\s*(?:"([^"]*)"|'([^']*)')/u;
const quickStart = '<Record type="';

export interface ElementHandler {
  /** True when the element is to be handed on. Called once for each child of the root. */
  wants(name: string, type: string): boolean;
  element(text: string, line: () => number): void;
  /** A control character that XML forbids stands between elements. */
  control(): void;
}

const lineFeeds = (text: string, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

/** Index after the `>` that ends the tag at `from`, or -1 when it is not there yet. */
const tagEnd = (text: string, from: number): number => {
  let end = text.indexOf('>', from);
  if (end < 0) return -1;
  let quote = text.indexOf('"', from);
  while (quote >= 0 && quote < end) {
    const close = text.indexOf('"', quote + 1);
    if (close < 0) return -1;
    if (close > end) end = text.indexOf('>', close + 1);
    if (end < 0) return -1;
    quote = text.indexOf('"', close + 1);
  }
  return end + 1;
};

export const createScan = (file: string, handler: ElementHandler) => {
  let buffer = '';
  let linesBefore = 0;
  let state: 'prolog' | 'inside' | 'after' = 'prolog';
  /** Characters of `buffer` already known not to hold what is waited for. */
  let searched = 0;

  const lineAt = (at: number): number => linesBefore + lineFeeds(buffer, at) + 1;
  const malformed = (at: number, expectation: string) =>
    unusable({ file, line: lineAt(at) }, expectation);
  const drop = (to: number): void => {
    linesBefore += lineFeeds(buffer, to);
    buffer = buffer.slice(to);
    searched = 0;
  };

  const readProlog = (): boolean => {
    const root = buffer.slice(Math.max(0, searched - 12)).search(/<HealthData[\s>]/u);
    const at = root < 0 ? -1 : root + Math.max(0, searched - 12);
    const limit = at < 0 ? buffer.length : at;
    const entity = buffer.slice(0, limit).indexOf('<!ENTITY');
    if (entity >= 0) {
      throw malformed(entity, 'expected an Apple Health export; it never defines XML entities');
    }
    const end = at < 0 ? -1 : tagEnd(buffer, at);
    if (end < 0) {
      if (buffer.length > maxProlog) {
        throw malformed(0, 'expected <HealthData> near the beginning of an Apple Health export');
      }
      searched = at < 0 ? buffer.length : at;
      return false;
    }
    state = buffer[end - 2] === '/' ? 'after' : 'inside';
    drop(end);
    return true;
  };

  /** Index after the whole element, -1 while it is incomplete. */
  const elementEnd = (at: number, end: number, name: string): number => {
    if (buffer.charCodeAt(end - 2) === 47) return end;
    const closing = `</${name}>`;
    const close = buffer.indexOf(closing, Math.max(end, searched - closing.length));
    if (close >= 0) return close + closing.length;
    if (buffer.length - at > maxElement) throw malformed(at, `expected </${name}>`);
    searched = buffer.length;
    return -1;
  };

  /** The next construct at `at`, a `<`: index after it, or -1 while it is incomplete. */
  const readNext = (at: number): number => {
    const next = buffer.charCodeAt(at + 1);
    if (next === 33) {
      if (buffer.length - at < 4) return -1;
      if (!buffer.startsWith('<!--', at)) throw malformed(at, 'expected an element');
      const close = buffer.indexOf('-->', at + 4);
      return close < 0 ? -1 : close + 3;
    }
    if (next === 63) {
      const close = buffer.indexOf('?>', at);
      return close < 0 ? -1 : close + 2;
    }
    const end = tagEnd(buffer, at);
    if (end < 0) return -1;
    const inner = buffer.indexOf('<', at + 1);
    if (inner >= 0 && inner < end) throw malformed(at, 'expected ">" before the next "<"');
    if (state === 'after') throw malformed(at, 'expected nothing after </HealthData>');
    if (next === 47) {
      if (!/^<\/HealthData\s*>$/u.test(buffer.slice(at, end))) {
        throw malformed(at, 'expected </HealthData>');
      }
      state = 'after';
      return end;
    }
    let name = 'Record';
    let type: string;
    if (buffer.startsWith(quickStart, at)) {
      const from = at + quickStart.length;
      type = buffer.slice(from, buffer.indexOf('"', from));
    } else {
      const tag = buffer.slice(at, end);
      const found = namePattern.exec(tag)?.[1];
      if (found === undefined) throw malformed(at, 'expected the name of an element after "<"');
      name = found;
      const attribute = typePattern.exec(tag);
      type = attribute?.[1] ?? attribute?.[2] ?? '';
    }
    const whole = elementEnd(at, end, name);
    if (whole >= 0 && handler.wants(name, type)) {
      handler.element(buffer.slice(at, whole), () => lineAt(at));
    }
    return whole;
  };

  const readBody = (): void => {
    let at = 0;
    for (;;) {
      const open = buffer.indexOf('<', at);
      const between = open < 0 ? buffer.length : open;
      for (let index = at; index < between; index++) {
        const code = buffer.charCodeAt(index);
        if (code > 32) throw malformed(index, 'expected an element, found text');
        if (code < 32 && code !== 10 && code !== 13 && code !== 9) handler.control();
      }
      if (open < 0) {
        drop(buffer.length);
        return;
      }
      const next = readNext(open);
      if (next < 0) {
        if (buffer.length - open > maxElement) throw malformed(open, 'expected the end of a tag');
        const known = searched - open;
        drop(open);
        searched = Math.max(0, known);
        return;
      }
      searched = 0;
      at = next;
    }
  };

  return {
    write(text: string): void {
      buffer += text;
      if (state === 'prolog' && !readProlog()) return;
      readBody();
    },
    /** `UnusableInput` when the file ends before its root element does. */
    finish(): void {
      if (state === 'prolog')
        throw malformed(0, 'expected an Apple Health export with <HealthData>');
      if (state === 'inside') {
        throw malformed(
          buffer.length,
          'expected </HealthData> before the end of the file; it is cut off',
        );
      }
      if (buffer !== '') throw malformed(0, 'expected nothing after </HealthData>');
    },
  };
};
