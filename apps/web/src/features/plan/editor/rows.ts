import { newKey } from '../../../shared/api/key.ts'

/** A key for a new row: stable from now on, over versions and years. */
export const newRowKey = (): string => newKey().slice(0, 8)

export const replaceAt = <T>(rows: readonly T[], at: number, row: T): readonly T[] =>
  rows.map((old, index) => (index === at ? row : old))

export const removeAt = <T>(rows: readonly T[], at: number): readonly T[] => rows.filter((_, index) => index !== at)

/** The row one place up (-1) or down (1); at the end of the list nothing moves. */
export const moveBy = <T>(rows: readonly T[], at: number, by: -1 | 1): readonly T[] => {
  const to = at + by
  const [row, other] = [rows[at], rows[to]]
  return row === undefined || other === undefined ? rows : replaceAt(replaceAt(rows, at, other), to, row)
}

/** The row with a member set, or without it where the value is empty: an absent member and an empty one are different plans. */
export const withMember = <T extends object, K extends keyof T>(row: T, key: K, value: T[K] | undefined | ''): T => {
  const { [key]: _, ...rest } = row
  return (value === undefined || value === '' ? rest : { ...rest, [key]: value }) as T
}
