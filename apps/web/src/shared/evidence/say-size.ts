/** Bytes as people say them: 512 B, 88 KB, 1.4 MB. */
export const saySize = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1_048_576) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
