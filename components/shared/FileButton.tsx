/** A button that asks for a file. `take` gets the chosen one; the same file can be chosen again right after. */
export function FileButton(props: { label: string; accept: string; take(file: File): void }) {
  const { label, accept, take } = props;
  return (
    <label class="file">
      {label}
      <input
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) take(file);
        }}
      />
    </label>
  );
}
