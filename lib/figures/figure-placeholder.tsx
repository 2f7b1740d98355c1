/** Where no picture was drawn: the same box, a mat and nobody on it. Fills the width it is given. */
export function FigurePlaceholder({
  alt,
  className,
}: {
  /** What is not shown; "" where words beside it say so. */
  alt: string;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 96 64"
      className={className}
      role="img"
      aria-label={alt || undefined}
      aria-hidden={alt === "" || undefined}
    >
      <path d="M16 46h58l8 6H8z" className="fill-spruce-tint" />
      <path d="M8 52h74v2.5H8z" className="fill-spruce-line" opacity="0.6" />
    </svg>
  );
}
