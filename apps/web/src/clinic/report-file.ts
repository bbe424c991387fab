/** What the clinic takes at most, in bytes. */
const most = 2 * 1024 * 1024;

/** A report that was saved as a page or as PDF, told by what is in it; null for anything else. */
export const reportIn = (
  bytes: Uint8Array,
): { readonly mediaType: 'application/pdf' | 'text/html'; readonly content: string } | null => {
  if (bytes.length === 0 || bytes.length > most) return null;
  const start = new TextDecoder().decode(bytes.subarray(0, 200));
  const mediaType = start.startsWith('%PDF-')
    ? 'application/pdf'
    : /^\s*<!doctype html|^\s*<html/iu.test(start)
      ? 'text/html'
      : null;
  return mediaType === null ? null : { mediaType, content: base64(bytes) };
};

const piece = 0x2000;
const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
};
