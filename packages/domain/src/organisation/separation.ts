import { abilities } from '../ability/abilities.ts'
import { isAdministrator, type PostKind } from '../ability/posts.ts'
import { normaliseName } from '../kernel/normalise.ts'
import { type AccountPost, chainsOf, type SignedSheet } from './signing-chains.ts'

/** One login with the person it was registered for. */
export interface Account {
  readonly personId: string
  readonly name: string
  readonly phone: string | null
  readonly mail: string | null
}

/** Who holds which post (代理 included), and the score sheets with their scorers, substitutes and signature maps. */
export interface RoleWorld {
  readonly accounts: readonly Account[]
  readonly posts: readonly AccountPost[]
  readonly sheets: readonly SignedSheet[]
}

export const breachCodes = ['bothSignatures', 'ownUnit', 'drawAndWitness', 'registerAndConfirm', 'twoSides'] as const
export type BreachCode = (typeof breachCodes)[number]

/**
 * A chain of steps by which one natural person would do what two must do: under one account by one post, under another
 * account of the same name and phone or mail by another. Within one account the acts themselves refuse it.
 */
export interface Breach {
  readonly code: BreachCode
  readonly first: AccountPost
  readonly second: AccountPost
  readonly sameBy: 'phone' | 'mail'
  readonly sheet?: Pick<SignedSheet, 'key' | 'name'>
}

/** 同名同电话 or 同名同邮箱: two accounts of one natural person. A shared office phone alone is not. */
export const sameNaturalPerson = (a: Account, b: Account): Breach['sameBy'] | undefined => {
  const equal = (one: string | null, other: string | null) =>
    one !== null && other !== null && normaliseName(one) !== '' && normaliseName(one) === normaliseName(other)
  if (!equal(a.name, b.name)) return undefined
  if (equal(a.phone, b.phone)) return 'phone'
  return equal(a.mail, b.mail) ? 'mail' : undefined
}

const may = (ability: 'verification.draw' | 'sheet.registerPaper' | 'sheet.confirmPaper', { kind }: AccountPost) =>
  (abilities[ability].posts as readonly PostKind[]).includes(kind)

/** What two posts of one natural person break by themselves, whatever the plan says. */
const brokenBy = (a: AccountPost, b: AccountPost): readonly BreachCode[] => [
  ...(may('verification.draw', a) && b.kind === 'observer' ? (['drawAndWitness'] as const) : []),
  ...(may('sheet.registerPaper', a) && may('sheet.confirmPaper', b) && a.unitId === b.unitId
    ? (['registerAndConfirm'] as const)
    : []),
  ...(isAdministrator(a.kind) && a.kind !== b.kind ? (['twoSides'] as const) : []),
]

/**
 * Every breach of the separation of duties that can be reached from the posts and sheets of a world; empty proves that no
 * order of acts breaks it. Each pair of accounts stands once for each code and sheet.
 */
export const breachesOf = (world: RoleWorld): readonly Breach[] => {
  const held = Map.groupBy(world.posts, ({ personId }) => personId)
  const pairs = twinsAmong(world.accounts)
  if (pairs.length === 0) return []
  const found = pairs.flatMap(({ a, b, sameBy }) =>
    (held.get(a) ?? []).flatMap((first) =>
      (held.get(b) ?? []).flatMap((second) =>
        brokenBy(first, second).map((code): Breach => ({ code, first, second, sameBy })),
      ),
    ),
  )
  const twinOf = Map.groupBy(pairs, ({ a }) => a)
  const onSheets = world.sheets.flatMap((sheet) =>
    chainsOf(sheet, world.posts).flatMap((signers) =>
      signers.flatMap((first, at) =>
        (twinOf.get(first.personId) ?? []).flatMap(({ b, sameBy }): Breach[] => {
          const second = signers.slice(at + 1).find(({ personId }) => personId === b)
          const own = (held.get(b) ?? []).find(({ unitId }) => sheet.unitIds.includes(unitId))
          const on = { first, sameBy, sheet: { key: sheet.key, name: sheet.name } }
          return [
            ...(second ? [{ code: 'bothSignatures' as const, second, ...on }] : []),
            ...(own ? [{ code: 'ownUnit' as const, second: own, ...on }] : []),
          ]
        }),
      ),
    ),
  )
  return onceEach([...found, ...onSheets])
}

interface Twins {
  readonly a: string
  readonly b: string
  readonly sameBy: Breach['sameBy']
}

/** Both ways round. */
const twinsAmong = (accounts: readonly Account[]): readonly Twins[] =>
  [...Map.groupBy(accounts, ({ name }) => normaliseName(name)).values()].flatMap((namesakes) =>
    namesakes.flatMap((a) =>
      namesakes.flatMap((b) => {
        const sameBy = a.personId === b.personId ? undefined : sameNaturalPerson(a, b)
        return sameBy ? [{ a: a.personId, b: b.personId, sameBy }] : []
      }),
    ),
  )

const onceEach = (breaches: readonly Breach[]): readonly Breach[] => [
  ...new Map(
    breaches.map((breach) => [
      [breach.code, breach.first.personId, breach.second.personId, breach.sheet?.key].join('\n'),
      breach,
    ]),
  ).values(),
]

/** Sheets that nobody could sign through: no two natural persons on the scoring side are free to. */
export const unsignable = ({ accounts, posts, sheets }: RoleWorld): readonly SignedSheet[] => {
  const held = Map.groupBy(posts, ({ personId }) => personId)
  const twins = Map.groupBy(twinsAmong(accounts), ({ a }) => a)
  const clean = (sheet: SignedSheet, signers: readonly AccountPost[]) =>
    signers.every(({ personId }, at) =>
      (twins.get(personId) ?? []).every(
        ({ b }) =>
          !signers.slice(at + 1).some((other) => other.personId === b) &&
          !(held.get(b) ?? []).some(({ unitId }) => sheet.unitIds.includes(unitId)),
      ),
    )
  return sheets.filter(
    (sheet) => !chainsOf(sheet, posts).some((signers) => signers.length === sheet.map.length && clean(sheet, signers)),
  )
}
