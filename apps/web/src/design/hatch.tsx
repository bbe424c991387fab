/** Slanting lines in a drawing: what is not known, or not yet. Used as `url(#id)`. */
export const Hatch = ({
  id,
  line,
  size = 5,
}: {
  readonly id: string;
  /** Class of the lines. */
  readonly line: string;
  readonly size?: number;
}) => (
  <defs>
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path className={line} d={`M0 0V${size}`} />
    </pattern>
  </defs>
);
