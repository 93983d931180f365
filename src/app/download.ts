/** Handing a file to the browser to be saved. */

/** Long enough for any browser to have begun the download, ms. */
const ADDRESS_KEPT = 60_000;

export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_KEPT);
}
