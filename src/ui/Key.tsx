import './Key.css';

/** A key cap; shown only where there is a fine pointer, so most likely a keyboard. */
export function Key({ children }: { readonly children: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {children}
    </kbd>
  );
}
