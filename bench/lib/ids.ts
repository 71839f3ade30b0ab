import { createHash } from 'node:crypto'

/** The uuid that stands for a word in every run of a bench: the data are the same each time. `bench_id` is its twin in SQL. */
export const idOf = (word: string): string => {
  const digits = createHash('md5').update(word).digest('hex').split('')
  digits[12] = '8'
  digits[16] = '8'
  return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export const makeIds = `
  CREATE FUNCTION bench_id(word text) RETURNS uuid IMMUTABLE LANGUAGE sql
  RETURN overlay(overlay(md5(word) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid`
