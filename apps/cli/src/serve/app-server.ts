import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Api } from './api.ts';

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.md', 'text/plain; charset=utf-8'],
  ['.png', 'image/png'],
]);
const packed = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.md']);

/** The rule of the page itself, and what only a header can say. `also` are further sources of scripts. */
const policyWith = (also = ''): string =>
  `default-src 'none'; script-src 'self'${also}; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types zonula`;

/** The workers that compute what moves the skin, and no page, may compile WebAssembly. */
const computing = /^assets\/(?:care|chain|discover|trials)\.worker-[\w-]+\.js$/u;
const computingPolicy = policyWith(" 'wasm-unsafe-eval'");

const headers = {
  'content-security-policy': policyWith(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/** A report is one page with its own styles and no script. */
const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Encoding = 'br' | 'gzip' | 'identity';

const encodingFor = (request: IncomingMessage): Encoding => {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : 'identity';
};

const encode = (content: Buffer, encoding: Encoding): Buffer => {
  if (encoding === 'identity') return content;
  if (encoding === 'gzip') return gzipSync(content, { level: 9 });
  // 1 % larger than 9, in a sixth of the time.
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  return brotliCompressSync(content, { params });
};

/** The names of the files that are served: nothing else can be asked for. */
const filesOf = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => statSync(join(folder, path)).isFile()),
  );

/** What a host of plain files cannot have: whether `/api/` is there to be asked, and whether it sends mail. */
const offers = 'offers.json';

export interface Pages {
  /** Names of further pages by their path, such as `examples/melatonin.html`. */
  readonly names: ReadonlySet<string>;
  readonly page: (name: string) => Promise<string>;
}

/**
 * Serves the built app in `folder`, and pages beside it that are made when they are asked for. Whatever is below
 * `/api/` is handed to `api`.
 */
export const createAppServer = (
  folder: string,
  pages: Pages,
  api: Pick<Api, 'answer' | 'isWanted' | 'sendsMail'>,
): Server => {
  const files = filesOf(folder);
  const encoded = new Map<string, Buffer>();
  const contentOf = (path: string, encoding: Encoding): Buffer => {
    const key = `${encoding} ${path}`;
    const known = encoded.get(key);
    if (known !== undefined) return known;
    const content = encode(readFileSync(join(folder, path)), encoding);
    encoded.set(key, content);
    return content;
  };
  const sendFile = (path: string, request: IncomingMessage, response: ServerResponse): void => {
    const encoding = packed.has(extname(path)) ? encodingFor(request) : 'identity';
    const content = contentOf(path, encoding);
    response.writeHead(200, {
      ...headers,
      ...(computing.test(path) ? { 'content-security-policy': computingPolicy } : {}),
      'content-type': types.get(extname(path)) ?? 'application/octet-stream',
      'content-length': content.length,
      'cache-control': path.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    });
    response.end(request.method === 'HEAD' ? undefined : content);
  };
  const sendText = (response: ServerResponse, status: number, text: string): void => {
    response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' });
    response.end(text);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendText(response, 405, 'only GET and HEAD\n');
    const path = (request.url ?? '/').replace(/[?#].*$/u, '').slice(1) || 'index.html';
    if (path === offers && api.isWanted) {
      response.writeHead(200, {
        ...headers,
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
      });
      const offered = JSON.stringify({ api: true, mail: api.sendsMail });
      return void response.end(request.method === 'HEAD' ? undefined : offered);
    }
    if (files.has(path)) return sendFile(path, request, response);
    if (!pages.names.has(path)) return sendText(response, 404, 'there is no such page\n');
    const html = await pages.page(path);
    response.writeHead(200, {
      ...headers,
      'content-security-policy': reportPolicy,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    response.end(request.method === 'HEAD' ? undefined : html);
  };
  return createServer((request, response) => {
    if (/^\/api(?:[/?]|$)/u.test(request.url ?? '')) return api.answer(request, response);
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendText(response, 500, `${error}\n`);
      else response.destroy();
    });
  });
};
