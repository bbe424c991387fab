export const planWords: ReadonlyMap<string, string> = new Map<string, string>([]);
