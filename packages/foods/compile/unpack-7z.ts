import { ArchiveReader, libarchiveWasm } from 'libarchive-wasm';

/**
 * The content of an archive that holds one file, as published nutrient tables come (7z, packed with LZMA2); read by
 * libarchive, which checks the checksums.
 * @throws RangeError for what is no archive, is damaged, or holds no file or several
 */
export const unpack7z = async (archive: Uint8Array): Promise<Uint8Array> => {
  const contents: Uint8Array[] = [];
  const library = await libarchiveWasm();
  try {
    const reader = new ArchiveReader(library, new Int8Array(archive));
    for (const entry of reader.entries()) {
      const content = entry.readData();
      if (content !== undefined)
        contents.push(new Uint8Array(content.buffer, content.byteOffset, content.length));
    }
    reader.free();
  } catch (error) {
    throw new RangeError(`the 7z archive cannot be read: ${(error as Error).message}`);
  }
  const [content] = contents;
  if (content === undefined || contents.length > 1)
    throw new RangeError(`the 7z archive holds ${contents.length} files and not one`);
  return content;
};
