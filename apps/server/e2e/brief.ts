/** How Node runs a process that uses a database of its own for seconds: to optimise the WebAssembly of that would take it longer than to use it. */
export const brief = ['--liftoff-only'] as const;
