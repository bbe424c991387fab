// @ts-check
import { readFileSync } from 'node:fs';

const mark = '<!-- head.html -->';

/**
 * Puts what the heads of all pages hold, their policy above all, in the place of a mark: said once, it is the same everywhere.
 * @param {string} file
 * @returns {import('vite').Plugin}
 */
export const sharedHead = (file) => ({
  name: 'shared-head',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { path }) => {
      if (!html.includes(mark)) throw new Error(`${path} has no ${mark}`);
      return html.replace(mark, () => readFileSync(file, 'utf8').trim());
    },
  },
});
