export const safetyWords: ReadonlyMap<string, string> = new Map<string, string>([]);
