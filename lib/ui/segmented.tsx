import { cx } from "./cx";
import { RadioFrame, type RadioGroupProps, radioState } from "./radio-group";

/** One choice of two to five short words in a row (side, unit, period); wraps when the text is large. */
export function Segmented(props: RadioGroupProps & { wide?: boolean }) {
  return (
    <RadioFrame field={props}>
      <div
        className={cx(
          "inline-flex max-w-full flex-wrap gap-1 rounded-control border border-control bg-surface p-1",
          props.wide && "flex w-full",
        )}
      >
        {props.options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "relative flex min-h-[calc(var(--target)-0.625rem)] items-center justify-center rounded-badge px-3 text-center text-secondary transition-colors hover:text-ink",
              "has-checked:bg-spruce has-checked:font-semibold has-checked:text-surface has-disabled:text-tertiary has-disabled:opacity-60",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-spruce",
              props.wide && "flex-1",
            )}
          >
            <input
              type="radio"
              name={props.name}
              value={option.value}
              disabled={option.disabled}
              required={props.required}
              {...radioState(props, option.value)}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-badge outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </RadioFrame>
  );
}
