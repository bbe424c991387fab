import type { ReactNode } from 'react';

/** The rooms, drawn like the mark: cells, seals, hills. */
const drawings = {
  today: (
    <>
      <circle className="tint" cx="12" cy="12" r="8.5" />
      <path d="M12 7.5V12l3 2" />
    </>
  ),
  timeline: (
    <>
      <rect className="tint" x="3.5" y="5" width="17" height="15" rx="3.5" />
      <path d="M3.5 10h17M8 3v4M16 3v4" />
    </>
  ),
  discover: (
    <>
      <path className="tint" d="M3 18c4 0 4.500-11 8-11s4.500 11 10 11z" />
      <path d="M3 21h18" />
    </>
  ),
  trials: (
    <>
      <rect className="tint" x="3.5" y="4" width="7" height="7" rx="2.5" />
      <rect x="13.5" y="4" width="7" height="7" rx="2.5" />
      <rect x="3.5" y="14" width="7" height="7" rx="2.5" />
      <rect className="tint" x="13.5" y="14" width="7" height="7" rx="2.5" />
    </>
  ),
  axis: (
    <>
      <path className="tint" d="M3 20V9c0-5 6-5 6 0v6c0 4 6 4 6 0V9c0-5 6-5 6 0v11z" />
    </>
  ),
  learn: (
    <>
      <path
        className="tint"
        d="M12 7c-2-2-5-2.500-8.500-2v13c3.500-.5 6.500 0 8.500 2 2-2 5-2.500 8.500-2V5c-3.500-.5-6.500 0-8.500 2z"
      />
      <path d="M12 7v13" />
    </>
  ),
  plan: (
    <>
      <path d="M4 6.500l1.500 1.500L8 5M4 13l1.500 1.500L8 11.500M4 19.500h4M11.500 7H20M11.500 13.500H20M11.500 19.500H20" />
    </>
  ),
  report: (
    <>
      <path className="tint" d="M6 3.500h8l4.500 4.500v12.500H6z" />
      <path d="M13.500 3.500V8.500h5M9 13h6M9 16.500h6" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle className="tint" cx="16" cy="7" r="2.800" />
      <circle className="tint" cx="8" cy="17" r="2.800" />
    </>
  ),
  more: (
    <>
      <circle className="tint" cx="5" cy="12" r="1.800" />
      <circle className="tint" cx="12" cy="12" r="1.800" />
      <circle className="tint" cx="19" cy="12" r="1.800" />
    </>
  ),
} satisfies Readonly<Record<string, ReactNode>>;

export const Icon = ({ name }: { readonly name: keyof typeof drawings }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {drawings[name]}
  </svg>
);
