import { type Hash, hex, utf8 } from '../kernel/digest.ts'
import type { SeedAgreement, SeedPart } from './model.ts'
import { seedOf } from './pick.ts'

/** What a party's value is bound to, so that nobody can use another's digest or one of another draw. */
export const boundTo = (verificationId: string, personId: string): string =>
  `quanheng-commit/1,${verificationId},${personId}`

/** 承诺: what is filed before the list is fixed; the value stays with the party until it is revealed. */
export const commitmentDigest = (bound: string, value: string, hash: Hash): string =>
  hex(hash(utf8(`${bound},${value}`)))

/** The seed of committed parts: SHA-256, in hexadecimal, of all values joined by `|`. */
export const committedSeed = (parts: readonly SeedPart[], hash: Hash): string => hex(hash(utf8(seedOf(parts))))

/** A seed agreed on before the list is fixed: one party supervises, the other inspects or scores. */
export const isAgreeable = ({ parties }: Pick<SeedAgreement, 'parties'>): boolean =>
  parties.length === 2 &&
  parties[0]?.personId !== parties[1]?.personId &&
  parties.filter(({ post }) => post === 'observer').length === 1
