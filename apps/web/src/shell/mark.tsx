/** Two cells and the seal between them. Decorative: the name stands beside it. */
export const Mark = ({ size = 34 }: { readonly size?: number }) => (
  <svg
    className="mark"
    width={size}
    height={(size * 44) / 52}
    viewBox="0 0 52 44"
    aria-hidden="true"
    focusable="false"
  >
    <path
      className="cell one"
      d="M25 4C14 1 4 6 3 18c-1 13 7 22 17 22 4 0 6-2 6-6 0-6-3-8-3-14 0-5 4-8 2-16z"
    />
    <path
      className="cell two"
      d="M25 4c2 8-2 11-2 16 0 6 3 8 3 14 0 4 2 6 6 6 10 0 18-8 17-19C48 9 38 1 28 2c-2 0-3 1-3 2z"
    />
    <ellipse className="nucleus" cx="13" cy="23" rx="4.5" ry="5.5" />
    <ellipse className="nucleus" cx="37" cy="19" rx="5.5" ry="4.5" />
    <path className="seal" d="M25.3 8.5v.01M24.2 14v.01M23 19.5v.01" />
  </svg>
);
