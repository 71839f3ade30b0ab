import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

export type PasswordError = DomainError<
  | 'account.passwordTooShort'
  | 'account.passwordTooLong'
  | 'account.passwordTooSimple'
  | 'account.passwordCommon'
  | 'account.passwordHasName'
>

/** 等保 assessors ask for three of four classes, ASVS 6.2.5 for none (standards §4, ground facts). */
export type PasswordProfile = 'dengbao' | 'asvs'

const min = 12
const max = 128

const classes: readonly RegExp[] = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]

/**
 * Judges a new password as typed (no trimming, ASVS 6.2.8), length in code points.
 * @param words login, names of the person and the unit: none of at least three characters may stand in it (ASVS 6.1.2)
 * @param isCommon membership of the list of breached passwords
 */
export const checkPassword = (
  password: string,
  words: readonly string[],
  isCommon: (password: string) => boolean,
  profile: PasswordProfile = 'dengbao',
): Result<null, PasswordError> => {
  const length = [...password].length
  if (length < min) return refuse('account.passwordTooShort', { at: 'password', params: { min: String(min) } })
  if (length > max) return refuse('account.passwordTooLong', { at: 'password', params: { max: String(max) } })
  const lower = password.toLowerCase()
  if (isCommon(lower)) return refuse('account.passwordCommon', { at: 'password' })
  const named = words.some((word) => [...word].length >= 3 && lower.includes(word.toLowerCase()))
  if (named) return refuse('account.passwordHasName', { at: 'password' })
  const used = classes.filter((form) => form.test(password)).length
  return profile === 'dengbao' && used < 3 ? refuse('account.passwordTooSimple', { at: 'password' }) : ok(null)
}
