/**
 * 电话脱敏: of eleven digits and more the first three and the last four stay, of fewer the last two; what is no digit stays, so that one
 * sees what kind of number it is.
 */
export const maskPhone = (phone: string): string => {
  const digits = phone.match(/\p{Nd}/gu)?.length ?? 0
  const [head, tail] = digits >= 11 ? [3, 4] : [0, Math.min(2, Math.floor(digits / 2))]
  let at = 0
  return phone.replace(/\p{Nd}/gu, (digit) => {
    at++
    return at <= head || at > digits - tail ? digit : '*'
  })
}
