import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: object) => Promise<Buffer>

/** OWASP minimum for argon2id (standards §4 row 7). */
const memory = 19_456
const passes = 2
const parallelism = 1

const hashWith = (password: string, nonce: Buffer, m: number, t: number, p: number): Promise<Buffer> =>
  derive('argon2id', {
    // As typed: no trimming, no change of case; only one of several spellings of the same characters (ASVS 6.2.8).
    message: Buffer.from(password.normalize('NFC'), 'utf8'),
    nonce,
    parallelism: p,
    tagLength: 32,
    memory: m,
    passes: t,
  })

export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await hashWith(password, nonce, memory, passes, parallelism)
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${nonce.toString('base64')}$${tag.toString('base64')}`
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/

export const passwordMatches = async (password: string, stored: string): Promise<boolean> => {
  const parts = form.exec(stored)
  if (parts === null) return false
  const [, m, t, p, nonce, tag] = parts
  const expected = Buffer.from(tag ?? '', 'base64')
  const actual = await hashWith(password, Buffer.from(nonce ?? '', 'base64'), Number(m), Number(t), Number(p))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** For a login that does not exist: the same work, so that time does not tell (standards §4 row 10). */
export const wasteTheSameTime = async (password: string): Promise<void> => {
  await hashWith(password, Buffer.alloc(16), memory, passes, parallelism)
}
