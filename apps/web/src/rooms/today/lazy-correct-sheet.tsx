import { type ComponentProps, lazy, Suspense } from 'react';
import type { CorrectSheet } from './correct-sheet.tsx';

const Sheet = lazy(async () => ({ default: (await import('./correct-sheet.tsx')).CorrectSheet }));

/** Loaded when a chip is tapped first. */
export const LazyCorrectSheet = (props: ComponentProps<typeof CorrectSheet>) => (
  <Suspense fallback={null}>
    <Sheet {...props} />
  </Suspense>
);
