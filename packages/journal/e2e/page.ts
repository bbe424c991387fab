import { makeDatabase } from '../fixtures/native-database.ts';
import { exifSegment } from '../fixtures/photos.ts';
import {
  cleanPhoto,
  type Entry,
  type Journal,
  type JournalFailure,
  openJournal,
} from '../src/index.ts';
import { tenYears } from './ten-years.ts';

// What a page has beyond Node.
declare const indexedDB: Parameters<typeof makeDatabase>[0] &
  Parameters<typeof openJournal>[0]['indexedDB'];
declare const IDBKeyRange: Parameters<typeof openJournal>[0]['IDBKeyRange'];
declare const OffscreenCanvas: new (
  width: number,
  height: number,
  // biome-ignore lint/suspicious/noExplicitAny: the DOM's types are not here.
) => any;
declare const createImageBitmap: (
  blob: Blob,
) => Promise<{ readonly width: number; readonly height: number }>;
declare const navigator: {
  readonly storage: NonNullable<Parameters<typeof openJournal>[0]['storage']>;
};

let journal: Journal;
const closed: string[] = [];
const seen: number[] = [];

let opened: string | undefined;
const open = async (name?: string): Promise<string> => {
  opened = name;
  journal = await openJournal(
    {
      indexedDB,
      IDBKeyRange,
      now: () => Date.now(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      storage: {
        persisted: () => navigator.storage.persisted!(),
        persist: () => navigator.storage.persist!(),
        estimate: () => navigator.storage.estimate!(),
      },
      onClosed: (reason) => closed.push(reason),
    },
    name,
  );
  return journal.device;
};

const timed = async (work: () => Promise<unknown>, runs = 1): Promise<number> => {
  const times: number[] = [];
  for (let k = 0; k < runs; k++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
};

const archiveOf = async (): Promise<string> => {
  let text = '';
  for await (const piece of journal.exportArchive()) text += piece;
  return text;
};

/** What tests call in a page; arguments and answers are plain JSON. */
const program = {
  open,
  makeDatabase,
  closed: async () => closed,
  add: async (entries: readonly Entry[]) => (await journal.add(entries)).map(({ id }) => id),
  edit: (id: string, entry: Entry) => journal.edit(id, entry),
  undo: () => journal.undo(),
  day: (day: string) => journal.day(day),
  all: () => journal.range('0000', '9999'),
  items: () => journal.items(),
  search: (text: string) => journal.search(text),
  document: () => journal.document('settings'),
  storage: () => journal.storage(),
  persist: () => journal.askToPersist(),
  deleteEverything: () => journal.deleteEverything(),
  watch: async (day: string) => {
    journal.watch(
      async () => {
        await journal.document('settings');
        return journal.day(day);
      },
      (entries) => seen.push(entries.length),
      (error) => {
        throw error;
      },
    );
  },
  seen: async () => seen,
  photo: async (length: number): Promise<string> => {
    const size = length + 2;
    const table = new Uint8Array([0xff, 0xd8, 0xff, 0xdb, size >> 8, size & 255]);
    const bytes = new Uint8Array(table.length + length + 2);
    bytes.set(table);
    for (let at = 0; at < length; at += 65_536)
      crypto.getRandomValues(bytes.subarray(6 + at, 6 + Math.min(length, at + 65_536)));
    bytes.set([0xff, 0xd9], bytes.length - 2);
    try {
      return (await journal.addPhoto(bytes)).id;
    } catch (error) {
      return `${(error as JournalFailure).code}: ${(error as Error).message}`;
    }
  },
  /** A drawn picture in a format, with a place and a way up in it where the format takes it, before and after cleaning. */
  drawn: async (type: string) => {
    const canvas = new OffscreenCanvas(40, 20);
    const context = canvas.getContext('2d');
    context.fillStyle = 'rgb(200, 40, 90)';
    context.fillRect(0, 0, 40, 20);
    const blob = await canvas.convertToBlob({ type, quality: 1 });
    const plain = new Uint8Array(await blob.arrayBuffer());
    const turned =
      type === 'image/jpeg'
        ? Uint8Array.from([...plain.subarray(0, 2), ...exifSegment(6), ...plain.subarray(2)])
        : plain;
    const { bytes, removed } = cleanPhoto(turned);
    const look = async (file: Uint8Array) => {
      const image = await createImageBitmap(new Blob([file as never], { type }));
      context.drawImage(image, 0, 0);
      return {
        size: [image.width, image.height],
        middle: [...context.getImageData(9, 9, 1, 1).data],
      };
    };
    return { removed, before: await look(turned), after: await look(bytes) };
  },
  photoLength: async (id: string) => (await journal.photo(id))?.bytes.length ?? null,
  /** Adds one entry after the other and tells of each when it is kept, until the browser is gone. */
  addForEver: async () => {
    for (let k = 0; ; k++) {
      const [entry] = await journal.add([
        { day: '2026-03-01', category: 'food', name: `meal ${k}`, value: 1, note: `number ${k}` },
        { day: '2026-03-01', category: 'skin', name: 'itch', value: k % 11 },
      ]);
      (globalThis as unknown as { told: (id: string) => void }).told(entry!.id);
    }
  },
  importTenYears: async () => {
    const entries = tenYears();
    // The task that made the entries is not the import's.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const tasks: number[] = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    });
    // Node's types do not know what a page can watch.
    observer.observe({ entryTypes: ['longtask' as 'measure'] });
    const ms = await timed(() => journal.import({ entries }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    return { count: entries.length, ms, longestTask: Math.max(0, ...tasks) };
  },
  measure: async (name: string, argument: string, runs: number): Promise<number> => {
    let k = 0;
    const work: Record<string, () => Promise<unknown>> = {
      reopen: async () => {
        journal.close();
        await open(opened);
      },
      day: () => journal.day(argument),
      month: () => journal.range(argument, `${argument.slice(0, 8)}31`),
      search: () => journal.search(argument),
      append: () =>
        journal.add([
          { day: argument, category: 'food', name: 'latte', value: 1, note: `run ${k++}` },
        ]),
      last: () => journal.last('food', argument),
      usage: () => journal.usage('2035-09-01', '2035-12-31'),
      items: () => journal.items(),
      diary: () => journal.diary(),
      archive: archiveOf,
      storage: () => journal.storage(),
      seal: () => journal.sealBackup('a long passphrase'),
    };
    return timed(work[name]!, runs);
  },
  copyTo: async (name: string) => {
    const text = await archiveOf();
    journal.close();
    await open(name);
    const ms = await timed(() => journal.restoreArchive(text, { file: 'archive' }));
    const items = await journal.items();
    return { ms, bytes: text.length, count: items.reduce((sum, { count }) => sum + count, 0) };
  },
};
export type Program = typeof program;

(globalThis as unknown as { program: Program }).program = program;
