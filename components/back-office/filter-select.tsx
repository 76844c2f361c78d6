import { controlStyle } from "#components/forms/field";

/** Fields and lists of one height, so that what stands above them is in line. */
export const control = `${controlStyle} min-h-12`;

type SelectProps = {
  name: string;
  label: string;
  chosen: string | undefined;
  all: string;
  options: [string, string][];
};

export function FilterSelect({ name, label, chosen, all, options }: SelectProps) {
  return (
    <div className="min-w-0 grow basis-56">
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      <select id={name} name={name} defaultValue={chosen ?? ""} className={control}>
        <option value="">{all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
