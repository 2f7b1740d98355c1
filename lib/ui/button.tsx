import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** Fills its row; for phones. */
  wide?: boolean;
}

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-spruce bg-spruce text-surface hover:border-spruce-deep hover:bg-spruce-deep aria-disabled:opacity-80",
  secondary: "border-line bg-surface text-ink hover:border-control hover:bg-paper",
  quiet: "border-transparent text-spruce hover:bg-spruce-tint",
  danger:
    "border-clay bg-clay text-surface hover:border-clay-deep hover:bg-clay-deep aria-disabled:opacity-80",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-target-sm px-3 py-1 text-sm",
  md: "min-h-target px-4 py-1.5",
  lg: "min-h-14 px-6 py-2.5 text-lg",
};

/** The class string of a button, for elements that must look like one (RAC triggers, file labels). */
export function buttonClass({ variant = "secondary", size = "md", wide }: Omit<Look, "icon"> = {}) {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-control border text-center font-semibold transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
    wide && "w-full",
  );
}

export interface ButtonProps extends ComponentProps<"button">, Look {
  pending?: boolean;
  /** What is happening, shown instead of the label while pending. */
  pendingLabel?: ReactNode;
}

/** A native button; while pending it keeps its focus and width and ignores presses. */
export function Button({
  variant,
  size,
  icon,
  wide,
  pending,
  pendingLabel,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass({ variant, size, wide }), className)}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      {pending && pendingLabel ? pendingLabel : children}
    </button>
  );
}

/** A link that looks like a button. */
export function LinkButton({
  variant,
  size,
  icon,
  wide,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Look) {
  return (
    <Link {...rest} className={cx(buttonClass({ variant, size, wide }), className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A square button with an icon only; `label` is its name for everyone who cannot see it. */
export function IconButton({
  icon,
  label,
  variant = "quiet",
  size,
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "children"> &
  Pick<Look, "variant" | "size"> & { icon: IconName; label: string }) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={cx(
        buttonClass({ variant, size }),
        "aspect-square !px-0 !text-base",
        variant === "quiet" && "!text-secondary hover:!text-ink",
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  );
}
