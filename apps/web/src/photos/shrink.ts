const longestEdge = 2048;
const quality = 0.88;

/**
 * The bytes of a photo with at most 2048 pixels on its longer edge, as JPEG; smaller ones, and what this browser cannot read, stay as they are.
 * A year of photos then fits on a phone.
 */
export const shrunk = async (file: Blob): Promise<Uint8Array> => {
  const asItIs = async () => new Uint8Array(await file.arrayBuffer());
  const image = await createImageBitmap(file).catch(() => null);
  if (image === null) return asItIs();
  const scale = longestEdge / Math.max(image.width, image.height);
  if (scale >= 1) {
    image.close();
    return asItIs();
  }
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const small = await new Promise<Blob | null>((done) =>
    canvas.toBlob(done, 'image/jpeg', quality),
  );
  return small === null ? asItIs() : new Uint8Array(await small.arrayBuffer());
};
