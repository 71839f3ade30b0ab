/** Digits to show of an exact text, rounded half away from zero without floating point. */
export const toPlaces = (exact: string, places: number): string => {
  const [top = '0', bottom = '1'] = exact.split('/')
  const [whole = '0', part = ''] = top.replace('-', '').split('.')
  const scale = 10n ** BigInt(places)
  const divisor = BigInt(bottom) * 10n ** BigInt(part.length)
  const scaled = (BigInt(whole + part) * scale * 2n + divisor) / (divisor * 2n)
  const digits = scaled.toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return top.startsWith('-') && scaled !== 0n ? `-${text}` : text
}
