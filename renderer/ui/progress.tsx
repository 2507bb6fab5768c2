/** `share` between 0 and 1; absent: under way, nobody knows how far. */
export function Progress({ label, share }: { label: string; share?: number }) {
  const percent = share === undefined ? undefined : Math.round(share * 100);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      data-unknown={percent === undefined}
    >
      <span style={{ width: `${percent ?? 0}%` }} />
    </div>
  );
}
