import { type SyncEffects, webAesGcm } from '@zonula/journal/sync';

const through = (bytes: Uint8Array, transform: CompressionStream | DecompressionStream) =>
  new Blob([new Uint8Array(bytes)]).stream().pipeThrough(transform);

/** The browser's own cryptography and compression. */
export const browserEffects: SyncEffects = {
  aesGcm: webAesGcm(crypto.subtle),
  now: () => Date.now(),
  randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  deflate: async (bytes) =>
    new Uint8Array(
      await new Response(through(bytes, new CompressionStream('deflate-raw'))).arrayBuffer(),
    ),
  inflate: async (bytes, most) => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    const reader = through(bytes, new DecompressionStream('deflate-raw')).getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        length += value.length;
        if (length > most) {
          await reader.cancel();
          return null;
        }
        parts.push(value);
      }
    } catch (error) {
      // What a browser says of bytes that are no DEFLATE.
      if (error instanceof TypeError) return null;
      throw error;
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  },
};
